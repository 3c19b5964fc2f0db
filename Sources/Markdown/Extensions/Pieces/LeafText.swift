/// The running text of a paragraph, a heading or a table's cell as it stands in the source, without
/// the marks of what it stands in.
struct LeafText {
  /// The lines, with line feeds between them.
  private(set) var bytes: [UInt8] = []
  /// Where a run of bytes begins that stands in the source as it is, and its place there; in order.
  private(set) var runs: [(offset: Int, start: SourcePosition)] = []

  /// A paragraph or heading.
  init(of block: Block, _ container: Container, in source: SourceText) {
    let first = block.range.start
    var last = block.range.end.line
    let isHeading = if case .heading = block.content { true } else { false }
    // A heading of several lines ends with its underline.
    if isHeading, last > first.line { last -= 1 }
    self.init(lines: first.line...last, from: first, container, in: source)
    if isHeading, last == block.range.end.line { dropMarks() } else { dropDefinitions() }
  }

  /// - Parameter start: where the text begins in the first of the lines.
  private init(
    lines: ClosedRange<Int>, from start: SourcePosition, _ container: Container,
    in source: SourceText
  ) {
    for number in lines {
      var line = source.line(number)
      let prefix =
        number == start.line
        ? start.column - 1 : LinePrefix(of: line, quoteDepth: container.quoteDepth).length
      line = line.dropFirst(prefix)
      if number > lines.lowerBound { bytes.append(UInt8(ascii: "\n")) }
      runs.append((bytes.count, source.position(line.startIndex, line: number)))
      bytes += number == lines.upperBound ? line.withoutTrailingBlanks : line
    }
  }

  /// The part of a paragraph that stands before a line.
  init(
    of paragraph: SourceRange, before line: Int, _ container: Container, in source: SourceText
  ) {
    self.init(
      lines: paragraph.start.line...line - 1, from: paragraph.start, container, in: source)
    dropDefinitions()
  }

  /// A cell: a backslash before a pipe is taken out, also within code (GFM 0.29 section 4.10).
  init(ofCell text: ArraySlice<UInt8>, start: SourcePosition) {
    runs.append((0, start))
    bytes.reserveCapacity(text.count)
    for index in text.indices {
      let isEscape = text[index] == UInt8(ascii: "\\") && index + 1 < text.endIndex
      if isEscape, text[index + 1] == UInt8(ascii: "|") {
        let column = start.column + index + 1 - text.startIndex
        runs.append((bytes.count, SourcePosition(line: start.line, column: column)))
      } else {
        bytes.append(text[index])
      }
    }
  }

  /// The place of a byte in the source.
  func place(_ offset: Int) -> SourcePosition {
    let run = runs[max(0, runs.partitionPoint { $0.offset <= offset } - 1)]
    return SourcePosition(line: run.start.line, column: run.start.column + offset - run.offset)
  }

  /// Takes away the marks at both ends of a heading (CommonMark 0.30 section 4.2).
  private mutating func dropMarks() {
    let text = bytes[...].drop { $0 == UInt8(ascii: "#") }.drop(while: \.isSpaceOrTab)
    let start = place(text.startIndex)
    let marks = text.reversed().prefix { $0 == UInt8(ascii: "#") }.count
    let body = text.dropLast(marks)
    let isClosed = marks > 0 && body.last?.isSpaceOrTab ?? true
    bytes = Array(isClosed ? body.withoutTrailingBlanks : text)
    runs = [(0, start)]
  }

  /// Takes away the link reference definitions that a paragraph begins with.
  private mutating func dropDefinitions() {
    let end = LinkSyntax.endOfDefinitions(bytes)
    guard end > 0 else { return }
    let first = place(end)
    runs = [(0, first)] + runs.filter { $0.offset > end }.map { ($0.offset - end, $0.start) }
    bytes.removeFirst(end)
  }
}
