/// Finds formulas between two lines of nothing but `$$`.
enum MathLines {
  static func blocks(in source: SourceText, outside literal: LiteralLines) -> [OpaqueBlock] {
    var found: [OpaqueBlock] = []
    var opening: (line: Int, prefix: LinePrefix)?
    for number in source.lines {
      let line = source.line(number)
      guard line.withoutTrailingBlanks.suffix(2).elementsEqual("$$".utf8) else { continue }
      let prefix = LinePrefix(of: line, quoteDepth: .max)
      guard line.dropFirst(prefix.length).withoutTrailingBlanks.count == 2 else { continue }
      if let open = opening, open.prefix.quoteMarks == prefix.quoteMarks {
        found.append(block(from: open.line, open.prefix, to: number, prefix, in: source))
        opening = nil
      } else {
        opening = literal.contains(number) ? nil : (number, prefix)
      }
    }
    return found
  }

  private static func block(
    from first: Int, _ prefix: LinePrefix, to last: Int, _ lastPrefix: LinePrefix,
    in source: SourceText
  ) -> OpaqueBlock {
    var math = MathBlock(literal: "", lineStarts: [])
    for number in (first..<last).dropFirst() {
      let line = source.line(number)
      let own = LinePrefix(of: line, quoteDepth: prefix.quoteMarks)
      let text = line.dropFirst(min(own.length, prefix.length))
      math.literal += text.text + "\n"
      math.lineStarts.append(source.position(text.startIndex, line: number))
    }
    let line = source.line(first)
    let marks = Array(line.prefix(prefix.length))
    return OpaqueBlock(
      range: SourceRange(
        start: SourcePosition(line: first, column: prefix.length + 1),
        end: SourcePosition(line: last, column: lastPrefix.length + 2)),
      prefixes: Array(repeating: marks, count: last - first + 1), content: .math(math))
  }
}

/// The lines of code and raw HTML, in which nothing else can begin.
struct LiteralLines {
  /// In order, as blocks are.
  private var lines: [ClosedRange<Int>] = []

  init(_ blocks: [Block]) { collect(blocks) }

  func contains(_ line: Int) -> Bool {
    let index = lines.partitionPoint { $0.upperBound < line }
    return index < lines.count && lines[index].contains(line)
  }

  private mutating func collect(_ blocks: [Block]) {
    for block in blocks {
      switch block.content {
      case .codeBlock, .htmlBlock: lines.append(block.range.start.line...block.range.end.line)
      default: collect(block.children)
      }
    }
  }
}
