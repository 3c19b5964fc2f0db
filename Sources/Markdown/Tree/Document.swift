/// A Markdown document as values: its blocks in order, each with its place in the source.
public struct Document: Sendable, Equatable {
  public var blocks: [Block]
  /// The notes that the text refers to, in the order of their numbers from 1.
  public var footnotes: [Footnote] = []
  /// Where nesting went beyond ``maximumNesting`` for the first time, or `nil`.
  ///
  /// What lies deeper is kept, but as if it stood at the deepest level.
  public var flattenedAt: SourcePosition?

  /// The blocks as a reader meets them: those of the text, then those of the notes.
  public var blocksAndNotes: [Block] {
    footnotes.isEmpty ? blocks : blocks + footnotes.flatMap(\.blocks)
  }

  /// How many blocks and inlines may stand within each other.
  ///
  /// Everything that walks the tree, its release included, recurses once a level. 100,000 nested
  /// block quotes overflow a stack of 8 MB; no text that a person wrote comes near 200 levels.
  public static let maximumNesting = 200

  /// Parses CommonMark 0.30 and the extensions asked for. Every string is a valid document.
  ///
  /// - Parameters:
  ///   - source: text with line feeds as line endings.
  ///   - firstLine: the 1-based line of the file on which `source` begins, for texts that follow
  ///     front matter.
  ///   - extensions: what is read beyond CommonMark.
  public init(parsing source: String, firstLine: Int = 1, extensions: Extensions = []) {
    let isSmart = extensions.contains(.smartPunctuation)
    let wanted = Triggers.wanted(by: extensions)
    let text = SourceText(Array(source.utf8), firstLine: firstLine, signs: wanted.signs)
    let tree = CMarkTree(parsing: text, isSmart: isSmart)
    let (triggers, offsets) = Triggers.all(in: text, wanted: wanted)
    guard !triggers.isEmpty else {
      self = tree.document()
      return
    }
    let reading = ExtendedReading(
      text, consume tree, triggers: triggers, at: TriggerLines(offsets, in: text), isSmart: isSmart)
    if reading.isPlain {
      self = reading.document
    } else {
      var finisher = Finisher(consume reading)
      self = finisher.finished()
    }
    if !triggers.isDisjoint(with: .tree) { applyTreePasses(triggers, to: text) }
  }

  /// Reads what needs nothing but the finished tree and a look at its source.
  private mutating func applyTreePasses(_ triggers: Triggers, to source: SourceText) {
    if triggers.contains(.definition) {
      let pass = DefinitionLists(source: source)
      blocks = pass.applied(to: blocks)
      for index in footnotes.indices {
        footnotes[index].blocks = pass.applied(to: footnotes[index].blocks)
      }
    }
    if triggers.contains(.abbreviation) { Abbreviations.apply(to: &self, source: source) }
  }

  init(blocks: [Block], flattenedAt: SourcePosition?) {
    self.blocks = blocks
    self.flattenedAt = flattenedAt
  }
}
