import Course
import Foundation
import Site
import TestSupport
import Testing

/// The files by which a site tells programs of itself.
struct OutputTests {
  private static let hostile = "<A> & \"b\" 'c' \\ ]]> \u{1}é\n[x]"

  private func settings(_ more: String = "url: https://e.org/c\n") -> CourseSettings {
    var diagnostics: [Diagnostic] = []
    let yaml = "title: A course\ndescription: About <it>\nlanguage: pt-br\n" + more
    defer { #expect(diagnostics == []) }
    return CourseSettings(path: "notes.yml", text: yaml, diagnostics: &diagnostics)
  }

  private func page(_ name: String, _ front: String = "", title: String? = nil) -> PageSummary {
    let page = Page(path: "content/\(name).md", bytes: Array("---\nx: y\n\(front)\n---\n".utf8))
    #expect(page.diagnostics == [])
    var summary = PageSummary(page)
    if let title { summary.title = title }
    return summary
  }

  private var pages: [ListedPage] {
    ListedPage.all([
      page("index", "title: Start\ndescription: First"),
      page("a/README", "title: A\ndate: 2026-01-02\ntags: [x, y & z]\naliases: [/old/, b.html, c]"),
      page("b", "date: 2026-03-01T10:00\ndescription: B > A", title: Self.hostile),
      page("hidden", "hide: true\ndate: 2027-01-01"),
      page("week 1", "date: 2026-01-02\nhide: [navigation]\naliases: old/index.html"),
    ])
  }

  private func text(_ file: SiteFile?) throws -> String {
    String(decoding: try #require(file).bytes, as: UTF8.self)
  }

  @Test func `the sitemap has whole addresses of pages that are not hidden`() throws {
    let text = try text(Sitemap.file(pages, settings: settings()))
    let addresses = text.split(separator: "\n").filter { $0.contains("<loc>") }.map {
      String($0.split(separator: ">")[1].prefix { $0 != "<" })
    }
    #expect(
      addresses == [
        "https://e.org/c/", "https://e.org/c/a/", "https://e.org/c/b.html",
        "https://e.org/c/week%201.html",
      ])
    #expect(text.contains("<lastmod>2026-03-01T10:00:00Z</lastmod>"))
  }

  @Test func `the feed has pages with dates, newest first`() throws {
    let text = try text(AtomFeed.file(pages, settings: settings()))
    let ids = text.split(separator: "\n").filter { $0.contains("<id>") }.map {
      String($0.split(separator: ">")[1].prefix { $0 != "<" })
    }
    #expect(
      ids == [
        "https://e.org/c/feed.xml", "https://e.org/c/b.html", "https://e.org/c/a/",
        "https://e.org/c/week%201.html",
      ])
    #expect(text.contains("<updated>2026-03-01T10:00:00Z</updated>"))
    #expect(text.contains("<category term=\"y &amp; z\"/>"))
    #expect(text.contains("<summary>B &gt; A</summary>"))
    let undated = ListedPage.all([page("index"), page("x", "hide: [feed]\ndate: 2026-01-01")])
    #expect(AtomFeed.file(undated, settings: settings()) == nil)
  }

  @Test(.reads(with: .xml)) func `what is XML can be read as XML`() throws {
    var settings = settings()
    settings.title = Self.hostile
    let files = [
      Sitemap.file(pages, settings: settings), AtomFeed.file(pages, settings: settings),
      SiteIcon.file(settings: settings),
    ]
    for file in files {
      let path = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).xml"
      defer { try? FileManager.default.removeItem(atPath: path) }
      try Data(try #require(file).bytes).write(to: URL(filePath: path))
      #expect(try Reader.xml.read("--noout", path) == "", "\(file?.path ?? "")")
    }
  }

  @Test func `without a base URL nothing that needs one is made`() {
    let settings = settings("")
    #expect(Sitemap.file(pages, settings: settings) == nil)
    #expect(RobotsFile.file(settings: settings) == nil)
    #expect(AtomFeed.file(pages, settings: settings) == nil)
    #expect(NotFoundPage.html(outline, pages, settings: settings) == nil)
    let head = head(pages[1], settings, hasFeed: false)
    #expect(!head.contains("canonical"))
    #expect(!head.contains("og:url"))
  }

