/// A place in a source text, as an editor shows it.
///
/// Lines and columns are 1-based; a column counts UTF-8 bytes, so that the `é` in `é!` is column 1
/// and the `!` is column 3.
public struct SourcePosition: Sendable, Hashable, Comparable {
  /// The 1-based line.
  public var line: Int
  /// The 1-based column in UTF-8 bytes.
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A stretch of a source text; both ends belong to it.
///
/// A block that holds no byte of its own (an empty list item, say) has `end == start`.
public struct SourceRange: Sendable, Hashable {
  public var start: SourcePosition
  public var end: SourcePosition

  /// - Precondition: `start <= end`.
  public init(start: SourcePosition, end: SourcePosition) {
    precondition(start <= end, "a source range ends before it starts")
    self.start = start
    self.end = end
  }

  /// Whether `other` lies within this range.
  public func contains(_ other: SourceRange) -> Bool {
    start <= other.start && other.end <= end
  }
}
