import Course
import Site
import Testing

/// Pictures on pages.
struct ImageTests {
  private static let images = [
    "content/a.png": SiteImage(
      path: "a.png", digits: "0123abcd", header: .sized(width: 64, height: 32)),
    "content/x/b c.svg": SiteImage(path: "x/b c.svg", digits: "4567abcd", header: .sizeless),
    "content/no.gif": SiteImage(path: "no.gif", digits: "89ababcd", header: nil),
  ]

  private func draft(_ markdown: String, rawHTML: String = "allow") throws -> PageDraft {
    var diagnostics: [Diagnostic] = []
    let settings = CourseSettings(
      path: "notes.yml", text: "html: \(rawHTML)", diagnostics: &diagnostics)
    let links = LinkTable(
      paths: ["content/x/p.md", "content/q.md"], files: Set(Self.images.keys + ["content/f.txt"]),
      renamed: Self.images.mapValues(\.address))
    let context = PageContext(
      links: links, settings: settings, theme: try Theme(), images: Self.images)
    return PageDraft(
      Page(path: "content/x/p.md", bytes: Array("# P\n\n\(markdown)\n".utf8)), in: context)
  }

  @Test(arguments: [
    ("![a](../a.png)", "<img src=\"../a.0123abcd.png\" alt=\"a\" width=\"64\" height=\"32\">"),
    (
      "![a](/a.png \"t\")",
      "<img src=\"../a.0123abcd.png\" alt=\"a\" title=\"t\" width=\"64\" height=\"32\">"
    ),
    ("![a](<b c.svg>)", "<img src=\"b%20c.4567abcd.svg\" alt=\"a\">"),
    ("![a](../no.gif)", "<img src=\"../no.89ababcd.gif\" alt=\"a\">"),
    ("![a](https://e.org/a.png)", "<img src=\"https://e.org/a.png\" alt=\"a\">"),
    ("[a](../a.png)", "<a href=\"../a.0123abcd.png\">a</a>"),
    ("[a](../f.txt)", "<a href=\"../f.txt\">a</a>"),
    (
      "![a](../a.png) ![b](../a.png) ![c](https://e.org/a.png)",
      "alt=\"b\" width=\"64\" height=\"32\" loading=\"lazy\" decoding=\"async\"> <img "
        + "src=\"https://e.org/a.png\" alt=\"c\" loading=\"lazy\" decoding=\"async\">"
    ),
    ("<img alt='x' src='../a.png'>", "<img alt='x' src='../a.0123abcd.png'>"),
    ("a <a href=\"../q.md#x\">b</a>", "<a href=\"../q.html#x\">b</a>"),
    (
      "<picture>\n<source srcset=\"../a.png, b%20c.svg 2x\">\n</picture>",
      "<source srcset=\"../a.0123abcd.png, b%20c.4567abcd.svg 2x\">"
    ),
    ("<object data=\"../a.png\"></object>", "<object data=\"../a.0123abcd.png\">"),
    ("<p data=\"../a.png\">x</p>", "<p data=\"../a.png\">"),
    ("<img src=\"none.png\">", "<img src=\"none.png\">"),
  ])
  func `a picture stands under its name in the site, with its size`(
    markdown: String, expected: String
  ) throws {
    let html = String(decoding: try draft(markdown).body, as: UTF8.self)
    #expect(html.contains(expected), "\(html)")
  }

  @Test(arguments: ["escape", "safe"])
  func `raw HTML that is not allowed names nothing`(rawHTML: String) throws {
    let draft = try draft("<img src=\"../a.png\">", rawHTML: rawHTML)
    let html = String(decoding: draft.body, as: UTF8.self)
    #expect(!html.contains("0123abcd"))
    // The copy of the notes does.
    #expect(draft.page.images == ["content/a.png"])
  }

  @Test func `a page knows the pictures whose names it holds`() throws {
    let draft = try draft("![a](../a.png) <img src=\"b%20c.svg\"> ![a](../a.png) ![x](y.png)")
    #expect(draft.page.images == ["content/a.png", "content/x/b c.svg"])
  }

  @Test(arguments: [
    ("![a](../a.png)", "![a](../a.0123abcd.png)"),
    ("![a][r]\n\n[r]: ../a.png 'T'", "![a][r]\n\n[r]: ../a.0123abcd.png 'T'"),
    ("> ![r]\n>\n> [r]: <../a.png>", "> ![r]\n>\n> [r]: <../a.0123abcd.png>"),
    ("<img src=\"../a.png\">", "<img src=\"../a.0123abcd.png\">"),
    ("[q]\n\n[q]: /q.md", "[q]\n\n[q]: ../q.md"),
    ("`[r]: ../a.png`", "`[r]: ../a.png`"),
  ])
  func `the copy of the notes names pictures as the site has them`(
    markdown: String, expected: String
  ) throws {
    let text = String(decoding: try draft(markdown).twin, as: UTF8.self)
    #expect(text == "# P\n\n\(expected)\n")
  }
}
