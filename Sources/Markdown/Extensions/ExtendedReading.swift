/// Reads a text with what goes beyond CommonMark.
///
/// libcmark reads it as it is. Where that shows use for it, lines are rewritten so that libcmark
/// finds notes, formulas and tables as blocks it knows, then pieces of running text so that it leaves
/// them alone; after each of these steps it reads the whole text anew. In the end ``Finisher`` puts
/// into the tree what was rewritten. All rewriting keeps lines, and keeps columns or tells by how
/// much they move.
struct ExtendedReading {
  /// What of the extensions blocks and running text have use for.
  private(set) var triggers: Triggers
  private let isSmart: Bool
  private(set) var source: SourceText
  private(set) var document: Document
  private(set) var notes: [FootnoteDefinition] = []
  /// By the line on which each begins.
  private(set) var opaqueBlocks: [Int: OpaqueBlock] = [:]
  /// The cells of all tables, in the order of the headings that stand before the text for them.
  private(set) var cells: [TablePlan.Cell] = []
  private(set) var spans = MaskedSpans()

  /// - Parameters:
  ///   - plain: the text as libcmark reads it.
  ///   - triggers: what the text may have.
  /// - Returns: `nil` when the text has no use for any extension.
  init?(_ text: String, firstLine: Int, plain: Document, triggers: Triggers, isSmart: Bool) {
    let prose = Triggers(inProseOf: plain.blocks, wanted: triggers.intersection(.prose))
    self.triggers = triggers.intersection(.blocks).union(prose)
    guard !self.triggers.isEmpty else { return nil }
    self.isSmart = isSmart
    source = SourceText(Array(text.utf8), firstLine: firstLine)
    document = plain
    if triggers.contains(.note) { readNotes() }
    if triggers.contains(.formula) { readFormulas() }
    if triggers.contains(.table) { readTables() }
    if !notes.isEmpty || !opaqueBlocks.isEmpty {
      let prose = Triggers(inProseOf: document.blocks, wanted: triggers.intersection(.prose))
      self.triggers = triggers.intersection(.blocks).union(prose)
    }
    if notes.isEmpty { self.triggers.remove(.reference) }
    if !self.triggers.isDisjoint(with: .prose) { readSpans() }
  }

  /// Whether the tree is as libcmark gave it.
  var isPlain: Bool {
    spans.isEmpty && notes.isEmpty && opaqueBlocks.isEmpty
      && triggers.isDisjoint(with: [.tilde, .email, .taskBox, .alert, .mathFence])
  }

  /// How many headings stand before the text for the cells of tables.
  var headingCount: Int { cells.count }

  private func parsed(_ source: SourceText) -> Document {
    let text = String(decoding: source.bytes, as: UTF8.self)
    return CMarkTree(parsing: text, isSmart: isSmart)
      .document(source: text, firstLine: source.firstLine)
  }

  private mutating func readNotes() {
    attempt(FootnoteDefinition.all(in: source, document.blocks)) { reading, definitions in
      let lines = definitions.map { ($0.start.line, $0.item) }
      reading.source = reading.source.replacing(Dictionary(lines) { first, _ in first })
      reading.document = reading.parsed(reading.source)
      let starts = reading.document.blocks.itemStarts
      reading.notes = definitions.filter {
        starts.contains(SourcePosition(line: $0.start.line, column: $0.itemColumn))
      }
      return reading.notes
    }
  }

  private mutating func readFormulas() {
    let literal = LiteralLines(document.blocks)
    attempt(MathLines.blocks(in: source, outside: literal)) { $0.take($1) }
  }

  private mutating func readTables() {
    let finder = TableFinder(source: source)
    var tables: [OpaqueBlock] = []
    document.blocks.forEachLeaf(of: source) { block, container in
      if let table = finder.table(in: block, container) { tables.append(table) }
    }
    attempt(tables) { $0.take($1) }
  }

  /// Rewrites the lines of blocks and reads the text anew.
  ///
  /// - Returns: the blocks that libcmark now finds.
  private mutating func take(_ blocks: [OpaqueBlock]) -> [OpaqueBlock] {
    var blocks = blocks
    for index in blocks.indices { takeCells(of: &blocks[index]) }
    var lines: [Int: [UInt8]] = [:]
    for block in blocks {
      for line in block.lines { lines[line.number] = line.bytes }
    }
    source = source.replacing(lines, prepending: cells.map(\.heading))
    document = parsed(source)
    let found = document.blocks.opaqueLines
    let taken = blocks.filter { found.contains($0.range.start.line) }
    for block in taken { opaqueBlocks[block.range.start.line] = block }
    return taken
  }

  /// Numbers the cells of a table among those of all.
  private mutating func takeCells(of block: inout OpaqueBlock) {
    guard case .table(var plan) = block.content else { return }
    for row in plan.rows.indices {
      for cell in plan.rows[row].cells.indices {
        plan.rows[row].cells[cell].index = cells.count
        cells.append(plan.rows[row].cells[cell])
      }
    }
    block.content = .table(plan)
  }

  /// Tries a step with all candidates; when some of them are not found again, since they stand where
  /// no block can begin, tries it once more without those, and leaves it when that fails too.
  private mutating func attempt<Candidate>(
    _ candidates: [Candidate],
    _ step: (inout ExtendedReading, [Candidate]) -> [Candidate]
  ) {
    var candidates = candidates
    for _ in 0..<2 where !candidates.isEmpty {
      var copy = self
      let found = step(&copy, candidates)
      if found.count == candidates.count {
        self = copy
        return
      }
      candidates = found
    }
  }

  private mutating func readSpans() {
    var finder = SpanFinder(triggers: triggers, notes: notes)
    finder.findAll(in: document.blocks, of: source)
    guard finder.spans.isWorthwhile else { return }
    spans = finder.spans
    spans.mask(&source)
    document = parsed(source)
  }
}
