/// What a block is, and what decided it.
public struct KindDecision: Sendable, Equatable {
  public var kind: StepKind
  /// The rule's name, lowercase with hyphens.
  public var rule: String
  /// The words of the notes that the rule went by; empty for the rule that is left over.
  public var words: String

  init(_ kind: StepKind, _ rule: String, _ words: String = "") {
    self.kind = kind
    self.rule = rule
    self.words = words
  }
}
