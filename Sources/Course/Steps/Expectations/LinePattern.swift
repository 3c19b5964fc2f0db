/// What the text of one line has to be.
enum LinePattern: Sendable {
  case text(String)
  /// Any text at each gap between the pieces.
  case pieces([String])
  /// `*` for any text, `?` for one character, `\` before either for itself.
  case glob(String)
  /// The source of a regular expression that the whole line has to match.
  case expression(String)
  case anything

  /// A text in which `[..]` stands for any.
  static func literal(_ text: String) -> LinePattern {
    guard text.contains(ascii: "[..]") else { return .text(text) }
    return .pieces(text.split(separator: "[..]", omittingEmptySubsequences: false).map(String.init))
  }

  /// The test for a line, made once for many.
  func matcher() -> (String) -> Bool {
    switch self {
    case .anything: return { _ in true }
    case .text(let text): return { $0.utf8.elementsEqual(text.utf8) }
    case .pieces(let pieces): return { Self.match(pieces, $0) }
    case .glob(let glob):
      let scalars = Array(glob.unicodeScalars)
      return { Self.matchGlob(scalars, Array($0.unicodeScalars)) }
    case .expression(let source):
      // What is no regular expression matches nothing; `wholeMatch` groups before it anchors.
      guard let expression = try? Regex(source) else { return { _ in false } }
      return { (try? expression.wholeMatch(in: $0)) != nil }
    }
  }

  /// What is wrong with a regular expression, in words; `nil` where nothing is.
  var fault: String? {
    guard case .expression(let source) = self else { return nil }
    do {
      _ = try Regex(source)
      return nil
    } catch {
      return "\(error)"
    }
  }

  private static func match(_ pieces: [String], _ line: String) -> Bool {
    guard let first = pieces.first, let last = pieces.last, line.utf8.starts(with: first.utf8)
    else { return false }
    var rest = Substring(line.utf8.dropFirst(first.utf8.count))
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard let range = rest.firstRange(ofASCII: piece) else { return false }
      rest = rest[range.upperBound...]
    }
    let count = last.utf8.count
    return rest.utf8.count >= count && rest.utf8.suffix(count).elementsEqual(last.utf8)
  }

  private static func matchGlob(_ glob: [Unicode.Scalar], _ line: [Unicode.Scalar]) -> Bool {
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
