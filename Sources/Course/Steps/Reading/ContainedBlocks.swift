internal import Markdown

/// The blocks that an indented block of code is the text of.
///
/// Admonitions and tabs of MkDocs (`!!! note`, `=== "Tab"`) have their content indented by four
/// columns, which CommonMark reads as code, fences and all.
struct ContainedBlocks {
  let document: Document
  private let lineStarts: [SourcePosition]

  /// - Parameter isMarked: whether the paragraph right above announces such content.
  /// - Returns: `nil` for a block that is code.
  init?(_ code: CodeBlock, isMarked: Bool) {
    guard isMarked || code.isFence else { return nil }
    document = Document(parsing: code.literal)
    lineStarts = code.lineStarts
  }

  /// The place in the page, of one in the text of the block.
  func place(_ position: SourcePosition) -> SourcePosition {
    guard let start = lineStarts.dropFirst(position.line - 1).first ?? lineStarts.last else {
      return position
    }
    return SourcePosition(line: start.line, column: start.column + position.column - 1)
  }
}

extension CodeBlock {
  /// Whether the whole block is the text of one fenced block.
  fileprivate var isFence: Bool {
    guard literal.hasPrefix("```"), lineStarts.count > 2 else { return false }
    let lines = literal.split(separator: "\n", omittingEmptySubsequences: false)
    guard let info = lines.first?.dropFirst(3), !info.contains("`"),
      let end = lines.dropFirst().firstIndex(where: { $0.hasPrefix("```") })
    else { return false }
    return lines[end].dropFirst(3).allSatisfy { $0 == " " }
      && lines[(end + 1)...].allSatisfy(\.isEmpty)
  }
}

/// What paragraphs beside a block have announced as indented content.
struct AnnouncedContent {
  /// The labels of the tabs since the group began.
  private(set) var tabs: [String] = []
  /// Whether the paragraph right before has announced some.
  private(set) var isAwaited = false

  /// Whether a tab of this label stands beside the others and is not one of them to choose: each of two
  /// terminals, or what a command printed.
  static func isStage(_ label: String) -> Bool {
    label.utf8.last.map(ShellByte.isDigit) == true
      || Phrases.first(stages, in: label.inLowercase) != nil
  }

  private static let stages: Phrases = [
    "terminal", "server", "client", "step", "node", "output", "result", "worker", "producer",
    "consumer",
  ]

  /// Takes note of a block that is no such content.
  mutating func pass(_ block: Block) {
    let text = block.announcement
    isAwaited = text != nil
    guard let text, text.hasPrefix("==") else {
      tabs = []
      return
    }
    let label = text.drop { $0 != " " }.dropFirst()
    tabs.append(String(label.filter { !"\"“”'".contains($0) }))
  }
}

extension Block {
  /// The text of a paragraph that announces indented content.
  fileprivate var announcement: String? {
    guard case .paragraph(let inlines) = content, let first = Prose.firstByte(of: inlines),
      first == UInt8(ascii: "=") || first == UInt8(ascii: "!") || first == UInt8(ascii: "?")
    else { return nil }
    let text = Prose(inlines).text
    return ["!!! ", "??? ", "???+ ", "=== ", "===! ", "===+ "].contains(where: text.hasPrefix)
      ? text : nil
  }
}
