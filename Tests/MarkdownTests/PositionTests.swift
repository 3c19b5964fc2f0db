import Markdown
import TestSupport
import Testing

/// Where blocks stand, above all where libcmark 0.30 tells it wrong.
@Suite struct PositionTests {
  @Test(arguments: [
    ("<!-- a -->\n", ["html 1:1-1:10"]),
    ("<script>\nx\n</script>\n\nb\n", ["html 1:1-3:9", "paragraph 5:1-5:1"]),
    ("a\n\n---\n\nb\n", ["paragraph 1:1-1:1", "break 3:1-3:3", "paragraph 5:1-5:1"]),
    ("    code\n    more\n\nb\n", ["indented 1:5-2:8", "paragraph 4:1-4:1"]),
    (
      "- a\n- b\n\nc\n",
      [
        "list 1:1-2:3", "item 1:1-1:3", "paragraph 1:3-1:3", "item 2:1-2:3", "paragraph 2:3-2:3",
        "paragraph 4:1-4:1",
      ]
    ),
    ("-\n", ["list 1:1-1:1", "item 1:1-1:1"]),
    ("```sh\nls\n```\n", ["fenced 1:1-3:3"]),
    ("> ```sh\n> ls\n\nb\n", ["quote 1:1-2:4", "open fence 1:3-2:4", "paragraph 4:1-4:1"]),
    ("```\n```x\n", ["open fence 1:1-2:4"]),
    ("    ```\n", ["indented 1:5-1:7"]),
    ("- ```\n  a\n  ```\n", ["list 1:1-3:5", "item 1:1-3:5", "fenced 1:3-3:5"]),
    ("- ```\n```\n", ["list 1:1-1:5", "item 1:1-1:5", "open fence 1:3-1:5", "open fence 2:1-2:3"]),
    (
      "- a\n\n  ```\n```\n",
      [
        "list 1:1-3:5", "item 1:1-3:5", "paragraph 1:3-1:3", "open fence 3:3-3:5",
        "open fence 4:1-4:3",
      ]
    ),
    ("> ```\n```\n", ["quote 1:1-1:5", "open fence 1:3-1:5", "open fence 2:1-2:3"]),
    ("a\nb\n===\nc\n", ["heading 1:1-3:3", "paragraph 4:1-4:1"]),
    ("# a\nb\n", ["heading 1:1-1:3", "paragraph 2:1-2:1"]),
    (
      "1. a\n\n\t```sh\n\tb\n\t```\n",
      ["list 1:1-5:4", "item 1:1-5:4", "paragraph 1:4-1:4", "fenced 3:2-5:4"]
    ),
    ("-\t```\n\ta\n\t```\n", ["list 1:1-3:4", "item 1:1-3:4", "fenced 1:3-3:4"]),
    ("", []),
  ])
  func `a block ends where its last byte stands`(source: String, expected: [String]) {
    #expect(Document(parsing: source).blocks.flatMap(\.outline) == expected)
  }

  @Test(arguments: [
    ("```\na\n b\n```\n", ["2:1", "3:1"]),
    ("> ```\n> a\n> b\n> ```\n", ["2:3", "3:3"]),
    ("1. x\n   ```\n   a\n    b\n   ```\n", ["3:4", "4:4"]),
    ("    a\n      b\n", ["1:5", "2:5"]),
    ("```\n\n```\n", ["2:1"]),
  ])
  func `a line of code begins after its container's marks`(source: String, expected: [String]) {
    let starts = Document(parsing: source).blocks.codeBlocks.flatMap(\.lineStarts)
    #expect(starts.map { "\($0.line):\($0.column)" } == expected)
  }

  @Test func `lines count from the given first line`() {
    let document = Document(parsing: "a\n\n- b\n", firstLine: 10)
    #expect(document.blocks.flatMap(\.outline).first == "paragraph 10:1-10:1")
    #expect(document.blocks.last?.range.end == SourcePosition(line: 12, column: 3))
  }

  @Test(.readsSharedData)
  func `blocks stand in order and within their parents in every example and document`() throws {
    let text = try SharedData.text("spec/commonmark-0.30.txt")
    let examples = SpecificationExample.read(text).map(\.markdown)
    for source in examples + (try SharedData.corpus().map(SharedData.text)) {
      #expect(misplaced(Document(parsing: source).blocks, in: nil) == [], "\(source)")
    }
  }

  @Test func `nesting beyond the limit is flattened, told, and loses no text`() {
    let quotes = Document(parsing: String(repeating: ">", count: 100_000) + " deep\n")
    #expect(quotes.flattenedAt == SourcePosition(line: 1, column: Document.maximumNesting))
    #expect(html(quotes).contains("deep"))
    let list = Document(parsing: String(repeating: "- ", count: 5_000) + "deep\n")
    #expect(list.flattenedAt != nil)
    #expect(html(list).contains("deep"))
    let emphasis = Document(
      parsing: String(repeating: "*a _b ", count: 5_000) + String(repeating: "_*", count: 5_000)
        + "\n")
    #expect(html(emphasis).ranges(of: "b ").count == 5_000)
    #expect(Document(parsing: "> > > a\n").flattenedAt == nil)
  }

  private func html(_ document: Document) -> String {
    var renderer = HTMLRenderer()
    renderer.render(document.blocks)
    return String(decoding: renderer.output, as: UTF8.self)
  }
}

/// The places of blocks that leave their parent or begin before their elder sibling ends.
func misplaced(_ blocks: [Block], in parent: SourceRange?) -> [String] {
  var found: [String] = []
  var previous: SourceRange?
  for (range, children) in blocks.map({ ($0.range, $0.children) }) {
    if let parent, !parent.contains(range) { found.append("\(range) leaves \(parent)") }
    if let previous, previous.end >= range.start { found.append("\(range) overlaps \(previous)") }
    previous = range
    found += misplaced(children, in: range)
  }
  return found
}

extension Block {
  /// The block and all in it as "kind line:column-line:column".
  var outline: [String] {
    let kind =
      switch content {
      case .blockQuote: "quote"
      case .list: "list"
      case .codeBlock(let code):
        switch code.form {
        case .indented: "indented"
        case .fenced(isClosed: true): "fenced"
        case .fenced(isClosed: false): "open fence"
        }
      case .htmlBlock: "html"
      case .paragraph: "paragraph"
      case .heading: "heading"
      case .thematicBreak: "break"
      case .table: "table"
      case .alert(let alert): alert.kind.rawValue
      case .math: "math"
      case .definitionList: "definitions"
      }
    guard case .list(let list) = content else {
      return ["\(kind) \(text(range))"] + children.flatMap(\.outline)
    }
    return ["\(kind) \(text(range))"]
      + list.items.flatMap { ["item \(text($0.range))"] + $0.blocks.flatMap(\.outline) }
  }

  private func text(_ range: SourceRange) -> String {
    "\(range.start.line):\(range.start.column)-\(range.end.line):\(range.end.column)"
  }
}

extension [Block] {
  /// Every code block, in order.
  var codeBlocks: [CodeBlock] {
    flatMap { block in
      if case .codeBlock(let code) = block.content { [code] } else { block.children.codeBlocks }
    }
  }
}
