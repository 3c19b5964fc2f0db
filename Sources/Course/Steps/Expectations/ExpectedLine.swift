/// A line of an expectation: what it matches and how often.
struct ExpectedLine: Sendable {
  private enum Pattern: Sendable {
    case text(String)
    /// Any text at each gap between the pieces.
    case pieces([String])
    case glob(String)
    /// The source of a regular expression that the whole line has to match.
    case expression(String)
    case anything
  }

  private let pattern: Pattern
  private let minimum: Int
  private let maximum: Int

  init(_ line: String) {
    if line == "..." {
      (pattern, minimum, maximum) = (.anything, 0, .max)
      return
    }
    let (text, kind, quantifier) = Self.split(line)
    switch quantifier {
    case "?": (minimum, maximum) = (0, 1)
    case "*": (minimum, maximum) = (0, .max)
    case "+": (minimum, maximum) = (1, .max)
    default: (minimum, maximum) = (1, 1)
    }
    pattern =
      switch kind {
      case "re": .expression(text)
      case "glob": .glob(text)
      case "esc": .text(Self.unescaped(text))
      default: Self.pieces(text).map { .pieces($0) } ?? .text(text)
      }
  }

  /// How far the output can be taken up by this line when `starts` were possible before it.
  func ends(from starts: Set<Int>, in output: [String]) -> Set<Int> {
    var result: Set<Int> = []
    for start in starts {
      var end = start
      var count = 0
      if minimum == 0 { result.insert(start) }
      while end < output.count, count < maximum, matches(output[end]) {
        end += 1
        count += 1
        if count >= minimum, !result.insert(end).inserted, maximum > 1 { break }
      }
    }
    return result
  }

  private func matches(_ line: String) -> Bool {
    switch pattern {
    case .anything: return true
    case .text(let text): return line.utf8.elementsEqual(text.utf8)
    case .pieces(let pieces): return Self.match(pieces, line)
    case .glob(let glob):
      return Self.matchGlob(Array(glob.unicodeScalars), Array(line.unicodeScalars))
    case .expression(let source):
      // What is no regular expression matches nothing; `wholeMatch` groups before it anchors.
      guard let expression = try? Regex(source) else { return false }
      return (try? expression.wholeMatch(in: line)) != nil
    }
  }

  /// Takes ` (re)`, ` (glob+)`, ` (?)` and their like off the end.
  private static func split(_ line: String) -> (text: String, kind: String, quantifier: String) {
    guard line.hasSuffix(")"), let open = line.lastIndex(of: "("), open > line.startIndex,
      line[line.index(before: open)] == " "
    else { return (line, "", "") }
    let text = String(line[..<line.index(before: open)])
    var kind = String(line[line.index(after: open)...].dropLast())
    var quantifier = ""
    if let last = kind.last, "?*+".contains(last) { quantifier = String(kind.removeLast()) }
    let names = [
      "re": "re", "regex": "re", "glob": "glob", "gl": "glob", "esc": "esc", "escaped": "esc",
      "no-eol": "no-eol", "equal": "", "eq": "", "": "",
    ]
    guard let name = names[kind], !(name == "" && kind == "" && quantifier == "") else {
      return (line, "", "")
    }
    return (text, name, quantifier)
  }

  /// The pieces around each `[..]`; `nil` without one.
  private static func pieces(_ text: String) -> [String]? {
    guard text.contains("[..]") else { return nil }
    return text.split(separator: "[..]", omittingEmptySubsequences: false).map(String.init)
  }

  private static func match(_ pieces: [String], _ line: String) -> Bool {
    guard let first = pieces.first, let last = pieces.last, line.hasPrefix(first) else {
      return false
    }
    var rest = line.dropFirst(first.count)
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard let range = rest.firstRange(of: piece) else { return false }
      rest = rest[range.upperBound...]
    }
    return rest.hasSuffix(last) && rest.count >= last.count
  }

  /// `*` for any text, `?` for one character, `\` before either for itself.
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

  /// `\t`, `\n`, `\\`, `\e` and `\x1b` as the characters they stand for.
  private static func unescaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    let simple: [UInt8: UInt8] = [
      UInt8(ascii: "t"): 9, UInt8(ascii: "n"): 10, UInt8(ascii: "r"): 13, UInt8(ascii: "a"): 7,
      UInt8(ascii: "b"): 8, UInt8(ascii: "e"): 27, UInt8(ascii: "\\"): UInt8(ascii: "\\"),
    ]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let next = rest.first else {
        bytes.append(byte)
        continue
      }
      let digits = String(decoding: rest.dropFirst().prefix(2), as: UTF8.self)
      if next == UInt8(ascii: "x"), digits.utf8.count == 2, let code = UInt8(digits, radix: 16) {
        bytes.append(code)
        rest = rest.dropFirst(3)
      } else if let code = simple[next] {
        bytes.append(code)
        rest = rest.dropFirst()
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
