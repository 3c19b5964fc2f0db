/// A pattern with `*` for any text and `?` for one character.
struct Glob {
  private let scalars: [Unicode.Scalar]
  private let hasEscapes: Bool

  /// - Parameter hasEscapes: whether `\` before `*`, `?` or itself takes it as it is.
  init(_ text: String, hasEscapes: Bool = true) {
    scalars = Array(text.unicodeScalars)
    self.hasEscapes = hasEscapes
  }

  /// Whether all of a text fits.
  func matches(_ text: String) -> Bool {
    let line = Array(text.unicodeScalars)
    // Which lengths of the line the pattern so far can have matched.
    var lengths: Set<Int> = [0]
    var index = 0
    while index < scalars.count {
      var scalar = scalars[index]
      if scalar == "*" {
        if let least = lengths.min() { lengths = Set(least...line.count) }
      } else {
        let isAny = scalar == "?"
        if hasEscapes, scalar == "\\", index + 1 < scalars.count,
          ["*", "?", "\\"].contains(scalars[index + 1])
        {
          index += 1
          scalar = scalars[index]
        }
        lengths = Set(
          lengths.filter { $0 < line.count && (isAny || line[$0] == scalar) }.map { $0 + 1 })
      }
      index += 1
    }
    return lengths.contains(line.count)
  }
}
