/// The running text of a paragraph or heading as it stands in the source, without the marks of the
/// containers around it.
struct LeafText {
  /// The lines, with line feeds between them.
  private(set) var bytes: [UInt8] = []
  private var lines: [Line] = []

  private struct Line {
    var number: Int
    /// Where it begins in `bytes` and in the source.
    var start: Int
    var offset: Int
  }

  init(of block: Block, _ container: Container, in source: SourceText) {
    var last = block.range.end.line
    // A heading of several lines ends with its underline.
    if case .heading = block.content, last > block.range.start.line { last -= 1 }
    for number in block.range.start.line...last {
      var line = source.line(number)
      let isFirst = number == block.range.start.line
      line = line.dropFirst(
        isFirst
          ? block.range.start.column - 1
          : LinePrefix(of: line, quoteDepth: container.quoteDepth).length)
      if !isFirst { bytes.append(UInt8(ascii: "\n")) }
      lines.append(Line(number: number, start: bytes.count, offset: line.startIndex))
      bytes += number == last ? line.withoutTrailingBlanks : line
    }
  }

  /// The pieces of a range of ``bytes`` in the lines of the source, and the place of the first.
  func pieces(
    of range: Range<Int>, in source: SourceText
  ) -> (pieces: [Range<Int>], start: SourcePosition) {
    var index = lines.lastIndex { $0.start <= range.lowerBound } ?? 0
    let first = lines[index]
    let firstOffset = first.offset + range.lowerBound - first.start
    var pieces: [Range<Int>] = []
    while index < lines.count, lines[index].start < range.upperBound {
      let line = lines[index]
      let end = index + 1 < lines.count ? lines[index + 1].start - 1 : bytes.count
      let part = max(range.lowerBound, line.start)..<min(range.upperBound, end)
      let shift = line.offset - line.start
      pieces.append(part.lowerBound + shift..<part.upperBound + shift)
      index += 1
    }
    return (pieces, source.position(firstOffset, line: first.number))
  }
}
