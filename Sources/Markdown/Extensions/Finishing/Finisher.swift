/// Puts into a tree what libcmark does not know: pieces that it read once more, tables, formulas,
/// notes, task lists, alerts.
struct Finisher {
  private let reading: ExtendedReading
  private var document: Document
  private var numbers = FootnoteNumbers()
  /// The blocks of each note as they were found, by the index of its definition.
  private var noteBlocks: [Int: [Block]] = [:]

  init(_ reading: consuming ExtendedReading) {
    // The tree is held here alone, so that it changes where it is.
    document = reading.document
    reading.document = Document(blocks: [], flattenedAt: nil)
    self.reading = reading
  }

  private var triggers: Triggers { reading.triggers }

  /// The whole document.
  mutating func finished() -> Document {
    var blocks = reading.notes.isEmpty ? document.blocks : withoutNotes(document.blocks)
    document.blocks = []
    finish(&blocks)
    document.blocks = blocks
    // A note may be the first to refer to another one.
    while let next = numbers.next() { document.footnotes.append(note(next)) }
    for index in document.footnotes.indices {
      document.footnotes[index].referenceCount = numbers.count(of: index + 1)
    }
    return document
  }

  // MARK: Blocks

  private mutating func finish(_ blocks: inout [Block]) {
    // A table may stand after a paragraph in the place of one.
    var paragraphs: [(index: Int, block: Block)] = []
    for index in blocks.indices {
      if let before = finish(&blocks[index]) { paragraphs.append((index, before)) }
    }
    guard !paragraphs.isEmpty else { return }
    var result: [Block] = []
    result.reserveCapacity(blocks.count + paragraphs.count)
    var done = 0
    for (index, paragraph) in paragraphs {
      result += blocks[done..<index]
      result.append(paragraph)
      done = index
    }
    blocks = result + blocks[done...]
  }

  /// - Returns: a block that stands before this one, if there is one.
  private mutating func finish(_ block: inout Block) -> Block? {
    guard reading.mayChange(block.range) else { return nil }
    switch block.content {
    case .paragraph, .heading, .htmlBlock: return finishLeaf(&block)
    case .blockQuote(var blocks):
      // The children are let go of before they change, so that they change where they are.
      block.content = .thematicBreak
      finish(&blocks)
      block.content = .blockQuote(blocks)
      block.endWithLastChild()
      if triggers.contains(.alert) { block.becomeAlert(in: reading.source) }
    case .list(var list):
      block.content = .thematicBreak
      for index in list.items.indices { finish(&list.items[index]) }
      block.content = .list(list)
      block.endWithLastChild()
    case .codeBlock(let code):
      if triggers.contains(.mathFence), code.language == "math", code.form != .indented {
        block.content = .math(MathBlock(literal: code.literal, lineStarts: code.lineStarts))
      }
    case .thematicBreak, .table, .alert, .math, .definitionList: break
    }
    return nil
  }

  private mutating func finish(_ item: inout List.Item) {
    finish(&item.blocks)
    if triggers.contains(.taskBox) { item.becomeTask(in: reading.source) }
    if let last = item.blocks.last { item.range.moveEnd(to: last.range.end) }
  }

  private mutating func finishLeaf(_ block: inout Block) -> Block? {
    guard let change = reading.changes[block.range.start] else {
      finishHTML(&block)
      return nil
    }
    switch (change, block.content) {
    case (.table(let plan), _): return becomeTable(plan, &block)
    case (.inlines(let piece, let triggers), .paragraph(let inlines)):
      block.content = .paragraph(finished(inlines, piece, triggers).inlines)
    case (.inlines(let piece, let triggers), .heading(let level, _, let inlines)):
      let (inlines, id) = finished(inlines, piece, triggers)
      block.content = .heading(level: level, id: id, inlines)
    default: break
    }
    return nil
  }

  private func finishHTML(_ block: inout Block) {
    guard !reading.opaqueBlocks.isEmpty, case .htmlBlock(let html) = block.content,
      OpaqueBlock.isOne(html), let opaque = reading.opaqueBlocks[block.range.start.line],
      case .math(let math) = opaque.content
    else { return }
    block = Block(.math(math), range: opaque.range)
  }

  private mutating func becomeTable(_ plan: TablePlan, _ block: inout Block) -> Block? {
    var paragraph: Block?
    if let before = plan.before {
      let end = reading.source.end(ofLine: plan.rows[0].range.start.line - 1)
      let range = SourceRange(start: block.range.start, end: end)
      paragraph = Block(.paragraph(inlines(of: before)), range: range)
    }
    var rows = plan.rows.map { row in
      var cells = row.cells.map { inlines(of: $0) }
      while cells.count < plan.alignments.count { cells.append([]) }
      return Table.Row(cells: cells, range: row.range)
    }
    let header = rows.removeFirst()
    block = Block(
      .table(Table(alignments: plan.alignments, header: header, rows: rows)), range: plan.range)
    return paragraph
  }

  private mutating func inlines(of cell: TablePlan.Cell) -> [Inline] {
    let text = cell.text.bytes[...].text
    let plain = text.isEmpty ? [] : [Inline(.text(text), start: cell.text.place(0))]
    guard case .piece(let piece, let triggers) = cell.reading else { return plain }
    return finished(plain, piece, triggers).inlines
  }

  /// - Parameter inlines: as they are without the piece.
  private mutating func finished(
    _ inlines: [Inline], _ piece: Int?, _ triggers: Triggers
  ) -> (inlines: [Inline], id: String?) {
    if let piece, let found = reading.pieceInlines[piece] {
      var restorer = InlineRestorer(
        triggers: triggers, numbers: numbers, piece, of: reading.pieces)
      if let result = restorer.restored(found) {
        numbers = restorer.numbers
        return (result, restorer.headingID)
      }
    }
    var restorer = InlineRestorer(triggers: triggers, numbers: numbers)
    return (restorer.restored(inlines) ?? inlines, nil)
  }

  // MARK: Notes

  /// Takes the list items that stand for notes out of the blocks.
  private mutating func withoutNotes(_ blocks: [Block]) -> [Block] {
    let items = reading.notes.enumerated().map {
      (SourcePosition(line: $1.start.line, column: $1.itemColumn), $0)
    }
    let notes = Dictionary(items) { first, _ in first }
    return blocks.compactMap { withoutNotes($0, notes) }
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
    finish(&blocks)
    blocks = blocks.map { block in
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
