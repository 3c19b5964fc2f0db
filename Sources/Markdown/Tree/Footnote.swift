/// A note that the text refers to with `[^label]`.
public struct Footnote: Sendable, Equatable {
  /// As the author writes it, without `^`.
  public var label: String
  /// 1-based, in the order of the first references.
  public var number: Int
  /// How often the text refers to it, at least once.
  public var referenceCount: Int
  public var blocks: [Block]
  public var range: SourceRange
}
