/// A table, GFM 0.29 section 4.10.
public struct Table: Sendable, Equatable {
  /// One for each column, `nil` where the delimiter row says nothing.
  public var alignments: [Alignment?]
  public var header: Row
  /// The rows below the header.
  public var rows: [Row]

  public enum Alignment: String, Sendable {
    case left, center, right
  }

  public struct Row: Sendable, Equatable {
    /// As many as the table has columns.
    public var cells: [[Inline]]
    /// From the row's first byte to its last.
    public var range: SourceRange
  }
}
