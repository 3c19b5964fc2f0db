/// Reads a text with what goes beyond CommonMark.
///
/// libcmark reads it as it is. Where the tree shows use for it, some lines are rewritten so that
/// libcmark finds notes, formulas and tables between other blocks as blocks it knows, and it reads the
/// text anew; most texts have none of these. Then it reads, all in one text of their own, the pieces
/// that it would have read otherwise had it known the extensions (see ``PieceText``), and ``Finisher``
/// puts them into the tree. Lines never move and columns move by what is known, so that every place is
/// the file's.
struct ExtendedReading {
  private let isSmart: Bool
  /// What of the extensions the text may have.
  let triggers: Triggers
  /// Where the text may have any of them; `nil` where its lines are not those that were looked at.
  private var lines: TriggerLines?
  private(set) var source: SourceText
  /// As libcmark reads it, the notes in lists.
  var document = Document(blocks: [], flattenedAt: nil)
  /// Let go of when no line will change any more.
  private var tree: CMarkTree?
  private(set) var notes: [FootnoteDefinition] = []
  /// By the line on which each begins.
  private(set) var opaqueBlocks: [Int: OpaqueBlock] = [:]
  private(set) var pieces: PieceText
  /// The inlines of each piece; `nil` where it was not found again.
  private(set) var pieceInlines: [[Inline]?] = []
  /// What becomes of leaves, by where they begin.
  private(set) var changes: [SourcePosition: PieceFinder.Change] = [:]

  /// - Parameters:
  ///   - tree: the text as libcmark reads it.
  ///   - triggers: what the text may have.
  ///   - lines: on which it may have any of that.
  init(
    _ source: SourceText, _ tree: consuming CMarkTree, triggers: Triggers, at lines: TriggerLines,
    isSmart: Bool
  ) {
    self.isSmart = isSmart
    self.lines = lines
    self.triggers = triggers
    self.source = source
    self.tree = tree
    pieces = PieceText(of: source, triggers: triggers)
    if triggers.contains(.note) { readNotes() }
    if triggers.contains(.formula) { readFormulas() }
    readDocument()
    var finder = foundPieces()
    if !finder.cutTables.isEmpty {
      attempt(finder.cutTables) { $0.take($1) }
      readDocument()
      finder = foundPieces()
    }
    read(finder)
  }

  /// Whether the tree is as libcmark gave it.
  var isPlain: Bool {
    changes.isEmpty && notes.isEmpty && opaqueBlocks.isEmpty
      && triggers.isDisjoint(with: [.taskBox, .alert, .mathFence])
  }

  /// Whether the block of a range, or one within it, may hold any of what the text has.
  func mayChange(_ range: SourceRange) -> Bool { lines?.touch(range) ?? true }

  /// The blocks that libcmark finds, without what stands in them.
  private var outline: [Block] { tree?.outline() ?? [] }

  private mutating func readDocument() {
    if let tree { document = tree.document() }
    tree = nil
  }

  /// Reads the text with some lines others.
  private mutating func replace(_ lines: [Int: [UInt8]]) {
    source = source.replacing(lines)
    self.lines = nil
    tree = CMarkTree(parsing: source, isSmart: isSmart)
  }

  private mutating func readNotes() {
    attempt(FootnoteDefinition.all(in: source, outline)) { reading, definitions in
      let lines = definitions.map { ($0.start.line, $0.item) }
      reading.replace(Dictionary(lines) { first, _ in first })
      let starts = reading.outline.itemStarts
      reading.notes = definitions.filter {
        starts.contains(SourcePosition(line: $0.start.line, column: $0.itemColumn))
      }
      return reading.notes
    }
  }

  private mutating func readFormulas() {
    let literal = LiteralLines(outline)
    attempt(MathLines.blocks(in: source, outside: literal)) { $0.take($1) }
  }

  /// Rewrites the lines of blocks and reads the text anew.
  ///
  /// - Returns: the blocks that libcmark now finds.
  private mutating func take(_ blocks: [OpaqueBlock]) -> [OpaqueBlock] {
    var lines: [Int: [UInt8]] = [:]
    for block in blocks {
      for line in block.lines { lines[line.number] = line.bytes }
    }
    replace(lines)
    let found = outline.opaqueLines
    let taken = blocks.filter { found.contains($0.range.start.line) }
    for block in taken { opaqueBlocks[block.range.start.line] = block }
    return taken
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

  private func foundPieces() -> PieceFinder {
    var wanted = triggers
    if notes.isEmpty { wanted.remove(.reference) }
    var finder = PieceFinder(in: source, triggers: wanted, notes: notes)
    finder.findAll(in: document.blocks, opaque: opaqueBlocks, where: mayChange)
    return finder
  }

  private mutating func read(_ finder: PieceFinder) {
    changes = finder.changes
    pieces = finder.pieces
    guard !pieces.lines.isEmpty else { return }
    let count = pieces.lines.count
    if pieces.hasBracket, source.mayDefineLinks { pieces.appendSource() }
    let text = SourceText(pieces.bytes, firstLine: 1)
    let found = CMarkTree(parsing: text, isSmart: isSmart)
      .document(maximumNesting: max(2, Document.maximumNesting - finder.depth))
    if let place = found.flattenedAt, document.flattenedAt == nil,
      place.line <= (pieces.lines.last ?? 0)
    {
      document.flattenedAt = pieces.place(place)
    }
    pieceInlines = pieces.lines.indices.map { index in
      guard index < found.blocks.count, index < count,
        case .paragraph(let inlines) = found.blocks[index].content,
        found.blocks[index].range.start.line == pieces.lines[index]
      else { return nil }
      return inlines
    }
  }
}

extension SourceText {
  /// Whether `]:` stands in the text.
  fileprivate var mayDefineLinks: Bool {
    let span = bytes.span
    var next = 0
    while let bracket = span.firstOffset(of: UInt8(ascii: "]"), from: next) {
      next = bracket + 1
      if next < span.count, span[next] == UInt8(ascii: ":") { return true }
    }
    return false
  }
}
