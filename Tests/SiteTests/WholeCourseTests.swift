import Course
import Site
import Testing

/// The page of the whole course.
struct WholeCourseTests {
  private func whole(
    _ pages: [String: String], theme: [String: String] = [:]
  ) throws -> (course: WholeCourse?, text: String) {
    let theme = try Theme(overrides: theme.mapValues { Array($0.utf8) })
    let pages = pages.map { Page(path: "content/\($0.key)", bytes: Array($0.value.utf8)) }
    var settings = CourseSettings()
    settings.title = "The <course>"
    let links = LinkTable(paths: pages.map(\.path), files: ["content/x/f.txt"])
    let context = PageContext(links: links, settings: settings, theme: theme)
    let drafts = pages.map { PageDraft($0, in: context) }
    let builder = SiteBuilder(settings: settings, theme: theme, pages: drafts.map(\.page))
    guard let course = builder.whole else { return (nil, "") }
    var bytes = course.opening
    for (place, index) in course.pages.enumerated() {
      let draft = drafts.first { $0.page.path == builder.pages[index].path }
      bytes += course.section(place, body: draft?.body ?? [])
    }
    return (course, String(decoding: bytes + course.closing, as: UTF8.self))
  }

  @Test(arguments: [
    ("[a](../a.md)", "<a href=\"#a.html\">"), ("[a](../a.md#one)", "<a href=\"#a.html:one\">"),
    ("[a](../a.md?q=1#one)", "<a href=\"#a.html:one\">"),
    ("[a](p.md#h)", "<a href=\"#x/p.html:h\">"), ("[a](#h)", "<a href=\"#x/p.html:h\">"),
    ("[a](#)", "<a href=\"#x/p.html\">"), ("[a](#top)", "<a href=\"#x/p.html\">"),
    ("[a](../é%20b.md#é)", "<a href=\"#~c3~a9~20b.html:%C3%A9\">"),
    ("[a](f.txt#x)", "<a href=\"x/f.txt#x\">"), ("[a](../hidden.md)", "<a href=\"hidden.html\">"),
    ("[a](https://e.org/a.html#b)", "<a href=\"https://e.org/a.html#b\">"),
    ("[a](mailto:a@e.org)", "<a href=\"mailto:a@e.org\">"), ("![a](i.png)", "<img src=\"x/i.png\""),
    ("![a](data:image/png;base64,AA)", "<img src=\"data:image/png;base64,AA\""),
    ("## Head", "<h3 id=\"x/p.html:head\">Head <a class=\"anchor\" href=\"#x/p.html:head\""),
    ("```sh name=s\nls\n```", "id=\"x/p.html:step:s\""),
    ("<a name=n></a>", "<a name=x/p.html:n></a>"), ("<label for='i'>", "<label for='x/p.html:i'>"),
    ("<p aria-labelledby=\"a b\">", "aria-labelledby=\"x/p.html:a x/p.html:b\""),
    ("<img srcset=\"i.png, /j.png 2x,k.png\">", "srcset=\"x/i.png, /j.png 2x,x/k.png\""),
    ("<svg><path fill=\"url(#g)\"/></svg>", "fill=\"url(#x/p.html:g)\""),
    ("<input name=\"n\" id=i>", "<input name=\"n\" id=x/p.html:i>"),
    ("<!-- <a id=\"x\"> -->", "<!-- <a id=\"x\"> -->"),
    ("`<a id=\"x\">`", "&lt;a id=&quot;x&quot;&gt;"),
    ("<p title=\"<a id='x'>\">", "<p title=\"<a id='x'>\">"),
    ("<a href=\"unclosed", "href=&quot;unclosed"),
    ("A[^1]\n\n[^1]: B", "id=\"x/p.html:fn1\""),
    ("<a href=\"../../out.html\">", "<a href=\"../../out.html\">"),
  ])
  func `ids are the page's own and links lead to where they are now`(
    markdown: String, expected: String
  ) throws {
    let text = try whole([
      "a.md": "# A\n\n## One\n", "é b.md": "# B\n", "hidden.md": "---\nhide: true\n---\n# H\n",
      "x/p.md": "# P\n\n\(markdown)\n",
    ]).text
    #expect(text.contains(expected), "\(text)")
  }

  @Test func `all pages that are listed come in order, below their contents`() throws {
    let text = try whole([
      "index.md": "# Start\n", "week2.md": "# Two\n", "week10.md": "# Ten\n",
      "part/a.md": "# Part A\n", "h.md": "---\nhide: navigation\n---\n# Hidden\n",
    ]).text
    let sections = text.matches(of: /<section class="whole-page" id="([^"]*)">/).map { $0.output.1 }
    #expect(sections == ["index.html", "part/a.html", "week2.html", "week10.html"])
    #expect(!text.contains("Hidden"))
    #expect(text.contains("<meta name=\"robots\" content=\"noindex\">"))
    #expect(text.contains("<h1>The &lt;course&gt;</h1>"))
    let links = text.matches(of: /<li><a href="#([^"]*)">/).map { $0.output.1 }
    #expect(links == sections)
    #expect(
      text.contains("<li>Part\n<ol>\n<li><a href=\"#part/a.html\">Part A</a></li>\n</ol>\n</li>"))
    // What of the same name stands on several pages stands there once.
    let ids = text.matches(of: /\sid="([^"]*)"/).map { String($0.output.1) }
    #expect(Set(ids).count == ids.count)
  }

  @Test func `pages link to it, unless one of them has its address`() throws {
    let files = try testSite(["content/x/a.md": "# A\n"])
    let page = String(decoding: files.first { $0.path == "x/a.html" }?.bytes ?? [], as: UTF8.self)
    #expect(page.contains("<a href=\"../print.html\">"))
    #expect(try whole(["a.md": "# A\n"]).course != nil)
    #expect(try whole(["print.md": "# A\n"]).course == nil)
    #expect(try whole(["a.md": "---\naliases: [/print.html]\n---\n# A\n"]).course == nil)
  }

  @Test func `it loads the script for diagrams where a page has some`() throws {
    let diagram = "# A\n\n```mermaid\na\n```\n"
    let script = "<script defer src=\"mermaid.js\">"
    #expect(try whole(["x/a.md": diagram], theme: ["mermaid.js": "1"]).text.contains(script))
    #expect(!(try whole(["x/a.md": "# A\n"], theme: ["mermaid.js": "1"]).text.contains(script)))
  }
}
