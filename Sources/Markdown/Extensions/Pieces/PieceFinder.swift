/// Finds in the leaves of a document what the tree does not tell or libcmark must read once more.
struct PieceFinder {
  /// What becomes of a leaf.
  enum Change {
    /// Its inlines are those of a piece, or as they are; either way they hold what the triggers tell.
    case inlines(piece: Int?, Triggers)
    case table(TablePlan)
  }

  private(set) var pieces: PieceText
  /// By where the leaf begins.
  private(set) var changes: [SourcePosition: Change] = [:]
  /// Tables that end before the block does in which they stand.
  private(set) var cutTables: [OpaqueBlock] = []
  /// How deep the deepest container lies that a piece stands in.
  private(set) var depth = 0
  private let source: SourceText
  private let triggers: Triggers
  /// The signs of what is looked for in running text.
  private let signs: ByteSet
  /// The index of each note by its label; the first of two that share one.
  private let notes: [String: Int]
  /// All that is found in running text but mail addresses, which the tree shows as they are.
  private static let hidden = Triggers.prose.subtracting(.email)

  init(in source: SourceText, triggers: Triggers, notes: [FootnoteDefinition]) {
    self.source = source
    self.triggers = triggers
    signs = triggers.intersection(.prose).signs
    pieces = PieceText(of: source, triggers: triggers)
    let labels = notes.enumerated().map { (FootnoteDefinition.key($1.label), $0) }
    self.notes = Dictionary(labels) { first, _ in first }
  }

  /// - Parameters:
  ///   - tables: those that stand behind raw HTML, by the line on which they begin.
  ///   - mayHold: whether anything may stand in the block of a range, or in one within it.
  mutating func findAll(
    in blocks: [Block], opaque tables: [Int: OpaqueBlock], where mayHold: (SourceRange) -> Bool
  ) {
    let finder = TableFinder(source: source)
    blocks.forEachLeaf(of: source, where: mayHold) { block, container in
      switch block.content {
      case .paragraph(let inlines), .heading(_, _, let inlines):
        guard triggers.contains(.table), let table = finder.table(in: block, container) else {
          return take(inlines, of: block, container)
        }
        if table.isWhole {
          take(finder.plan(table, in: block, container), container, from: block.range.start)
        } else {
          cutTables.append(finder.opaque(table, in: block, container))
          take(inlines, of: block, container)
        }
      case .htmlBlock(let html) where OpaqueBlock.isOne(html):
        if case .table(let plan)? = tables[block.range.start.line]?.content {
          take(plan, container, from: block.range.start)
        }
      default: break
      }
    }
  }

  private mutating func take(_ inlines: [Inline], of block: Block, _ container: Container) {
    let triggers = Triggers(in: inlines, wanted: triggers.intersection(.prose), signs)
    guard !triggers.isEmpty else { return }
    var piece: Int?
    if !triggers.isDisjoint(with: Self.hidden) {
      let isHeading = if case .heading = block.content { true } else { false }
      let text = LeafText(of: block, container, in: source)
      let spans = spans(in: text, triggers, isHeading: isHeading)
      if !spans.isEmpty { piece = append(text, spans, container) }
    }
    guard piece != nil || !triggers.isDisjoint(with: [.email, .tilde]) else { return }
    changes[block.range.start] = .inlines(piece: piece, triggers)
  }

  private mutating func take(
    _ table: TablePlan, _ container: Container, from start: SourcePosition
  ) {
    var table = table
    if let before = table.before { table.before?.reading = reading(of: before.text, container) }
    for row in table.rows.indices {
      for cell in table.rows[row].cells.indices {
        let text = table.rows[row].cells[cell].text
        table.rows[row].cells[cell].reading = reading(of: text, container)
      }
    }
    changes[start] = .table(table)
  }

  /// Text that nothing in it makes more than text needs no reading.
  private mutating func reading(of text: LeafText, _ container: Container) -> TablePlan.Reading {
    if text.bytes.allSatisfy(\.isNeverMarkup) { return .plain }
    let triggers = Triggers(in: text.bytes, wanted: triggers.intersection(.prose))
    let spans = spans(in: text, triggers, isHeading: false)
    return .piece(append(text, spans, container), triggers)
  }

  private func spans(
    in text: LeafText, _ triggers: Triggers, isHeading: Bool
  ) -> [InlineSpan] {
    guard !triggers.isDisjoint(with: Self.hidden) else { return [] }
    var scanner = InlineScanner(
      text.bytes, triggers: triggers, notes: notes, isHeading: isHeading)
    return scanner.spans()
  }

  private mutating func append(
    _ text: LeafText, _ spans: [InlineSpan], _ container: Container
  ) -> Int {
    depth = max(depth, container.depth)
    return pieces.append(text, spans)
  }
}

extension UInt8 {
  /// Whether it is text to CommonMark and every extension wherever it stands, but at a line's start.
  fileprivate var isNeverMarkup: Bool { isAlphanumeric || self == UInt8(ascii: " ") }
}
