/// Puts into a tree what was rewritten before libcmark read the text, and reads what can be read from
/// the tree: task lists, alerts, strikethrough.
struct Finisher {
  private let reading: ExtendedReading
  private var blocks: [Block]
  /// The inlines of the cells of tables, each with the start of the heading it was read as.
  private let cells: [Block]
  private var numbers = FootnoteNumbers()
  /// The blocks of each note as they were found, by the index of its definition.
  private var noteBlocks: [Int: [Block]] = [:]

  init(_ reading: ExtendedReading) {
    self.reading = reading
    let all = reading.document.blocks
    cells = Array(all.prefix(reading.headingCount))
    blocks = Array(all.dropFirst(reading.headingCount))
  }

  private var triggers: Triggers { reading.triggers }

  mutating func document() -> Document {
    if !reading.notes.isEmpty { takeNotesOut() }
    var document = Document(
      blocks: finished(blocks), flattenedAt: reading.document.flattenedAt)
    // A note may be the first to refer to another one.
    while let next = numbers.next() { document.footnotes.append(note(next)) }
    for index in document.footnotes.indices {
      document.footnotes[index].referenceCount = numbers.count(of: index + 1)
    }
    return document
  }

  // MARK: Blocks

  private mutating func finished(_ blocks: [Block]) -> [Block] {
    blocks.map { finished($0) }
  }

  private mutating func finished(_ block: Block) -> Block {
    var block = block
    switch block.content {
    case .paragraph(let inlines):
      block.content = .paragraph(finished(inlines, ofLeafAt: block.range.start).inlines)
    case .heading(let level, _, let inlines):
      let (inlines, id) = finished(inlines, ofLeafAt: block.range.start)
      block.content = .heading(level: level, id: id, inlines)
    case .blockQuote(let blocks):
      block.content = .blockQuote(finished(blocks))
      block.endWithLastChild()
      if triggers.contains(.alert) { block.becomeAlert(in: reading.source) }
    case .list(var list):
      for index in list.items.indices { finish(&list.items[index]) }
      block.content = .list(list)
      block.endWithLastChild()
    case .codeBlock(let code):
      if triggers.contains(.mathFence), code.language == "math", code.form != .indented {
        block.content = .math(MathBlock(literal: code.literal, lineStarts: code.lineStarts))
      }
    case .htmlBlock(let html):
      if OpaqueBlock.isOne(html),
        let opaque = reading.opaqueBlocks[block.range.start.line]
      {
        block = self.block(opaque)
      }
    case .thematicBreak, .table, .alert, .math, .definitionList: break
    }
    return block
  }

  private mutating func finish(_ item: inout List.Item) {
    item.blocks = finished(item.blocks)
    if triggers.contains(.taskBox) { item.becomeTask(in: reading.source) }
    if let last = item.blocks.last { item.range.moveEnd(to: last.range.end) }
  }

  private mutating func block(_ opaque: OpaqueBlock) -> Block {
    switch opaque.content {
    case .math(let math): Block(.math(math), range: opaque.range)
    case .table(let plan): Block(.table(table(plan)), range: opaque.range)
    }
  }

  private mutating func table(_ plan: TablePlan) -> Table {
    var rows = plan.rows.map { row in
      var cells = row.cells.map { self.cell($0) }
      while cells.count < plan.alignments.count { cells.append([]) }
      return Table.Row(cells: cells, range: row.range)
    }
    let header = rows.removeFirst()
    return Table(alignments: plan.alignments, header: header, rows: rows)
  }

  private mutating func cell(_ cell: TablePlan.Cell) -> [Inline] {
    let heading = cells[cell.index]
    guard case .heading(_, _, let inlines) = heading.content else { return [] }
    return finished(inlines, ofLeafAt: heading.range.start).inlines.map { inline in
      inline.moved { cell.position($0) }
    }
  }

  private mutating func finished(
    _ inlines: [Inline], ofLeafAt start: SourcePosition
  ) -> (inlines: [Inline], id: String?) {
    let indices = reading.spans.indices(ofLeafAt: start)
    guard !indices.isEmpty || !triggers.isDisjoint(with: [.tilde, .email]) else {
      return (inlines, nil)
    }
    var restorer = InlineRestorer(
      reading.spans, indices, numbers: numbers, triggers: triggers)
    let result = restorer.restored(inlines)
    numbers = restorer.numbers
    return (result, restorer.headingID)
  }

  // MARK: Notes

  /// Takes the list items that stand for notes out of the blocks.
  private mutating func takeNotesOut() {
    let items = reading.notes.enumerated().map {
      (SourcePosition(line: $1.start.line, column: $1.itemColumn), $0)
    }
    let notes = Dictionary(items) { first, _ in first }
    blocks = blocks.compactMap { withoutNotes($0, notes) }
  }

  private mutating func withoutNotes(_ block: Block, _ notes: [SourcePosition: Int]) -> Block? {
    var block = block
    switch block.content {
    case .blockQuote(let blocks):
      block.content = .blockQuote(blocks.compactMap { withoutNotes($0, notes) })
    case .list(var list):
      list.items = list.items.compactMap { item in
        var item = item
        item.blocks = item.blocks.compactMap { withoutNotes($0, notes) }
        guard let note = notes[item.range.start] else { return item }
        noteBlocks[note] = item.blocks
        return nil
      }
      if list.items.isEmpty { return nil }
      block.content = .list(list)
    default: break
    }
    block.endWithLastChild()
    return block
  }

  private mutating func note(_ index: Int) -> Footnote {
    let definition = reading.notes[index]
    var blocks = noteBlocks[index] ?? []
    if case .htmlBlock(let html) = blocks.first?.content,
      html.hasPrefix(FootnoteDefinition.emptyLine),
      blocks[0].range.start.line == definition.start.line
    {
      blocks.removeFirst()
    }
    blocks = finished(blocks).map { block in
      block.moved { place in
        guard place.line == definition.start.line else { return place }
        return SourcePosition(line: place.line, column: place.column + definition.columnShift)
      }
    }
    var range = SourceRange(start: definition.start, end: definition.start)
    // A note of nothing but its label ends with the colon after that.
    range.moveEnd(
      to: blocks.last?.range.end
        ?? SourcePosition(
          line: range.start.line, column: range.start.column + definition.label.utf8.count + 3))
    return Footnote(
      label: definition.label, number: numbers.number(of: index), referenceCount: 0,
      blocks: blocks, range: range)
  }
}
