/// Finds the true places of blocks, where libcmark 0.30 tells them wrong.
///
/// The start of every block is right, and the end of paragraphs and of closed fences. Other ends
/// are not: an HTML block that ends within its own line is told to end a line early, perhaps at
/// `0:0`; thematic breaks, indented code and lists end in column 0 of the line after; an unclosed
/// fence and a setext heading end where the next block does. So the end of a leaf comes from its
/// number of lines, that of a container from its last child.
struct BlockRanges {
  let source: SourceText

  /// What to add to libcmark's line numbers to get the file's.
  private var lineShift: Int { source.firstLine - 1 }

  /// Where a node begins. libcmark tells `0:0` for a line break.
  func start(_ node: CMarkNode) -> SourcePosition {
    SourcePosition(line: max(1, node.startLine) + lineShift, column: max(1, node.startColumn))
  }

  /// The 1-based column at which a node is seen to begin.
  private func visualColumn(_ node: CMarkNode) -> Int {
    line(node.startLine).prefix(max(0, node.startColumn - 1)).visualWidth + 1
  }

  /// The place of a leaf whose end is told right.
  func range(_ node: CMarkNode) -> SourceRange {
    let start = start(node)
    let end = SourcePosition(line: node.endLine + lineShift, column: node.endColumn)
    return SourceRange(start: start, end: max(start, end))
  }

  /// The place of a leaf that fills `lineCount` lines.
  func range(_ node: CMarkNode, lineCount: Int) -> SourceRange {
    let last = min(node.startLine + max(1, lineCount) - 1, max(1, source.lines.count))
    let start = start(node)
    return SourceRange(start: start, end: max(start, end(ofLine: last)))
  }

  /// The place of a container.
  func range(_ node: CMarkNode, around lastChild: SourceRange?) -> SourceRange {
    let start = start(node)
    // A container without children is a mere marker, which ends in its own line.
    let end = lastChild?.end ?? end(ofLine: node.startLine)
    return SourceRange(start: start, end: max(start, end))
  }

  /// The place of a heading: one line (CommonMark 0.30 section 4.2), or up to the first underline
  /// (section 4.3).
  func headingRange(_ node: CMarkNode) -> SourceRange {
    let opening = line(node.startLine).dropFirst(node.startColumn - 1)
    let afterMarks = opening.drop { $0 == UInt8(ascii: "#") }
    let marks = opening.count - afterMarks.count
    if (1...6).contains(marks), afterMarks.first?.isBlank ?? true {
      return range(node, lineCount: 1)
    }
    let following = max(node.startLine, node.endLine)
    let underline = (node.startLine...following).dropFirst().first { isUnderline(line($0)) }
    return range(node, lineCount: (underline ?? node.startLine) - node.startLine + 1)
  }

  /// A code block with its place.
  ///
  /// - Parameter item: the innermost list item around it.
  func codeBlock(_ node: CMarkNode, item: CMarkNode?) -> (CodeBlock, SourceRange) {
    let (info, literal) = (node.info, node.literal)
    let fence = openingFence(node, info: info, literal: literal)
    let firstLine = fence == nil ? node.startLine : node.startLine + 1
    let starts = lineStarts(of: literal, from: firstLine)
    var block = CodeBlock(
      form: .indented, info: info, infoStart: start(node), literal: literal, lineStarts: starts)
    guard let fence else { return (block, range(node, lineCount: starts.count)) }
    let isClosed = isClosing(
      line: firstLine + starts.count, fence, contentColumn: contentColumn(of: item))
    block.form = .fenced(isClosed: isClosed)
    block.infoStart.column += fence.infoOffset
    return (block, range(node, lineCount: starts.count + (isClosed ? 2 : 1)))
  }

  /// The column, as it is seen, at which the content of a list item begins: at its first block when
  /// that stands in the marker's line, else after the marker and a blank (CommonMark 0.30 section
  /// 5.2).
  private func contentColumn(of item: CMarkNode?) -> Int {
    guard let item else { return 1 }
    guard let first = item.firstChild, first.startLine == item.startLine else {
      return visualColumn(item) + 2
    }
    return visualColumn(first)
  }

