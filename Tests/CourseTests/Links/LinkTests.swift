import Course
import Markdown
import TestSupport
import Testing

/// Where links lead, what is written for them, and which are dead.
struct LinkTests {
  private static let course = [
    "content/index.md": "# Start\n",
    "content/week1.md":
      "# Week 1\n\n## ⚙️ Set up\n\n<a name=\"old\"></a>\n\n```sh name=go\nls\n```\n",
    "content/week2/README.md": "# Week 2\n\n## Ünïcode & more\n",
    "content/week2/my notes.md": "# My notes\n",
    "content/later.md": "---\ndraft: true\n---\n# Later\n",
  ]

  private static let files: Set = [
    "content/images/a b.png", "content/week2/data.csv", "code/run.py", "docker-compose.yml",
    "content/week3/code/x.py",
  ]

  private func pages(_ more: [String: String] = [:]) -> [PageLinks] {
    Self.course.merging(more) { $1 }.sorted { $0.key < $1.key }
      .map { PageLinks(Page(path: $0.key, bytes: Array($0.value.utf8))) }
  }

  @Test(arguments: [
    ("week1.md", "../week1.html", "page content/week1.md"),
    ("../week1.md", "../week1.html", "page content/week1.md"),
    ("../week1.md?plain=1#old", "../week1.html?plain=1#old", "page content/week1.md#old"),
    ("../week1.md#step:go", "../week1.html#step:go", "page content/week1.md#step:go"),
    ("../week1.md#Set-up", "", "no id Set-up"),
    ("../week1.md#-set-up", "../week1.html#-set-up", "page content/week1.md#-set-up"),
    ("../week1.md#️-Set-Up", "../week1.html#-set-up", "page content/week1.md#-set-up"),
    (
      "../week1.md#%EF%B8%8F-set-up", "../week1.html#-set-up", "page content/week1.md#-set-up"
    ),
    ("../week1.md#user-content-old", "../week1.html#old", "page content/week1.md#old"),
    ("../week1.md#top", "../week1.html#top", "page content/week1.md"),
    ("../week1.md#:~:text=a", "../week1.html#:~:text=a", "page content/week1.md"),
    ("#week-2", "#week-2", "page content/week2/README.md#week-2"),
    (
      "#Ünïcode--more", "#%C3%BCn%C3%AFcode--more", "page content/week2/README.md#ünïcode--more"
    ),
    ("#", "#", "page content/week2/README.md"), ("", "", "page content/week2/README.md"),
    ("#week-3", "", "no id week-3"),
    ("./", "index.html", "page content/week2/README.md"),
    ("../week2", "index.html", "page content/week2/README.md"),
    ("../", "../index.html", "page content/index.md"),
    ("/", "../index.html", "page content/index.md"),
    ("/week1.md", "../week1.html", "page content/week1.md"),
    ("/content/week1.md", "../week1.html", "page content/week1.md"),
    ("my%20notes.md", "my%20notes.html", "page content/week2/my notes.md"),
    ("my notes.md", "my%20notes.html", "page content/week2/my notes.md"),
    ("../week1.html#old", "../week1.html#old", "page content/week1.md#old"),
    ("data.csv", "data.csv", "asset content/week2/data.csv > week2/data.csv"),
    ("./data.csv#L10", "./data.csv#L10", "asset content/week2/data.csv > week2/data.csv"),
    ("../images/a%20b.png", "../images/a%20b.png", "asset content/images/a b.png > images/a b.png"),
    ("/images/a b.png", "../images/a%20b.png", "asset content/images/a b.png > images/a b.png"),
    ("../../code/run.py", "../files/code/run.py", "asset code/run.py > files/code/run.py"),
    (
      "/docker-compose.yml#L2", "../files/docker-compose.yml#L2",
      "asset docker-compose.yml > files/docker-compose.yml"
    ),
    ("../week3/code/", "../week3/code/", "folder content/week3/code"),
    ("../later.md", "", "draft content/later.md"), ("../../../a.md", "", "outside"),
    ("../week9.md", "", "missing content/week9.md"), ("/x.md", "", "missing content/x.md"),
    ("https://e.org/week1.md#a", "https://e.org/week1.md#a", "external"),
    ("//e.org/a", "//e.org/a", "external"), ("HTTP://e.org", "HTTP://e.org", "external"),
    ("mailto:a@e.org", "mailto:a@e.org", "other"), ("tel:1", "tel:1", "other"),
    ("../a%zz.md", "", "missing content/a%zz.md"),
  ])
  func `a link of a page leads where code hosts lead`(
    destination: String, href: String, expected: String
  ) {
    let table = LinkTable(pages: pages(), files: Self.files)
    // The first line of the table is about a page of the top folder.
    let destination = destination == "week1.md" ? "../week1.md" : destination
    let found = table.resolution(of: destination, on: "content/week2/README.md")
    #expect(text(found) == expected)
    if found.problem == nil { #expect(found.href == href) }
  }

  private func text(_ resolution: LinkResolution) -> String {
    switch (resolution.problem, resolution.target) {
    case (.missing(let path)?, _): "missing \(path)"
    case (.draft(let path)?, _): "draft \(path)"
    case (.missingID(let id, _)?, _): "no id \(id)"
    case (.outside?, _): "outside"
    case (_, .page(let path, let id)): "page \(path)" + (id.map { "#\($0)" } ?? "")
    case (_, .asset(let path, let address)): "asset \(path) > \(address)"
    case (_, .folder(let path)): "folder \(path)"
    case (_, .external): "external"
    case (_, .other): "other"
    case (_, .nowhere): "nowhere"
    }
  }

  @Test func `a folder without a page leads to the repository`() {
    let repository = Repository(url: "https://github.com/a/b")
    let table = LinkTable(pages: pages(), files: Self.files, repository: repository)
    let found = table.resolution(of: "week3/code", on: "content/index.md")
    #expect(found.href == "https://github.com/a/b/tree/main/content/week3/code")
    #expect(found.problem == nil)
  }

  /// `⟦` marks where the trouble is told.
  @Test(arguments: [
    ("See ⟦[a](wek1.md).", "dead-link", "write `week1.md`"),
    ("> - ⟦[a](Week1.md#old)", "dead-link", "write `week1.md#old`"),
    ("⟦[a](week1)", "dead-link", "write `week1.md`"),
    ("⟦[a](my%20notes.md)", "dead-link", "write `week2/my%20notes.md`"),
    ("⟦[a](/week3/run.py)", "dead-link", "write `../code/run.py`"),
    ("⟦[a](zzzzzz.md)", "dead-link", "write where it is now, or take the link out"),
    (
      "⟦[a](www.example.org/x)", "dead-link",
      "write `https://www.example.org/x` if it is on another site"
    ),
    ("⟦[a](later.md)", "dead-link", "take `draft: true` out of content/later.md, or the link"),
    ("⟦[a](../../b.md)", "dead-link", "write the whole address, with https://"),
    (
      "⟦[a](week3/code)", "dead-link",
      "add content/week3/code/README.md, link to a file in it, or set `repository` in notes.yml"
    ),
    ("⟦[a](week1.md#setup)", "dead-anchor", "write `week1.md#-set-up`"),
    ("## Now\n\n⟦[a](#nwo)", "dead-anchor", "write `#now`"),
    ("⟦[a](Page/page.md)", "dead-link", "write where it is now, or take the link out"),
    ("⟦[a](pagee.md)", "dead-link", "write where it is now, or take the link out"),
    ("# A ⟦![a](images/b.png)", "dead-image", "write where it is now, or take the link out"),
    ("![a](images/a%20b.png) ⟦![a](images\\a%20b.png)", "dead-image", "write `images/a%20b.png`"),
    (
      "- <p>\n  x <img alt=\"a>b\"\n    src='⟦images/A b.png'>\n", "dead-image",
      "write `images/a%20b.png`"
    ),
    ("x <a href=\"⟦wek1.md\">a</a>", "dead-link", "write `week1.md`"),
    (
      "⟦[a][r]\n\n[r]: week1.md#x-y", "dead-anchor",
      "write the heading's words in lowercase, with `-` for each blank"
    ),
  ])
  func `a dead link is told at its place with its mend`(
    text: String, rule: String, mend: String
  ) throws {
    let mark = try #require(text.firstRange(of: "⟦")).lowerBound
    let lines = text[..<mark].split(separator: "\n", omittingEmptySubsequences: false)
    let place = "\(lines.count):\(lines[lines.count - 1].utf8.count + 1)"
    let found = try check(text.replacing("⟦", with: ""))
    #expect(found.map(\.rule) == [rule])
    #expect(found.map { "\($0.position.line):\($0.position.column)" } == [place])
    #expect(found.map(\.mend) == [mend])
    let isFolder = mend.hasPrefix("add ")
    #expect(found.map(\.severity) == [isFolder ? .hint : .error])
  }

  @Test(arguments: [
    "[a](week1.md) ![b](<images/a b.png>) [c](week2/) <https://e.org> [d](mailto:x@e.org)",
    "`[a](no.md)`\n\n```\n[a](no.md)\n```\n", "<!-- <a href=\"no.md\"> -->",
    "<script>a = '<a href=\"no.md\">'</script>", "<a href=\"week1.md?a=1&amp;b#old\">x</a>",
    "<pre>&lt;a href=\"no.md\"></pre>", "<a id=\"x\"></a>[a](#x)",
    "<!-- notes: silence=dead-link -->\n[a](no.md)", "---\nsilence: dead-link\n---\n[a](no.md)",
    "---\ndraft: true\n---\n[a](no.md)",
  ])
  func `a page without dead links is let be`(text: String) throws {
    #expect(try check(text).filter { !$0.isSilenced }.map(\.message) == [])
  }

  private func check(_ text: String) throws -> [Diagnostic] {
    let pages = pages(["content/page.md": text])
    let check = LinkCheck(LinkTable(pages: pages, files: Self.files))
    return check.diagnostics(try #require(pages.first { $0.path == "content/page.md" }))
  }

  @Test func `external links come once each, a host in turn`() {
    let pages = pages([
      "content/a.md": "[a](https://a.org/1#x) <https://a.org/2> [b](http://u@B.org:80/)\n",
      "content/b.md": "<https://a.org/1#y>\n",
    ])
    let links = ExternalLinks(pages)
    #expect(links.links.map(\.url) == ["https://a.org/1", "http://u@B.org:80/", "https://a.org/2"])
    #expect(links.links.map(\.host) == ["a.org", "b.org", "a.org"])
    #expect(links.links[0].places.map(\.path) == ["content/a.md", "content/b.md"])
  }

  @Test func `time and memory grow with the text alone`() {
    let hostile = [
      String(repeating: "<a href=\"", count: 100_000), String(repeating: "<!-- ", count: 100_000),
      String(repeating: "<a b=c ", count: 100_000), String(repeating: "[a b][", count: 100_000),
      String(repeating: "[aa][bb] ", count: 20_000), String(repeating: "<script>", count: 100_000),
    ]
    for text in hostile {
      let page = Page(path: "content/page.md", bytes: Array("<div>\n\(text)\n\n\(text)".utf8))
      let links = PageLinks(page)
      #expect(LinkCheck(LinkTable(pages: [links], files: [])).diagnostics(links).count < 200_000)
      _ = PageCheck.diagnostics(page)
    }
  }

  @Test(.readsSharedData) func `links of real notes resolve, and what is told has a place in them`()
    throws
  {
    let prefix = "corpus/data-engineering-zoomcamp/"
    let pages = try SharedData.corpus().filter { $0.hasPrefix(prefix) }.map {
      Page(path: "content/" + $0.dropFirst(prefix.count), bytes: try SharedData.bytes($0))
    }
    let links = pages.map { PageLinks($0) }
    let table = LinkTable(pages: links, files: [])
    let check = LinkCheck(table)
    var inner = 0
    for (page, links) in zip(pages, links) {
      for link in links.links {
        if case .page = table.resolution(of: link.destination, on: page.path).target { inner += 1 }
      }
      for diagnostic in check.diagnostics(links) {
        let line = try #require(page.source.line(diagnostic.position.line))
        let first = line.utf8.dropFirst(diagnostic.position.column - 1).first
        #expect(first != nil, "\(diagnostic.path):\(diagnostic.position)")
        #expect(diagnostic.mend != nil)
      }
    }
    #expect(inner > 200)
  }
}
