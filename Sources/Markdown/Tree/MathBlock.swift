/// A formula on lines of its own, between lines `$$` or in a fence ```` ```math ````.
public struct MathBlock: Sendable, Equatable {
  /// TeX, each line with its line feed.
  public var literal: String
  /// The place of the first byte of each line of ``literal`` in the source, one for each line.
  public var lineStarts: [SourcePosition]
}
