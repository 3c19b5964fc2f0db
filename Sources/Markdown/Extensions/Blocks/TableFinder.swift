/// Finds tables in paragraphs, as cmark-gfm does while it reads them line by line.
struct TableFinder {
  let source: SourceText

  /// The lines of a table.
  struct Found {
    var header: Int
    var last: Int
    var alignments: [Table.Alignment?]
    /// Whether it goes on to the end of the block in which it stands.
    var isWhole: Bool
  }

  /// The first table in the lines of a block, if there is one.
  func table(in block: Block, _ container: Container) -> Found? {
    let range = block.range
    let last = range.end.line
    // The underline of a heading is no delimiter row, though it may be a body row.
    let isHeading: Bool
    switch block.content {
    case .paragraph: isHeading = false
    case .heading: isHeading = true
    default: return nil
    }
    let lastDelimiter = isHeading ? last - 1 : last
    guard lastDelimiter > range.start.line else { return nil }
    for number in range.start.line + 1...lastDelimiter
    where TableRow.mayDelimit(source.line(number)) {
      let line = TableLine(source, number, container, paragraph: range)
      guard !line.isLazy, line.indent < 4, let alignments = TableRow.alignments(line.text) else {
        continue
      }
      let header = TableLine(source, number - 1, container, paragraph: range)
      let cells = TableRow.cells(header.text)
      guard cells.count == alignments.count, !header.isLazy else { continue }
      let lastRow = lastRow(after: number, upTo: last, container, paragraph: range)
      return Found(
        header: number - 1, last: lastRow, alignments: alignments,
        isWhole: lastRow == last && !isHeading)
    }
    return nil
  }

  /// A table's rows and cells, not yet read.
  func plan(_ table: Found, in block: Block, _ container: Container) -> TablePlan {
    let (header, last, paragraph) = (table.header, table.last, block.range)
    var rows: [TablePlan.Row] = []
    rows.reserveCapacity(last - header)
    for number in header...last where number != header + 1 {
      let line = TableLine(source, number, container, paragraph: paragraph)
      let cells = TableRow.cells(line.text).prefix(table.alignments.count).map { cell in
        TablePlan.Cell(
          text: LeafText(ofCell: cell, start: source.position(cell.startIndex, line: number)))
      }
      rows.append(TablePlan.Row(range: line.range, cells: cells))
    }
    let end = TableLine(source, last, container, paragraph: paragraph).range.end
    var before: TablePlan.Cell?
    if header > paragraph.start.line {
      let text = LeafText(of: paragraph, before: header, container, in: source)
      if !text.bytes.isEmpty { before = TablePlan.Cell(text: text) }
    }
    return TablePlan(
      alignments: table.alignments, rows: rows,
      range: SourceRange(start: rows[0].range.start, end: end), before: before)
  }

  /// A table as a block that can be followed by anything.
  func opaque(_ table: Found, in block: Block, _ container: Container) -> OpaqueBlock {
    var plan = plan(table, in: block, container)
    plan.before = nil
    let prefixes = (table.header...table.last).map { number in
      TableLine(source, number, container, paragraph: block.range).prefix(in: container)
    }
    return OpaqueBlock(range: plan.range, prefixes: prefixes, content: .table(plan))
  }

  /// Body rows go on up to a line that cannot be one although it can continue a paragraph.
  private func lastRow(
    after delimiter: Int, upTo end: Int, _ container: Container, paragraph: SourceRange
  ) -> Int {
    var last = delimiter
    while last < end {
      let line = TableLine(source, last + 1, container, paragraph: paragraph)
      guard !line.isLazy, line.indent < 4, !line.beginsBlock, TableRow.hasCells(line.text)
      else { break }
      last += 1
    }
    return last
  }
}

/// A line of a paragraph that may belong to a table.
private struct TableLine {
  /// Without the marks of containers and without blanks around it.
  var text: ArraySlice<UInt8>
  var range: SourceRange
  /// What stands before the text, and whether a list item's marker may be in it.
  private var before: LinePrefix
  private var marks: ArraySlice<UInt8>
  private var isFirst: Bool
  var isLazy = false
  /// How far it is indented beyond its container.
  var indent = 0

  init(_ source: SourceText, _ number: Int, _ container: Container, paragraph: SourceRange) {
    let line = source.line(number)
    isFirst = number == paragraph.start.line
    before = LinePrefix(of: line, quoteDepth: container.quoteDepth)
    let length = isFirst ? paragraph.start.column - 1 : before.length
    marks = line.prefix(length)
    text = line.dropFirst(length).trimmed
    if !isFirst {
      isLazy = before.isLazy(in: container)
      indent = before.indent(in: container)
    }
    let start = source.position(text.startIndex, line: number)
    let end = source.position(max(text.startIndex, text.endIndex - 1), line: number)
    range = SourceRange(start: start, end: end)
  }

  /// What a line in its place begins with.
  func prefix(in container: Container) -> [UInt8] {
    isFirst ? Array(marks) : before.plain(of: marks, in: container)
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
