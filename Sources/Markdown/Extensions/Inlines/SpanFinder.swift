/// Finds in all running text of a document the spans that libcmark must not read.
struct SpanFinder {
  private(set) var spans = MaskedSpans()
  private let triggers: Triggers
  /// All that is found in running text but mail addresses, which the tree shows as they are.
  private static let hidden = Triggers.prose.subtracting(.email)
  /// The index of each note by its label; the first of two that share one.
  private let notes: [String: Int]

  init(triggers: Triggers, notes: [FootnoteDefinition]) {
    self.triggers = triggers
    let labels = notes.enumerated().map { (FootnoteDefinition.key($1.label), $0) }
    self.notes = Dictionary(labels) { first, _ in first }
  }

  mutating func findAll(in blocks: [Block], of source: SourceText) {
    blocks.forEachLeaf(of: source) { block, container in
      let isHeading: Bool
      let content: [Inline]
      switch block.content {
      case .paragraph(let inlines): (isHeading, content) = (false, inlines)
      case .heading(_, _, let inlines): (isHeading, content) = (true, inlines)
      default: return
      }
      let triggers = Triggers(in: content, wanted: triggers.intersection(.prose))
      guard !triggers.isDisjoint(with: Self.hidden) else { return }
      let text = LeafText(of: block, container, in: source)
      var scanner = InlineScanner(
        text.bytes, triggers: triggers, notes: notes, isHeading: isHeading)
      let found = scanner.spans().compactMap { span -> MaskedSpan? in
        let (pieces, start) = text.pieces(of: span.range, in: source)
        // The mark of a mask needs two bytes in the span's first line.
        guard pieces[0].count >= MaskedSpans.mark.count else { return nil }
        return MaskedSpan(
          meaning: span.meaning, text: span.text, start: start, pieces: pieces)
      }
      spans.append(found, ofLeafAt: block.range.start)
    }
  }
}
