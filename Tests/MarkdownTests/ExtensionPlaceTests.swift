import Markdown
import TestSupport
import Testing

/// Where blocks and pieces of text stand that were moved before libcmark read them.
@Suite struct ExtensionPlaceTests {
  @Test(arguments: [
    ("a\n| b |\n|---|\n| c |\n\nd\n", ["paragraph 1:1-1:1", "table 2:1-4:5", "paragraph 6:1-6:1"]),
    (
      "- a\n\n  b | c\n  --|--\n  d\ne\n",
      [
        "list 1:1-5:3", "item 1:1-5:3", "paragraph 1:3-1:3", "table 3:3-5:3", "paragraph 6:1-6:1",
      ]
    ),
    ("> | a |\n> |-|\n> | b |\n", ["quote 1:1-3:7", "table 1:3-3:7"]),
    ("- | a |\n  |-|\n", ["list 1:1-2:5", "item 1:1-2:5", "table 1:3-2:5"]),
    ("| a |\n|-|\n| b |\n---\nc\n", ["table 1:1-3:5", "break 4:1-4:3", "paragraph 5:1-5:1"]),
    ("| a |\n|-|\n    code\n", ["table 1:1-2:3", "indented 3:5-3:8"]),
    (
      "| a |\n|-|\n| b |\n2. c\n",
      ["table 1:1-3:5", "list 4:1-4:4", "item 4:1-4:4", "paragraph 4:4-4:4"]
    ),
    ("> | a |\n> |-|\nb\n", ["quote 1:1-2:5", "table 1:3-2:5", "paragraph 3:1-3:1"]),
    ("a\n\n$$\nx\n$$\nb\n", ["paragraph 1:1-1:1", "math 3:1-5:2", "paragraph 6:1-6:1"]),
    ("> [!TIP]\n> a\n", ["tip 1:1-2:3", "paragraph 2:3-2:3"]),
    ("- [x] a\n", ["list 1:1-1:7", "item 1:1-1:7", "paragraph 1:7-1:7"]),
    (
      "a[^1]\n\n- b\n\n[^1]: c\n\n- d\n",
      [
        "paragraph 1:1-1:5", "list 3:1-3:3", "item 3:1-3:3", "paragraph 3:3-3:3", "list 7:1-7:3",
        "item 7:1-7:3", "paragraph 7:3-7:3",
      ]
    ),
  ])
  func `a block stands where its lines do`(source: String, expected: [String]) {
    let document = Document(parsing: source, extensions: .notes)
    #expect(document.blocks.flatMap(\.outline) == expected)
  }

  @Test(arguments: [
    ("a[^x]\n\n[^x]: b\n    c\n", ["note 3:1-4:5", "paragraph 3:7-4:5"]),
    (
      "a[^x]\n\n   [^x]:  b\n\n    1. c\n\n       ```sh\n       ls\n       ```\n",
      [
        "note 3:4-9:10", "paragraph 3:11-3:11", "list 5:5-9:10", "item 5:5-9:10",
        "paragraph 5:8-5:8", "fenced 7:8-9:10",
      ]
    ),
    ("a[^x]\n\n[^x]: ```sh\n    ls\n    ```\n", ["note 3:1-5:7", "fenced 3:7-5:7"]),
    ("a[^x]\n\n[^x]:\n        ls\n", ["note 3:1-4:10", "indented 4:9-4:10"]),
    ("> a[^x]\n>\n> [^x]: b\n", ["note 3:3-3:9", "paragraph 3:9-3:9"]),
    ("a[^x]\n\n[^x]: | b |\n    |-|\n", ["note 3:1-4:7", "table 3:7-4:7"]),
    ("a[^x]\n\n[^x]:\n", ["note 3:1-3:5"]),
    ("- a[^x]\n\n- b\n\n[^x]: c\n- d\n", ["note 5:1-5:7", "paragraph 5:7-5:7"]),
  ])
  func `a note stands where its lines do`(source: String, expected: [String]) {
    let document = Document(parsing: source, extensions: .notes)
    let outline = document.footnotes.flatMap { note in
      ["note \(note.range.text)"] + note.blocks.flatMap(\.outline)
    }
    #expect(outline == expected)
  }

  @Test func `code in a note's list begins where it stands in the file`() throws {
    let document = Document(
      parsing: "a[^x]\n\n[^x]: - b\n\n        ```sh\n        ls\n        ```\n", firstLine: 4,
      extensions: .notes)
    let code = try #require(document.footnotes.first?.blocks.codeBlocks.first)
    #expect(code.lineStarts == [SourcePosition(line: 9, column: 9)])
    #expect(code.language == "sh")
  }

