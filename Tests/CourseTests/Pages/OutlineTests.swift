import Course
import Markdown
import Testing

/// The tree of pages, their order and their addresses.
struct OutlineTests {
  /// A page a word: `path`, `path=order`, with `~` behind for one that is hidden.
  private func pages(_ text: String) -> [PageSummary] {
    text.split(separator: " ").map { word in
      let parts = word.split(separator: "~", omittingEmptySubsequences: false)
      let halves = parts[0].split(separator: "=")
      var page = PageSummary(
        path: "content/\(halves[0]).md", title: String(halves[0].split(separator: "/").last ?? ""))
      page.order = halves.count > 1 ? Int(halves[1]) : nil
      if parts.count > 1 { page.hiding = .everywhere }
      return page
    }
  }

  private func text(_ entries: [CourseOutline.Entry]) -> String {
    entries.map { entry in
      switch entry {
      case .page(let item): item.title
      case .section(let section):
        "\(section.title)\(section.index == nil ? "" : "*")(\(text(section.entries)))"
      }
    }.joined(separator: " ")
  }

  private func outline(_ words: String, _ navigation: String) -> CourseOutline {
    var diagnostics: [Diagnostic] = []
    let yaml = navigation.isEmpty ? "" : "navigation: [\(navigation)]\n"
    let settings = CourseSettings(path: "notes.yml", text: yaml, diagnostics: &diagnostics)
    #expect(diagnostics == [])
    return CourseOutline(pages(words), navigation: settings.navigation)
  }

  @Test(arguments: [
    ("week10 week2 index week1", "", "index week1 week2 week10"),
    ("b z=1 a=2 index", "", "index z a b"),
    ("c b/x b/index a", "", "a index*(x) c"), ("docker-sql/x", "", "Docker sql(x)"),
    ("b/README b/x README", "", "README README*(x)"),
    ("b/README b/index b/x", "", "index*(README x)"),
    ("b/c/d/x b/y", "", "B(C(D(x)) y)"), ("b/index=1 b/x a", "", "index*(x) a"),
    ("a b~ c/x~", "", "a"), ("c/index~ c/x", "", "C(x)"),
    ("a b c index", "b, index, a", "b index a c"), ("a b c index", "c", "index c a b"),
    ("a b c", "First: c", "First a b"), ("a b c", "Last: [b, a]", "Last(b a) c"),
    ("a b/x b/y", "b/y, a", "y a B(x)"), ("a b/x b/y", "b", "B(x y) a"),
    ("a b/x b/y", "More: [b/], a", "More(B(x y)) a"), ("a b/x b/y", "b/x.md, b", "x B(y) a"),
    ("a b/x", "b/x, b", "x a"), ("b b/x", "b/, b", "B(x) b"),
  ])
  func `pages stand in sections in order`(words: String, navigation: String, expected: String) {
    let outline = outline(words, navigation)
    #expect(text(outline.entries) == expected)
    #expect(outline.diagnostics == [])
    // The numbers count the entries from top to bottom.
    #expect(numbers(outline.entries) == Array(0..<outline.listedCount))
    #expect(outline.order.sorted() == Array(pages(words).indices))
  }

  private func numbers(_ entries: [CourseOutline.Entry]) -> [Int] {
    entries.flatMap { entry in
      switch entry {
      case .page(let item): [item.number]
      case .section(let section):
        (section.index.map { [$0.number] } ?? []) + numbers(section.entries)
      }
    }
  }

  @Test(arguments: [
    ("a week1", "wek1", "'wek1' is no page and no folder of pages: write `week1`"),
    ("a b", "a, b, a", "'a' stands in the navigation twice: take one of the lines out"),
    (
      "a bbbb~", "bbbb", "'bbbb' is no page and no folder of pages: name it by its path in content/"
    ),
  ])
  func `what the settings name wrongly is told`(words: String, navigation: String, told: String) {
    let found = outline(words, navigation).diagnostics
    #expect(found.map { "\($0.message): \($0.mend ?? "")" } == [told])
    #expect(found.map(\.position.line) == [1])
  }

  @Test(arguments: [
    ("content/week1.md", "week1.html", ""), ("content/a/b/c.md", "a/b/c.html", "../../"),
    ("content/README.md", "index.html", ""), ("content/a/Readme.md", "a/index.html", "../"),
    ("content/a/index.md", "a/index.html", "../"), ("content/MY-README.md", "MY-README.html", ""),
  ])
  func `a page has an address`(path: String, expected: String, root: String) throws {
    let address = try #require(SiteAddresses([path])[path])
    #expect(address.path == expected)
    #expect(address.root == root)
  }

  @Test func `a readme beside an index is a page of its own`() {
    let addresses = SiteAddresses(["content/a/README.md", "content/a/index.md"])
    #expect(addresses["content/a/README.md"]?.path == "a/README.html")
    #expect(addresses["content/a/README.md"]?.relative(to: "b/c d.html") == "../b/c%20d.html")
    #expect(addresses["content/a/index.md"]?.absolute("https://e.org/") == "https://e.org/a/")
  }

  @Test(arguments: [
    ("a b", []), ("a b:a.html", ["b 3:5 error"]), ("a:x b:x", ["b 3:5 error"]),
    ("a A", ["a 1:1 warning"]), ("README readme", ["readme 1:1 error"]),
    ("a:old.html b:Old.html", ["b 3:5 warning"]),
  ])
  func `two files at one address are told`(words: String, expected: [String]) {
    let pages = words.split(separator: " ").map { word in
      let parts = word.split(separator: ":")
      let alias = parts.count > 1 ? "aliases:\n  - \(parts[1])\n" : "x: y\n"
      return PageSummary(
        Page(path: "content/\(parts[0]).md", bytes: Array("---\n\(alias)---\n".utf8)))
    }
    let found = AddressCheck.diagnostics(pages).map {
      let name = $0.path.dropFirst("content/".count).dropLast(3)
      return "\(name) \($0.position.line):\($0.position.column) \($0.severity)"
    }
    #expect(found == expected)
  }
}
