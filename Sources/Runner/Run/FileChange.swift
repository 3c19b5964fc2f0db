/// What an edit changed in its file.
public struct FileChange: Sendable {
  /// In the unified format without context, with its `@@` lines; empty when all stood there already.
  public var lines: [String]
  public var added: Int
  public var removed: Int

  /// - Parameter diff: what the edit's function shows.
  init(_ diff: String) {
    lines = diff.split(separator: "\n").map(String.init)
    added = lines.count { $0.hasPrefix("+") }
    removed = lines.count { $0.hasPrefix("-") }
  }
}
