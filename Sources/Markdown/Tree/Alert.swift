/// A block quote that begins with `[!NOTE]` or one of its like, as GitHub shows them.
public struct Alert: Sendable, Equatable {
  public var kind: Kind
  public var blocks: [Block]

  public enum Kind: String, Sendable, CaseIterable {
    case note, tip, important, warning, caution
  }
}
