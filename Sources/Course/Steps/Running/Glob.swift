/// Patterns with `*` for any text, `?` for one character, and `\` before either for itself.
enum Glob {
  static func matches(_ glob: String, _ text: String) -> Bool {
    matches(Array(glob.unicodeScalars), Array(text.unicodeScalars))
  }

  private static func matches(_ glob: [Unicode.Scalar], _ line: [Unicode.Scalar]) -> Bool {
    // Which lengths of the line the pattern so far can have matched.
    var lengths: Set<Int> = [0]
    var index = 0
    while index < glob.count {
      var scalar = glob[index]
      if scalar == "*" {
        if let least = lengths.min() { lengths = Set(least...line.count) }
      } else {
        let isAny = scalar == "?"
        if scalar == "\\", index + 1 < glob.count, ["*", "?", "\\"].contains(glob[index + 1]) {
          index += 1
          scalar = glob[index]
        }
        lengths = Set(
          lengths.filter { $0 < line.count && (isAny || line[$0] == scalar) }.map { $0 + 1 })
      }
      index += 1
    }
    return lengths.contains(line.count)
  }
}
