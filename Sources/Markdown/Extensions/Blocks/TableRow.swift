/// Splits a table's lines into cells, GFM 0.29 section 4.10.
enum TableRow {
  /// The cells of a line without blanks around them; none for a line of one pipe alone.
  ///
  /// A pipe after a backslash belongs to a cell, also within code.
  static func cells(_ line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var rest = line.trimmed
    if rest.first == UInt8(ascii: "|") { rest = rest.dropFirst() }
    rest = rest.drop(while: \.isSpaceOrTab)
    var cells: [ArraySlice<UInt8>] = []
    while !rest.isEmpty {
      var end = rest.startIndex
      while end < rest.endIndex, rest[end] != UInt8(ascii: "|") || isEscaped(rest, at: end) {
        end += 1
      }
      cells.append(rest[..<end].trimmed)
      rest = rest[min(end + 1, rest.endIndex)...].drop(while: \.isSpaceOrTab)
    }
    return cells
  }

  /// Whether a line ends as a delimiter row does.
  static func mayDelimit(_ line: ArraySlice<UInt8>) -> Bool {
    let last = line.last { !$0.isSpaceOrTab }
    return last == UInt8(ascii: "|") || last == UInt8(ascii: "-") || last == UInt8(ascii: ":")
  }

  /// Whether a line has any cell.
  static func hasCells(_ line: ArraySlice<UInt8>) -> Bool {
    let rest = line.drop(while: \.isSpaceOrTab)
    return !(rest.first == UInt8(ascii: "|") ? rest.dropFirst() : rest).allSatisfy(\.isSpaceOrTab)
  }

  /// The alignments that a delimiter row gives its columns, or `nil` for any other line.
  static func alignments(_ line: ArraySlice<UInt8>) -> [Table.Alignment?]? {
    let isPlausible = line.allSatisfy {
      $0.isSpaceOrTab || $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "-")
        || $0 == UInt8(ascii: ":")
    }
    guard isPlausible else { return nil }
    var alignments: [Table.Alignment?] = []
    for cell in cells(line) {
      let left = cell.first == UInt8(ascii: ":")
      let dashes = cell.dropFirst(left ? 1 : 0)
      let right = dashes.last == UInt8(ascii: ":")
      let isMarker = dashes.dropLast(right ? 1 : 0).allSatisfy { $0 == UInt8(ascii: "-") }
      guard isMarker, dashes.count > (right ? 1 : 0) else { return nil }
      alignments.append(left ? (right ? .center : .left) : right ? .right : nil)
    }
    return alignments.isEmpty ? nil : alignments
  }

  private static func isEscaped(_ bytes: ArraySlice<UInt8>, at index: Int) -> Bool {
    index > bytes.startIndex && bytes[index - 1] == UInt8(ascii: "\\")
  }
}
