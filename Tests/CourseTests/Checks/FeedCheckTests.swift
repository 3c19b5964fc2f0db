import Course
import Markdown
import Testing

/// The hint that a feed is missing.
struct FeedCheckTests {
  /// The front matter of pages, the settings, and the place of the hint.
  @Test(arguments: [
    (["date: 2026-03-01"], "", "a.md:2:1"), (["title: A\ndate: 2026-03-01"], "", "a.md:3:1"),
    (["title: A", "date: 2026-03-01", "date: 2026-03-02"], "", "b.md:2:1"),
    (["date: 2026-03-01"], "url: https://example.org", ""), (["title: A"], "", ""),
    (["date: soon"], "", ""), (["date: 2026-03-01\ndraft: true"], "", ""),
    (["date: 2026-03-01\nhide: feed"], "", ""),
    (["date: 2026-03-01\nsilence: missing-url"], "", ""),
  ])
  func `a date without an address of the site is told once`(
    pages: [String], settings: String, place: String
  ) {
    var problems: [Diagnostic] = []
    let settings = CourseSettings(path: "notes.yml", text: settings, diagnostics: &problems)
    let pages = zip(["a.md", "b.md", "c.md"], pages).map { path, text in
      Page(path: path, bytes: Array("---\n\(text)\n---\n# A\n".utf8))
    }
    let found = FeedCheck.diagnostics(pages, settings: settings).filter { !$0.isSilenced }
    #expect(
      found.map { "\($0.path):\($0.position.line):\($0.position.column)" }
        == (place.isEmpty ? [] : [place]))
  }
}
