import Course
import Testing

@testable import Site

/// By which terms pages are found, and how the files of search hold them.
struct SearchTests {
  @Test(arguments: [
    ("Docker and docker", "docker and"), ("über naïve ŁÓDŹ", "uber naive lodz"),
    ("Straße Æsir œuvre", "strasse aesir oeuvre"), ("u\u{308}ber", "uber"),
    ("docker-compose", "docker compose docker-compose"), ("--no-cache", "no cache no-cache"),
    ("/etc/hosts", "etc hosts etc/hosts"), ("snake_case.", "snake case snake_case"),
    ("a://b", "a b a://b"), ("(x86_64)", "x86 64 x86_64"), ("-p 80:80", "p 80 80:80"),
    ("and - or", "and or"), ("end. Next", "end next"), ("\\\"quoted\\\\ n", "quoted n"),
    ("line\\nfeed", "line feed"), ("Привет, Ёж", "привет еж"), ("ΟΔΟΣ", "οδοσ"),
    ("数据库", "数据 据库 库"), ("数", "数"), ("SQL数据", "sql 数据 据"), ("数a", "数 a"),
    ("データ", "デー ータ タ"), ("한국어", "한국어"), ("हिन्दी", "हिन्दी"), ("→ — …", ""),
    (String(repeating: "a", count: 40), String(repeating: "a", count: 32)),
    (String(repeating: "ж", count: 40), String(repeating: "ж", count: 32)),
  ])
  func `text is found by its words, folded, whole and in parts`(text: String, terms: String) {
    #expect(
      Self.terms("\"\",[1,\"\",\"\",\"\(text)\"]]").map(\.term).joined(separator: " ") == terms)
  }

  @Test(arguments: [
    ("# Docker\n", 6), ("# Docker\n\n## Docker\n", 7), ("# A\n\n## Docker\n", 4),
    ("# A\n\n## Docker\n\ndocker docker docker\n", 5), ("# A\n\n```sh\ndocker ps\n```\n", 2),
    ("# A\n\n```\ndocker docker\n```\n\ndocker\n", 3), ("# A\n\ndocker\n", 0),
    ("# A\n\ndocker docker\n", 1), ("# A\n\ndocker docker docker docker\n", 2),
    ("# A\n\n| a |\n| - |\n| docker |\n", 0), ("# A\n\n> - *doc*ker\n", 0),
    ("# A\n\n[docker](https://e.org)\n", 0), ("# A\n\n<!-- docker -->\n", nil),
    ("# A\n\n[a](https://docker.com)\n", nil), ("---\ntitle: Docker\n---\n# B\n", 6),
  ])
  func `titles weigh more than headings, headings more than commands, these more than text`(
    markdown: String, weight: UInt8?
  ) {
    let page = Page(path: "content/a.md", bytes: Array(markdown.utf8))
    let text = SearchText(page, PagePlaces(page))
    let term = Self.terms(String(decoding: text.bytes, as: UTF8.self)).first { $0.term == "docker" }
    #expect(term?.weight == weight)
  }

  @Test func `the text of a page is its sections, with code and the steps that it belongs to`() {
    let markdown = "# T\n\nOne \"two\"\n*three*.\n\n```sh\n$ ls \\\n  -l\n```\n\n## B & c\n\n- x\n"
    let page = Page(path: "content/a.md", bytes: Array(markdown.utf8))
    let text = SearchText(page, PagePlaces(page))
    #expect(
      String(decoding: text.bytes, as: UTF8.self)
        == #""T",[1,"","","One \"two\" three.",["$ ls \\\n  -l","step:t"]],[2,"B & c","b--c","x"]]"#
    )
  }

  @Test func `postings are read as they were written`() {
    let pages = [(0, 7), (1, 0), (4, 3), (90, 7), (91, 1), (5000, 6), (99_999, 2)]
    var text: [UInt8] = []
    var size = 0
    var previous = -1
    for (page, weight) in pages {
      SearchPostings.append(page: page, after: previous, weight: UInt8(weight), to: &text)
      size += SearchPostings.size(page: page, after: previous, weight: UInt8(weight))
      previous = page
    }
    #expect(size == text.count)
    #expect(
      text.allSatisfy {
        ("A"..."Z").contains(Unicode.Scalar($0)) || ("a"..."z").contains(Unicode.Scalar($0))
      })
    let decoded = SearchPostings.decoded(text.span)
    #expect(decoded.map { $0.page } == pages.map(\.0))
    #expect(decoded.map { Int($0.weight) } == pages.map(\.1))
  }

  @Test func `shards hold what begins alike, and no more than fits`() {
    let texts = (0..<3000).map { number in
      "\"\",[1,\"\",\"\",\"doc\(number % 700) \(number) the d 数据\"]]"
    }
    let shards = Self.shards(texts)
    #expect(shards.count > 5)
    for shard in shards {
      #expect(shard.parts == [shard], "\(shard.prefix)")
      #expect(SearchShard(prefix: shard.prefix, file: shard.file.bytes) == shard)
      let isSafe = shard.file.path.utf8.dropFirst("search/".count).allSatisfy {
        "abcdefghijklmnopqrstuvwxyz0123456789~-.".utf8.contains($0)
      }
      #expect(isSafe, "\(shard.file.path)")
    }
    let prefixes = shards.map(\.prefix)
    for (one, other) in zip(prefixes, prefixes.dropFirst()) {
      #expect(one < other && !other.hasPrefix(one))
    }
  }

  @Test(arguments: [
    ("d1 common", "d1 common other"), ("d1 common", "common"), ("d1 common", "d1 d1 d1 common"),
    ("d1 common", "d1 common über docker-compose"),
  ])
  func `a changed page gives the same shards whether they are changed or made anew`(
    old: String, new: String
  ) throws {
    func text(_ words: String) -> String { "\"\",[1,\"\",\"\",\"\(words)\"]]" }
    var texts = (0..<400).map { text("d\($0) common ubiquity w\($0 % 7)") }
    texts[200] = text(old)
    var shards = Self.shards(texts)
    let edits = SearchEdit.edits(
      from: SearchTerms(of: Array(text(old).utf8)).packed,
      to: SearchTerms(of: Array(text(new).utf8)).packed, page: 200)
    #expect(!edits.isEmpty)
    let prefixes = Set(shards.map(\.prefix))
    for index in shards.indices {
      let own = edits.filter { $0.prefix(among: prefixes) == shards[index].prefix }
      shards[index].apply(own[...])
    }
    texts[200] = text(new)
    #expect(shards == Self.shards(texts))
  }

  @Test func `a page that grows moves the groups around it alone`() {
    var pages = (0..<200).map { (path: "content/\($0).md", size: 2000) }
    let before = SearchGroup.ranges(pages)
    #expect(before.allSatisfy { (1...5).contains($0.count) })
    #expect(before.flatMap(Array.init) == Array(0..<200))
    pages[100].size = 50_000
    let after = SearchGroup.ranges(pages)
    #expect(Set(before).symmetricDifference(after).count < 12)
  }

  @Test func `the text of a page is found in its group`() {
    let pages = [("a b.html", Array("\"A\",[1]]".utf8)), ("c.html", Array("\"C\",[1]]".utf8))]
    let file = SearchGroup.file(3, pages: pages.map { (address: $0.0, text: $0.1) })
    #expect(file.path == "search/text-3.js")
    #expect(SearchGroup.text(at: 1, address: "c.html", in: file.bytes) == pages[1].1)
    #expect(SearchGroup.text(at: 0, address: "a b.html", in: file.bytes) == pages[0].1)
    #expect(SearchGroup.text(at: 0, address: "c.html", in: file.bytes) == nil)
    #expect(SearchGroup.text(at: 2, address: "c.html", in: file.bytes) == nil)
  }

  private static func terms(_ text: String) -> [(term: String, weight: UInt8)] {
    var terms: [(String, UInt8)] = []
    SearchTerms.forEach(in: SearchTerms(of: Array(text.utf8)).packed) { term, weight in
      terms.append((String(decoding: term.indices.map { term[$0] }, as: UTF8.self), weight))
    }
    return terms
  }

  private static func shards(_ texts: [String]) -> [SearchShard] {
    var index = SearchIndex()
    for text in texts { index.add(SearchTerms(of: Array(text.utf8)).packed) }
    var shards: [SearchShard] = []
    index.forEachShard { shards.append($0) }
    return shards
  }
}