  /// The place of the first byte of each line of code.
  private func lineStarts(of code: String, from firstLine: Int) -> [SourcePosition] {
    var starts: [SourcePosition] = []
    starts.reserveCapacity(code.utf8.count / 16)
    var number = firstLine
    var start = 0
    let bytes = code.utf8Span.span
    while let end = bytes.firstOffset(of: UInt8(ascii: "\n"), from: start) {
      // The code is the tail of its source line; a tab that was cut in two makes it longer.
      let column = max(1, source.length(ofLine: number + lineShift) - (end - start) + 1)
      starts.append(SourcePosition(line: number + lineShift, column: column))
      number += 1
      start = end + 1
    }
    return starts
  }

  /// A fence with what stands before it in its line.
  private struct Fence {
    var byte: UInt8
    var length: Int
    /// From its first byte to the info string.
    var infoOffset: Int
    var quoteMarks: Int
  }

  /// The fence that opens a code block, or `nil` for an indented one.
  ///
  /// libcmark does not tell which of the two a block is. An indented block has no info string, and
  /// its first line is code, which a line that opens a fence never is.
  private func openingFence(_ node: CMarkNode, info: String, literal: String) -> Fence? {
    let line = self.line(node.startLine)
    let opening = line.dropFirst(node.startColumn - 1)
    guard let byte = opening.first, byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") else {
      return nil
    }
    let length = opening.prefix { $0 == byte }.count
    guard length >= 3 else { return nil }
    if info.isEmpty, let end = literal.utf8.firstIndex(of: UInt8(ascii: "\n")),
      literal.utf8[..<end].elementsEqual(opening)
    {
      return nil
    }
    return Fence(
      byte: byte, length: length,
      infoOffset: length + opening.dropFirst(length).prefix(while: \.isBlank).count,
      quoteMarks: line.prefix(node.startColumn - 1).quoteMarks)
  }

  /// Whether a line closes the fence (CommonMark 0.30 section 4.5) and not one of another container.
  private func isClosing(line number: Int, _ fence: Fence, contentColumn: Int) -> Bool {
    let line = self.line(number).droppingTrailingBlanks
    let run = line.reversed().prefix { $0 == fence.byte }.count
    let prefix = line.dropLast(run)
    return run >= fence.length && prefix.visualWidth + 1 >= contentColumn
      && prefix.quoteMarks == fence.quoteMarks
      && prefix.allSatisfy { $0.isBlank || $0 == UInt8(ascii: ">") }
  }

  /// Whether a line holds nothing but `=` or `-` after its container's marks.
  private func isUnderline(_ line: ArraySlice<UInt8>) -> Bool {
    let text = line.drop { $0.isBlank || $0 == UInt8(ascii: ">") }.droppingTrailingBlanks
    guard let byte = text.first, byte == UInt8(ascii: "=") || byte == UInt8(ascii: "-") else {
      return false
    }
    return text.allSatisfy { $0 == byte }
  }

  /// A line by libcmark's number.
  private func line(_ number: Int) -> ArraySlice<UInt8> { source.line(number + lineShift) }

  private func end(ofLine number: Int) -> SourcePosition { source.end(ofLine: number + lineShift) }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
}

extension ArraySlice<UInt8> {
  fileprivate var droppingTrailingBlanks: ArraySlice<UInt8> {
    prefix((lastIndex { !$0.isBlank } ?? startIndex - 1) - startIndex + 1)
  }

  /// How many columns the bytes take; a tab leads to the next multiple of 4 (CommonMark 0.30
  /// section 2.2).
  fileprivate var visualWidth: Int {
    reduce(0) { width, byte in byte == UInt8(ascii: "\t") ? (width / 4 + 1) * 4 : width + 1 }
  }

  fileprivate var quoteMarks: Int { count { $0 == UInt8(ascii: ">") } }
}