  @Test(arguments: [
    (
      "| a | **b** |\n|-|-|\n|c\\|d*e*|`f`|\n",
      ["a 1:3", "strong 1:7", "c|d 3:2", "em 3:6", "f 3:11"]
    ),
    ("> | a |\n> |-|\n>  | $x$ :rocket: |\n", ["a 1:5", "x 3:6", "  🚀 3:9"]),
    ("| http://a.b |\n|-|\n| a@b.c |\n", ["link 1:3", "link 3:3"]),
  ])
  func `a piece of a cell begins where it stands in the file`(source: String, expected: [String])
    throws
  {
    let document = Document(parsing: source, extensions: .notes)
    let tables = document.blocks.flatMap { [$0] + $0.children }.compactMap { block -> Table? in
      if case .table(let table) = block.content { table } else { nil }
    }
    let table = try #require(tables.first)
    let pieces = ([table.header] + table.rows).flatMap(\.cells).joined().map { inline in
      let name =
        switch inline.content {
        case .strong: "strong"
        case .emphasis: "em"
        case .link: "link"
        default: [inline].plainText
        }
      return "\(name.drop { $0 == " " }) \(inline.start.line):\(inline.start.column)"
    }
    #expect(pieces == expected.map { String($0.drop { $0 == " " }) })
  }

  @Test func `references are counted, and notes are numbered by the first ones`() {
    let source = "[^b] [^A] [^b] [^no]\n\n[^a]: x [^c]\n\n[^b]: y\n\n[^c]: z\n\n[^d]: never\n"
    let notes = Document(parsing: source, extensions: .notes).footnotes
    #expect(notes.map(\.label) == ["b", "a", "c"])
    #expect(notes.map(\.number) == [1, 2, 3])
    #expect(notes.map(\.referenceCount) == [2, 1, 1])
    #expect(source.htmlOfNotes.contains("id=\"fnref1-2\""))
    #expect(source.htmlOfNotes.contains("href=\"#fnref1-2\""))
  }

  @Test(.readsSharedData)
  func `blocks stand in order, within their parents and within the file in every document`() throws
  {
    let files = ["commonmark-0.30", "gfm-0.29", "gfm-extensions"]
    let examples = try files.flatMap { file in
      SpecificationExample.read(try SharedData.text("spec/\(file).txt")).map(\.markdown)
    }
    for source in examples + (try SharedData.corpus().map(SharedData.text)) { check(source) }
  }

  @Test func `blocks of generated documents stand in order and nothing that hides text is seen`() {
    var random = SplitMix64(seed: 52)
    let pieces = [
      "a", "b c", "*", "**", "_", "`", "[", "](/u)", "<", ">", "\n", "\n\n", "\n> ", "\n- ",
      "\n1. ",
      "\n    ", "\n```\n", "# ", "\n---\n", "\n===\n", "\\", "é", "\n<div>\n", "\t", "|", " | ",
      "\n|-|-|\n", "a | b\n-|-\n", "\\|", "~~", "~", "$", "$$", "\n$$\n", "$x$", "www.a.b",
      "http://c.d/e", "f@g.h", "[^1]", "\n[^1]: ", "\n\n[^2]:\n", "[^2]", "> [!NOTE]\n> ", "- [x] ",
      " {#i}", ":+1:", "\n```math\n",
    ]
    for _ in 0..<10_000 {
      let source = (0..<Int.random(in: 1...20, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
      check(source)
      let html = source.htmlOfNotes
      #expect(
        !html.contains("<q") && !html.contains("\u{A0}"),
        "\(source.debugDescription)")
    }
  }

  private func check(_ source: String) {
    let document = Document(parsing: source, extensions: .notes)
    let lines = source.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    func isInside(_ range: SourceRange) -> Bool {
      [range.start, range.end].allSatisfy { place in
        (1...lines.count).contains(place.line)
          && (1...max(1, lines[place.line - 1].count)).contains(place.column)
      }
    }
    for (blocks, parent) in [(document.blocks, nil)]
      + document.footnotes.map({ ($0.blocks, Optional($0.range)) })
    {
      #expect(misplaced(blocks, in: parent) == [], "\(source.debugDescription)")
      for range in blocks.flatMap(\.ranges) {
        #expect(isInside(range), "\(range) of \(source.debugDescription)")
      }
    }
  }
}

extension Block {
  /// The places of the block, of all in it and of a table's rows.
  fileprivate var ranges: [SourceRange] {
    if case .table(let table) = content {
      return [range, table.header.range] + table.rows.map(\.range)
    }
    return [range] + children.flatMap(\.ranges)
  }
}

extension SourceRange {
  fileprivate var text: String { "\(start.line):\(start.column)-\(end.line):\(end.column)" }
}
