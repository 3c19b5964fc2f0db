internal import Markdown

/// Leads from a place in a text that was changed within its lines back to the place before.
struct ColumnMap: Sendable, Equatable {
  /// A stretch of a line that was replaced, its column and lengths in bytes.
  struct Splice: Sendable, Equatable {
    /// The 1-based column of the replacement in the new text.
    var column: Int
    var newLength: Int
    var oldLength: Int
  }

  /// By 1-based line, in order of column; most lines have none.
  private var splices: [Int: [Splice]] = [:]

  mutating func add(_ splice: Splice, line: Int) {
    splices[line, default: []].append(splice)
  }

  /// The place in the old text; one within a replacement leads to where the replaced bytes began.
  func original(_ position: SourcePosition) -> SourcePosition {
    guard let splices = splices[position.line] else { return position }
    var shift = 0
    for splice in splices {
      if position.column < splice.column { break }
      if position.column < splice.column + splice.newLength {
        return SourcePosition(line: position.line, column: splice.column + shift)
      }
      shift += splice.oldLength - splice.newLength
    }
    return SourcePosition(line: position.line, column: position.column + shift)
  }
}
