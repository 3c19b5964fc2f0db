import Course
import Testing

/// What an address of the web is made of and who can reach it.
struct WebAddressTests {
  @Test(arguments: [
    ("https://a.org/b?c", "https://z.org/x#y", "https://z.org/x"),
    ("https://a.org/b?c", "//z.org", "https://z.org"),
    ("http://a.org:8080/b/c?d", "/x", "http://a.org:8080/x"),
    ("https://a.org/b/c?d/e", "x", "https://a.org/b/x"),
    ("https://a.org", "x", "https://a.org/x"),
    ("https://a.org/b?c", "?x", "https://a.org/b?x"), ("https://a.org/b", "#x", "https://a.org/b"),
    ("https://a.org/b", "x:y", nil), ("https://a.org/b/", "./x:y", "https://a.org/b/./x:y"),
    ("https://a.org/b", "ftp://a.org/", nil),
  ])
  func `a redirect leads on from where it was said`(
    base: String, location: String, expected: String?
  ) throws {
    #expect(try #require(WebAddress(base)).resolved(location)?.text == expected)
  }

  @Test(arguments: [
    ("https://Ab.org", WebAddress.Reach.everyone), ("https://u:p@a.org:80/", .everyone),
    ("http://8.8.8.8/", .everyone), ("http://[2a00::1]/", .everyone),
    ("http://172.15.0.1", .everyone), ("http://100.63.0.1", .everyone),
    ("http://localhost:8080", .near), ("http://a.localhost", .near), ("http://db", .near),
    ("http://127.0.0.1", .near), ("http://127.1", .near), ("http://10.1.2.3", .near),
    ("http://172.31.0.1", .near), ("http://192.168.0.1", .near), ("http://169.254.1.1", .near),
    ("http://0.0.0.0:5000", .near), ("http://[::1]:80/", .near), ("http://[fd00::1]/", .near),
    ("http://a.local", .near), ("http://x.home.arpa.", .near),
    ("http://example.com", .nobody), ("http://www.example.org./", .nobody),
    ("http://a.example", .nobody), ("http://a.test", .nobody), ("http://<host>/", .nobody),
    ("http://${HOST}/", .nobody), ("http://a..b", .nobody), ("http://192.0.2.1", .nobody),
    ("http://[2001:db8::1]", .nobody), ("https://myexample.com", .everyone),
  ])
  func `names and numbers tell who can reach a host`(
    address: String, expected: WebAddress.Reach
  ) throws {
    #expect(try #require(WebAddress(address)).reach == expected)
  }

  @Test(arguments: [
    ("https://a.org/ü b", "https://a.org/%C3%BC%20b"),
    ("https://a.org/%20%C3", "https://a.org/%20%C3"),
    ("https://bücher.org/?q=[a]", "https://bücher.org/?q=[a]"),
  ])
  func `a request holds what was written as it is encoded`(address: String, expected: String) throws
  {
    #expect(try #require(WebAddress(address)).requested == expected)
  }

  @Test(arguments: [
    "ftp://a.org", "https:", "https://", "https:///x", "a.org", "mailto:a@b.org", "",
  ])
  func `all else is no address of the web`(text: String) { #expect(WebAddress(text) == nil) }
}
