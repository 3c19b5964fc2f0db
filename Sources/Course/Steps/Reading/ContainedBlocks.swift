internal import Markdown

/// The blocks that an indented block of code is the text of.
///
/// Admonitions and tabs of MkDocs (`!!! note`, `=== "Tab"`) have their content indented by four
/// columns, which CommonMark reads as code, fences and all.
struct ContainedBlocks {
  let document: Document
  private let lineStarts: [SourcePosition]

  /// - Parameters:
  ///   - isMarked: whether the paragraph right above announces such content.
  ///   - isInDivision: whether it stands between lines of colons, where MyST lets authors indent.
  /// - Returns: `nil` for a block that is code.
  init?(_ code: CodeBlock, isMarked: Bool, isInDivision: Bool) {
    guard isMarked || code.isFence(withText: isInDivision) else { return nil }
    document = Document(parsing: code.literal)
    lineStarts = code.lineStarts
  }

  /// The indented lines right below a line that announces them, with no blank line between: to CommonMark
  /// both are one paragraph.
  ///
  /// - Parameters:
  ///   - start: where the paragraph begins.
  ///   - lines: those of the page.
  /// - Returns: `nil` where the lines hold no fence.
  init?(below start: SourcePosition, in lines: [Substring]) {
    guard start.line < lines.count else { return nil }
    let indentation = start.column + 3
    func isInside(_ line: Substring) -> Bool {
      line.utf8.prefix(indentation).count { $0 == 0x20 } == indentation
    }
    guard isInside(lines[start.line]) else { return nil }
    let content = lines[start.line...].prefix { isInside($0) || $0.utf8.allSatisfy { $0 == 0x20 } }
    guard content.contains(where: { $0.utf8.dropFirst(indentation).starts(with: "```".utf8) })
    else { return nil }
    document = Document(
      parsing: content.map { String(Substring($0.utf8.dropFirst(indentation))) + "\n" }.joined())
    lineStarts = content.indices.map { SourcePosition(line: $0 + 1, column: indentation + 1) }
  }

  /// The last line that it takes of the page.
  var lastLine: Int { lineStarts.last?.line ?? 0 }

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
  ///
  /// - Parameter withText: whether more may stand below that one.
  fileprivate func isFence(withText: Bool) -> Bool {
    guard literal.hasPrefix("```"), lineStarts.count > 2 else { return false }
    let lines = literal.split(separator: "\n", omittingEmptySubsequences: false)
    guard let info = lines.first?.dropFirst(3), !info.contains("`"),
      let end = lines.dropFirst().firstIndex(where: { $0.hasPrefix("```") })
    else { return false }
    return lines[end].dropFirst(3).allSatisfy { $0 == " " }
      && (withText
        ? lines.count { $0.hasPrefix("```") }.isMultiple(of: 2)
        : lines[(end + 1)...].allSatisfy(\.isEmpty))
  }
}

/// What paragraphs beside a block have announced as indented content.
struct AnnouncedContent {
  /// The labels of the tabs since the group began.
  private(set) var tabs: [String] = []
  /// Whether the paragraph right before has announced some.
  private(set) var isAwaited = false
  /// Whether a division is open that a line of colons and a name has begun.
  private(set) var isInDivision = false

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
    if let opens = block.opensDivision { isInDivision = opens }
    pass(block.announcement)
  }

  /// - Parameter text: the line that announces content, or `nil` for a block that does not.
  mutating func pass(_ text: String?) {
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
  /// Whether a line of colons opens a division, with a name behind them, or closes one; `nil` for a block
  /// that does neither.
  fileprivate var opensDivision: Bool? {
    guard case .paragraph(let inlines) = content, Prose.firstByte(of: inlines) == UInt8(ascii: ":")
    else { return nil }
    let text = Prose(inlines).text
    return text.hasPrefix(":::") ? text.utf8.contains(where: ShellByte.isLetter) : nil
  }

  /// The text of a paragraph that announces indented content.
  var announcement: String? {
    guard case .paragraph(let inlines) = content, let first = Prose.firstByte(of: inlines),
      first == UInt8(ascii: "=") || first == UInt8(ascii: "!") || first == UInt8(ascii: "?")
    else { return nil }
    let text = Prose(inlines).text
    return ["!!! ", "??? ", "???+ ", "=== ", "===! ", "===+ "].contains(where: text.hasPrefix)
      ? text : nil
  }
}
