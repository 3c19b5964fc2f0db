import Foundation
import TestSupport
import Testing

/// The files of search on disk, some of which a build makes of those that stand there.
struct SearchBuildTests {
  private static let pages = [
    "content/index.md": "# Course\n", "content/a.md": "# Docker\n\n## Install it\n\ntext\n",
    "content/b.md": "# B\n\n```sh\ndocker run -p 80:80 nginx\n```\n", "content/x/c.md": "# C\n",
  ]

  private func course(_ files: [String: String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (path, text) in files { try folder.write(text, to: path) }
    return folder
  }

  private func build(_ folder: TemporaryFolder) throws {
    let result = try runNotes(["build"], in: folder.path)
    #expect(result.status == 0, "\(result.error)")
  }

  /// All of search by path in the site.
  private func files(_ folder: TemporaryFolder) throws -> [String: String] {
    let paths = try folder.stamps(below: "site").keys.filter {
      $0.hasPrefix("search/") || $0 == "headings.html"
    }
    return Dictionary(
      uniqueKeysWithValues: try paths.map { ($0, try folder.text("site/\($0)")) })
  }

  @Test func `files are the same whether all are new or some were there before`() throws {
    var pages = Self.pages
    let folder = try course(pages)
    try build(folder)
    let steps: [(String, String?)] = [
      ("content/b.md", "# B\n\nnginx and zebra and zebra\n"), ("content/b.md", "# B\n"),
      ("content/a.md", "# Podman\n\n## Install it\n\nlonger\n\n## And more\n"),
      ("content/x/d.md", "# D\n\nzebra\n"), ("content/a.md", nil),
      ("content/b.md", "---\nhide: search\n---\n# B\n"),
      ("content/b.md", "---\norder: 1\n---\n# B, first\n"), ("content/index.md", nil),
      ("content/x/c.md", "# C\n\n\(String(repeating: "many words ", count: 3000))\n"),
    ]
    for (path, text) in steps {
      pages[path] = text
      if let text {
        try folder.write(text, to: path)
      } else {
        try FileManager.default.removeItem(atPath: "\(folder.path)/\(path)")
      }
      try build(folder)
      let fresh = try course(pages)
      try build(fresh)
      let expected = try files(fresh)
      #expect(expected.count > 3)
      #expect(try files(folder) == expected, "\(path)")
    }
  }

  @Test func `shards are split and joined as if all were made anew`() throws {
    func words(_ letters: String, _ count: Int) -> String {
      (0..<count).map { "\(letters)\($0)" }.joined(separator: " ")
    }
    let many = "\(words("oa", 900)) \(words("ob", 900)) \(words("p", 900))"
    let steps = [
      "few words", "few words \(words("oc", 900))", "few words \(words("od", 9)) zebra",
      "zebra \(words("oa7", 900)) \(words("ob", 900))", "omega über omega", "", words("p", 2500),
      words("pq", 9), many, "word",
    ]
    var pages = Self.pages
    pages["content/a.md"] = "# A\n\n\(many)\n"
    let folder = try course(pages)
    try build(folder)
    var counts: Set<Int> = []
    for (number, text) in steps.enumerated() {
      let path = number == 5 ? "content/a.md" : "content/b.md"
      pages[path] = "# B\n\n\(text)\n"
      try folder.write("# B\n\n\(text)\n", to: path)
      try build(folder)
      let fresh = try course(pages)
      try build(fresh)
      let expected = try files(fresh)
      counts.insert(expected.count)
      #expect(try files(folder) == expected, "\(number)")
    }
    #expect(counts.count > 2)
  }

  @Test func `what is the same is not touched, and what is lost is made again`() throws {
    let folder = try course(Self.pages)
    try build(folder)
    let first = try folder.stamps(below: "site")
    try build(folder)
    #expect(try folder.stamps(below: "site") == first)
    try folder.write("# B\n\n```sh\ndocker run -p 80:80 nginx\n```\n\n", to: "content/b.md")
    try build(folder)
    let second = try folder.stamps(below: "site")
    for path in first.keys where path.hasPrefix("search/") { #expect(second[path] == first[path]) }
    let before = try files(folder)
    try FileManager.default.removeItem(atPath: "\(folder.path)/site/search/text-0.js")
    try folder.write("other", to: "site/search/index.js")
    try build(folder)
    #expect(try files(folder) == before)
  }

  @Test func `a page that outgrows its group changes no other group's file`() throws {
    var pages = Self.pages
    for number in 10..<60 {
      let words = String(repeating: "word ", count: 500)
      pages["content/p\(number).md"] = "# P \(number)\n\n\(words)\n"
    }
    let folder = try course(pages)
    try build(folder)
    let before = try files(folder)
    pages["content/p30.md"] = "# P 30\n\n\(String(repeating: "word ", count: 1500))\n"
    try folder.write(pages["content/p30.md"] ?? "", to: "content/p30.md")
    try build(folder)
    let after = try files(folder)
    let fresh = try course(pages)
    try build(fresh)
    #expect(try files(fresh) == after)
    let texts = Set(before.keys).union(after.keys).filter { $0.hasPrefix("search/text-") }
    let changed = texts.filter { before[$0] != after[$0] }
    #expect(texts.count > 15)
    #expect((2...4).contains(changed.count), "\(changed.sorted())")
  }

  @Test func `hidden pages and drafts are not searched`() throws {
    let folder = try course([
      "content/index.md": "# Course\n\nshown\n",
      "content/a.md": "---\nhide: search\n---\n# Hidden\n",
      "content/b.md": "---\ndraft: true\n---\n# Unfinished\n",
    ])
    try build(folder)
    let all = try files(folder).filter { $0.key.hasPrefix("search/") }.values.joined()
    #expect(all.contains("shown"))
    #expect(!all.lowercased().contains("hidden"))
    #expect(!all.lowercased().contains("unfinished"))
  }

  @Test func `every heading stands in the list of headings, below its page`() throws {
    let folder = try course(Self.pages)
    try build(folder)
    let html = try folder.text("site/headings.html")
    #expect(
      html.contains(
        "<li><a href=\"a.html\">Docker</a>\n<ul>\n<li><a href=\"a.html#install-it\">Install it</a></li>\n</ul>\n</li>"
      ))
    #expect(html.contains("<h2>X</h2>\n<ul>\n<li><a href=\"x/c.html\">C</a></li>\n</ul>"))
    let page = try folder.text("site/x/c.html")
    #expect(page.contains("<a class=\"button find\" href=\"../headings.html\""))
    #expect(page.contains("<a href=\"../headings.html\">All headings</a>"))
  }
}
