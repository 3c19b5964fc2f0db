/// A line `[^label]: text` that begins a note, and how it is rewritten.
///
/// libcmark takes such a line for a link's definition or for a paragraph. It is rewritten as a list
/// item whose content begins in the column in which a note's does, so that the lines that follow
/// need not change, and the item is taken out of the tree again.
struct FootnoteDefinition {
  /// As the author writes it, without `^`.
  var label: String
  /// Of the `[`.
  var start: SourcePosition
  /// The line as a list item.
  var item: [UInt8]
  /// Where the item begins in its line.
  var itemColumn: Int
  /// What to add to columns of the item's line to get the source's.
  var columnShift: Int

  /// Labels are compared without regard to case (CommonMark 0.30 section 6.3).
  static func key(_ label: String) -> String { label.lowercased() }

  /// What stands for the first line of a note that begins with an empty one.
  static let emptyLine = "<!---->"

  /// All definitions that stand at the margin or within block quotes.
  static func all(in source: SourceText, _ blocks: [Block]) -> [FootnoteDefinition] {
    let literal = LiteralLines(blocks)
    let items = ItemLines(blocks)
    let marker = marker(for: source)
    return source.lines.compactMap { number in
      guard source.line(number).contains(UInt8(ascii: "^")), !literal.contains(number) else {
        return nil
      }
      return FootnoteDefinition(
        source.line(number), number, marker: marker, isInItem: items.contains(number))
    }
  }

  /// - Parameter marker: a list marker with blanks after it, four columns wide.
  private init?(_ line: ArraySlice<UInt8>, _ number: Int, marker: String, isInItem: Bool) {
    let prefix = LinePrefix(of: line, quoteDepth: .max)
    let opening = line.dropFirst(prefix.length)
    let blanks = line.prefix(prefix.length).reversed().prefix(while: \.isSpaceOrTab).count
    guard opening.starts(with: "[^".utf8), blanks <= 3 else { return nil }
    let label = opening.dropFirst(2).prefix { $0 != UInt8(ascii: "]") && !$0.isSpace && $0 != 0 }
    guard !label.isEmpty, line[label.endIndex...].starts(with: "]:".utf8) else { return nil }
    let text = line[(label.endIndex + 2)...].drop(while: \.isSpaceOrTab)
    let kept = isInItem || prefix.quoteMarks > 0 ? line.prefix(prefix.length) : []
    self.label = label.text
    start = SourcePosition(line: number, column: prefix.length + 1)
    item = kept + Array(marker.utf8) + (text.isEmpty ? Array(Self.emptyLine.utf8) : Array(text))
    itemColumn = kept.count + 1
    columnShift = text.startIndex - line.startIndex - kept.count - marker.utf8.count
  }

  /// A marker that no list of the text has, so that no list joins the notes.
  private static func marker(for source: SourceText) -> String {
    var used: Set<UInt8> = []
    for number in source.lines {
      var line = source.line(number).drop { $0.isSpaceOrTab || $0 == UInt8(ascii: ">") }
      if let first = line.first, first.isDigit {
        line = line.drop(while: \.isDigit)
      }
      if let mark = line.first, line.dropFirst().first?.isSpaceOrTab ?? true { used.insert(mark) }
    }
    let markers = ["+   ", "*   ", "-   ", "1)  "]
    return markers.first { !used.contains($0.utf8.first { !$0.isDigit } ?? 0) } ?? markers[0]
  }
}

/// The lines on which a list item stands.
private struct ItemLines {
  /// In order, as blocks are.
  private var lines: [ClosedRange<Int>] = []

  init(_ blocks: [Block]) { collect(blocks) }

  func contains(_ line: Int) -> Bool {
    let index = lines.partitionPoint { $0.upperBound < line }
    return index < lines.count && lines[index].contains(line)
  }

  private mutating func collect(_ blocks: [Block]) {
    for block in blocks {
      if case .list = block.content {
        lines.append(block.range.start.line...block.range.end.line)
      } else {
        collect(block.children)
      }
    }
  }
}

extension [Block] {
  /// Where the items of lists begin.
  var itemStarts: Set<SourcePosition> {
    var found: Set<SourcePosition> = []
    collectItemStarts(into: &found)
    return found
  }

  private func collectItemStarts(into found: inout Set<SourcePosition>) {
    for block in self {
      if case .list(let list) = block.content {
        for item in list.items {
          found.insert(item.range.start)
          item.blocks.collectItemStarts(into: &found)
        }
      } else {
        block.children.collectItemStarts(into: &found)
      }
    }
  }
}
