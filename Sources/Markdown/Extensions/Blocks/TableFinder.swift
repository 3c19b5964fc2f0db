/// Finds tables in paragraphs, as cmark-gfm does while it reads them line by line.
struct TableFinder {
  let source: SourceText

  /// The first table in the lines of a block, if there is one.
  func table(in block: Block, _ container: Container) -> OpaqueBlock? {
    var last = block.range.end.line
    switch block.content {
    case .paragraph: break
    // What looks like the underline of a heading ends a table or belongs to it.
    case .heading where last - block.range.start.line >= 2: break
    default: return nil
    }
    let first = block.range.start.line
    guard last > first else { return nil }
    // The underline of a heading is no delimiter row, though it may be a body row.
    let isHeading = if case .heading = block.content { true } else { false }
    for number in first + 1...(isHeading ? last - 1 : last) {
      let line = TableLine(source, number, container, paragraph: block.range)
      guard !line.isLazy, line.indent < 4, let alignments = TableRow.alignments(line.text) else {
        continue
      }
      let header = TableLine(source, number - 1, container, paragraph: block.range)
      let cells = TableRow.cells(header.text)
      guard cells.count == alignments.count, !header.isLazy else { continue }
      last = min(last, lastRow(after: number, upTo: last, container, paragraph: block.range))
      return plan(header: number - 1, last: last, alignments, container, paragraph: block.range)
    }
    return nil
  }

  /// Body rows go on up to a line that cannot be one although it can continue a paragraph.
  private func lastRow(
    after delimiter: Int, upTo end: Int, _ container: Container, paragraph: SourceRange
  ) -> Int {
    var last = delimiter
    while last < end {
      let line = TableLine(source, last + 1, container, paragraph: paragraph)
      guard !line.isLazy, line.indent < 4, !line.beginsBlock, !TableRow.cells(line.text).isEmpty
      else { break }
      last += 1
    }
    return last
  }

  private func plan(
    header: Int, last: Int, _ alignments: [Table.Alignment?], _ container: Container,
    paragraph: SourceRange
  ) -> OpaqueBlock {
    var rows: [TablePlan.Row] = []
    var prefixes: [[UInt8]] = []
    for number in header...last {
      let line = TableLine(source, number, container, paragraph: paragraph)
      prefixes.append(line.prefix)
      guard number != header + 1 else { continue }
      let cells = TableRow.cells(line.text).prefix(alignments.count).map { cell in
        TablePlan.Cell(cell, start: source.position(cell.startIndex, line: number))
      }
      rows.append(TablePlan.Row(range: line.range, cells: cells))
    }
    let end = TableLine(source, last, container, paragraph: paragraph).range.end
    return OpaqueBlock(
      range: SourceRange(start: rows[0].range.start, end: end), prefixes: prefixes,
      content: .table(TablePlan(alignments: alignments, rows: rows)))
  }
}

/// A line of a paragraph that may belong to a table.
private struct TableLine {
  /// Without the marks of containers and without blanks around it.
  var text: ArraySlice<UInt8>
  var range: SourceRange
  /// What a line in its place begins with.
  var prefix: [UInt8]
  var isLazy = false
  /// How far it is indented beyond its container.
  var indent = 0

  init(_ source: SourceText, _ number: Int, _ container: Container, paragraph: SourceRange) {
    let line = source.line(number)
    if number == paragraph.start.line {
      // A list item's marker may stand before the first line.
      let length = paragraph.start.column - 1
      prefix = Array(line.prefix(length))
      text = line.dropFirst(length).trimmed
    } else {
      let before = LinePrefix(of: line, quoteDepth: container.quoteDepth)
      prefix = before.plain(of: line, in: container)
      isLazy = before.isLazy(in: container)
      indent = before.indent(in: container)
      text = line.dropFirst(before.length).trimmed
    }
    let start = source.position(text.startIndex, line: number)
    let end = source.position(max(text.startIndex, text.endIndex - 1), line: number)
    range = SourceRange(start: start, end: end)
  }

  /// Whether the line begins a block that can stand after a table but not interrupt a paragraph:
  /// a break or an empty item that was taken for a heading's underline, an item with any number,
  /// a line that is a whole tag.
  var beginsBlock: Bool {
    guard let first = text.first else { return true }
    switch first {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
      return text.count == 1
        || first == UInt8(ascii: "-") && text.count > 2
          && text.allSatisfy { $0 == first }
    case UInt8(ascii: "<"):
      return AngleScanner.tagEnd(Array(text), at: 0) == text.count
    case _ where first.isDigit:
      let mark = text.drop(while: \.isDigit)
      let digits = text.count - mark.count
      guard digits < 10, let delimiter = mark.first else { return false }
      return (delimiter == UInt8(ascii: ".") || delimiter == UInt8(ascii: ")"))
        && mark.dropFirst().first?.isSpaceOrTab ?? true
    default: return false
    }
  }
}