  private var outline: CourseOutline { CourseOutline(pages.map(\.summary)) }

  /// The pages in the order of the outline.
  private var ordered: [ListedPage] { outline.order.map { pages[$0] } }

  @Test func `robots are told where the sitemap is`() throws {
    #expect(
      try text(RobotsFile.file(settings: settings()))
        == "User-agent: *\nAllow: /\n\nSitemap: https://e.org/c/sitemap.xml\n")
  }

  @Test func `llms.txt has title, description and links to the Markdown of each section`() throws {
    #expect(
      try text(LLMsText.file(outline, ordered, settings: settings()))
        == """
        # A course

        > About <it>

        ## Pages

        - [Start](https://e.org/c/index.md): First
        - [<A> & "b" 'c' \\\\ \\]\\]> \u{1}é \\[x\\]](https://e.org/c/b.md): B > A

        ## A

        - [A](https://e.org/c/a/README.md)

        """)
    #expect(
      try text(LLMsText.file(outline, ordered, settings: settings(""))).contains("](a/README.md)"))
  }

  @Test func `an alias leads on, and one that clashes is no file`() throws {
    let files = RedirectPage.files(pages, settings: settings())
    #expect(files.map(\.path) == ["old/index.html", "c/index.html"])
    let text = try text(files.first)
    #expect(text.contains("<link rel=\"canonical\" href=\"https://e.org/c/a/\">"))
    #expect(text.contains("content=\"0; url=../a/index.html\""))
    #expect(text.contains("<a href=\"../a/index.html\">A</a>"))
    let local = RedirectPage.file(
      alias: "x/y.html", to: pages[2].address, title: Self.hostile, settings: settings(""))
    #expect(try self.text(local).contains("<link rel=\"canonical\" href=\"../b.html\">"))
    #expect(try self.text(local).contains("<title>&lt;A&gt; &amp; &quot;b&quot;"))
  }

  @Test func `the head tells address, icon, twin and what a link shows`() {
    let html = head(pages[1], settings(), hasFeed: true)
    for part in [
      "<link rel=\"canonical\" href=\"https://e.org/c/a/\">",
      "<link rel=\"icon\" type=\"image/svg+xml\" href=\"../icon.svg\">",
      "<link rel=\"manifest\" href=\"../manifest.webmanifest\">",
      "<link rel=\"alternate\" type=\"text/markdown\" href=\"README.md\">",
      "type=\"application/atom+xml\" title=\"A course\" href=\"../feed.xml\">",
      "<meta property=\"og:type\" content=\"article\">", "og:title\" content=\"A\"",
      "<meta property=\"og:locale\" content=\"pt_BR\">",
    ] { #expect(html.contains(part), "\(part)") }
    #expect(!html.contains("og:description"))
    #expect(head(pages[3], settings(), hasFeed: false).contains("noindex"))
    #expect(
      head(pages[2], settings(), hasFeed: false)
        .contains("og:title\" content=\"&lt;A&gt; &amp; &quot;b&quot;"))
  }

  private func head(_ page: ListedPage, _ settings: CourseSettings, hasFeed: Bool) -> String {
    String(decoding: HeadTags.html(page, settings: settings, hasFeed: hasFeed), as: UTF8.self)
  }

  @Test func `the page for what is not found has whole addresses`() throws {
    let html = try #require(NotFoundPage.html(outline, ordered, settings: settings()))
    #expect(html.contains("<a href=\"https://e.org/c/a/\">A</a>"))
    #expect(html.contains("<a href=\"https://e.org/c/b.html\">&lt;A&gt;"))
    #expect(!html.contains("hidden"))
    #expect(html.ranges(of: "href=").count == html.ranges(of: "href=\"https://e.org/c/").count)
  }

  @Test(arguments: ["A course", hostile, "", "\u{1F600}"])
  func `the manifest is JSON`(title: String) throws {
    var settings = settings()
    settings.title = title
    let bytes = WebManifest.file(settings: settings).bytes
    let json = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    #expect(json?["name"] as? String == title)
    #expect(json?["lang"] as? String == "pt-br")
  }

  @Test(arguments: [
    ("A course", ">A<"), ("über", ">Ü<"), ("-- 3 --", ">3<"), ("", ">#<"), ("&", ">#<"),
  ])
  func `the icon has the title's first letter`(title: String, expected: String) throws {
    var settings = settings()
    settings.title = title
    let text = try text(SiteIcon.file(settings: settings))
    #expect(text.contains(expected))
    #expect(try self.text(SiteIcon.file(settings: settings)) == text)
  }

  @Test func `white letters can be read on every colour of the icon`() {
    var colors: Set<String> = []
    for number in 0..<100 {
      var settings = CourseSettings()
      settings.title = "\(number)"
      colors.insert(SiteIcon.color(settings))
    }
    #expect(colors.count > 4)
    for color in colors {
      let parts = [1, 3, 5].map { start in
        let digits = color.dropFirst(start).prefix(2)
        let share = Double(Int(digits, radix: 16) ?? 0) / 255
        return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
      }
      let luminance = 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
      #expect(1.05 / (luminance + 0.05) >= 4.5, "\(color)")
    }
  }

  @Test(arguments: [
    ("---\ntitle: A\n---\n# A\n", "# A\n"),
    ("# A\n\n<!-- step: timeout=3s -->\n```sh\nls\n```\n", "# A\n\n```sh\nls\n```\n"),
    (
      "- x\n\n  <!-- notes: silence=asks -->\n  ```sh\n  ls\n  ```\n",
      "- x\n\n  ```sh\n  ls\n  ```\n"
    ),
    ("> <!-- step: timeout=3s -->\n> x\n", "> \n> x\n"),
    ("<!-- a word -->\n\n<div>\nb</div>\n", "<!-- a word -->\n\n<div>\nb</div>\n"),
    ("[a](b.md) [b](../content/b.md#x)", "[a](b.md) [b](../content/b.md#x)"),
    ("[a](/b.md) ![p](</i/p q.png>) [c](sub/)", "[a](b.md) ![p](<i/p%20q.png>) [c](sub/README.md)"),
    (
      "<a href=\"/b.md\">x</a> [n](/no.md) [w](b.html#b)",
      "<a href=\"b.md\">x</a> [n](/no.md) [w](b.md#b)"
    ),
    ("[r]\n\n[r]: /b.md\n", "[r]\n\n[r]: b.md\n"), ("", ""), ("---\nx: y\n---", ""),
    ("[f](../code/x.py)", "[f](files/code/x.py)"),
  ])
  func `the Markdown twin holds beside the others`(source: String, expected: String) throws {
    let page = Page(path: "content/a.md", bytes: Array(source.utf8))
    let others = ["content/b.md", "content/sub/README.md"].map {
      PageLinks(Page(path: $0, bytes: Array("# B\n".utf8)))
    }
    let table = LinkTable(
      pages: others + [PageLinks(page)], files: ["content/i/p q.png", "code/x.py"])
    let file = MarkdownTwin.file(
      page, links: PageLinks(page), PageResolutions(table, onPage: page.path))
    #expect(file.path == "a.md")
    #expect(try text(file) == expected)
  }

  @Test(arguments: [
    ("<a href=\"b.md\" title=\"b.md\">b.md</a>", "<a href=\"<b.md>\" title=\"b.md\">b.md</a>"),
    ("<img src='x&amp;y'><p>", "<img src='<x&y>'><p>"), ("<img src=a/b>", "<img src=<a/b>>"),
    ("<a id=x>", "<a id=x>"), ("<!-- <a href=\"b\"> -->", "<!-- <a href=\"b\"> -->"),
    ("<a href=\"b", "<a href=\"b"), ("<a HREF = \"b\"/>", "<a HREF = \"<b>\"/>"),
  ])
  func `addresses in raw HTML are replaced and nothing else`(html: String, expected: String) {
    let found = RawHTMLText.replacingAddresses(in: html) { "<\($0)>" }
    let plain = found.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&amp;", with: "&")
    #expect(plain == expected)
  }
}
