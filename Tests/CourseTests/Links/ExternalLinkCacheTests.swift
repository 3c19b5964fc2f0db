import Course
import Foundation
import Testing

/// What is remembered of links that lead out of the course.
struct ExternalLinkCacheTests {
  private let links: ExternalLinks = {
    let text = "<https://a.org> <https://b.org> <https://c.org> <https://d.org>\n"
    return ExternalLinks([PageLinks(Page(path: "content/a.md", bytes: Array(text.utf8)))])
  }()

  @Test func `dead, old and unknown links are due`() throws {
    var cache = ExternalLinkCache()
    cache.record(.init(url: "https://a.org", status: 200, checked: "2026-03-02T00:00:00Z"))
    cache.record(.init(url: "https://b.org", status: 404, checked: "2026-03-02T00:00:00Z"))
    cache.record(.init(url: "https://c.org", status: 200, checked: "2026-02-02T00:00:00Z"))
    cache.record(.init(url: "https://gone.org", status: nil, checked: "2026-03-02T00:00:00Z"))
    let month = try #require(Timestamp("2026-03-01"))
    let day = try #require(Timestamp("2026-03-02T00:00:00Z"))
    let hour = try #require(Timestamp("2026-03-02T00:00:01Z"))
    #expect(
      cache.due(links, since: month, deadSince: hour).map(\.url)
        == ["https://b.org", "https://c.org", "https://d.org"])
    #expect(
      cache.due(links, since: month, deadSince: day).map(\.url)
        == ["https://c.org", "https://d.org"])
    cache.keep(only: links)
    #expect(cache["https://gone.org"] == nil)
    #expect(cache["https://b.org"]?.isAlive == false)
  }

  @Test func `the cache is JSON in the order of addresses and reads as it was`() throws {
    var cache = ExternalLinkCache()
    cache.record(.init(url: "https://b.org", status: nil, checked: "2026-03-02T00:00:00Z"))
    cache.record(.init(url: "https://a.org", status: 429, checked: "2026-03-02T00:00:00Z"))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let data = try encoder.encode(cache)
    #expect(
      String(decoding: data, as: UTF8.self) == """
        {"links":[{"checked":"2026-03-02T00:00:00Z","status":429,"url":"https://a.org"},\
        {"checked":"2026-03-02T00:00:00Z","url":"https://b.org"}],"schema":"notes.links/1"}
        """)
    #expect(try JSONDecoder().decode(ExternalLinkCache.self, from: data) == cache)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(
        ExternalLinkCache.self, from: Data("{\"schema\":\"x\",\"links\":[]}".utf8))
    }
  }
}
