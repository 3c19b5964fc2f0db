/// A regular expression in which what has no meaning stands for itself, as in Python's; a stricter
/// reader refuses it.
enum ForgivenExpression {
  /// `{"a": 1}` with its braces escaped, `[[]` with its inner bracket, `\"` without backslash.
  static func source(_ text: String) -> String {
    var result: [Unicode.Scalar] = []
    var rest = Array(text.unicodeScalars)[...]
    var isInClass = false
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\\":
        guard let next = rest.popFirst() else {
          result += ["\\", "\\"]
          continue
        }
        if next.isASCII, !needsBackslash(next) {
          result.append(next)
        } else {
          result += ["\\", next]
        }
      case "[" where isInClass: result += ["\\", "["]
      case "[":
        isInClass = true
        result.append("[")
        if rest.first == "^" { result.append(rest.removeFirst()) }
        // A bracket that comes first belongs to the class.
        if rest.first == "]", rest.dropFirst().contains("]") {
          rest.removeFirst()
          result += ["\\", "]"]
        }
      case "]" where isInClass:
        isInClass = false
        result.append("]")
      case "]", "}": result += ["\\", scalar]
      case "{" where !isInClass:
        if let count = repetition(rest) {
          result.append("{")
          result += rest.prefix(count)
          rest = rest.dropFirst(count)
        } else {
          result += ["\\", "{"]
        }
      default: result.append(scalar)
      }
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: result)
    return String(view)
  }

  /// The length of `3}`, `3,}`, `,3}` or `3,6}` at the start of the text.
  private static func repetition(_ text: ArraySlice<Unicode.Scalar>) -> Int? {
    let inner = text.prefix { ("0"..."9").contains($0) || $0 == "," }
    let parts = inner.count { $0 == "," }
    guard text.dropFirst(inner.count).first == "}", inner.count > parts, parts <= 1 else {
      return nil
    }
    return inner.count + 1
  }

  /// Letters and digits have a meaning after a backslash, and signs may lose theirs.
  private static func needsBackslash(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
      || #"\^$.|?*+()[]{}-"#.unicodeScalars.contains(scalar)
  }
}
