/// A line of an expectation: what it matches and how often.
struct ExpectedLine: Sendable {
  private let pattern: LinePattern
  private let minimum: Int
  private let maximum: Int
  /// Whether it is the end of the output, without a line feed.
  private let isUnterminated: Bool

  /// - Parameter line: without blanks at its end.
  init(_ line: String) {
    if line == "..." {
      (pattern, minimum, maximum, isUnterminated) = (.anything, 0, .max, false)
      return
    }
    let suffix = LineSuffix(line)
    switch suffix?.quantifier {
    case "?": (minimum, maximum) = (0, 1)
    case "*": (minimum, maximum) = (0, .max)
    case "+": (minimum, maximum) = (1, .max)
    default: (minimum, maximum) = (1, 1)
    }
    var text = suffix?.text ?? line
    let kind = suffix?.kind
    let isMarked = Self.dropUnterminated(&text, of: kind)
    isUnterminated = isMarked || kind == .unterminated
    pattern =
      switch kind {
      case .expression: .expression(text)
      case .glob: .glob(Self.unescapedGlob(text))
      case .escaped: .text(LineEscapes.resolved(text))
      // Who writes `(equal)` means each sign of the line.
      case .equal: .text(text)
      case .unterminated, nil: .literal(text)
      }
  }

  /// How far the output can be taken up by this line when `starts` were possible before it.
  func ends(from starts: Set<Int>, in output: PrintedLines) -> Set<Int> {
    let matches = pattern.matcher()
    let lines = output.lines
    var result: Set<Int> = []
    for start in starts {
      var end = start
      var count = 0
      if minimum == 0 { result.insert(start) }
      while end < lines.count, count < maximum,
        !isUnterminated || (output.endsWithoutFeed && end == lines.count - 1),
        matches(lines[end].text)
          // Blanks at the end count for whoever writes them.
          || (lines[end].text.utf8.count < lines[end].whole.utf8.count && matches(lines[end].whole))
      {
        end += 1
        count += 1
        if count >= minimum, !result.insert(end).inserted, maximum > 1 { break }
      }
    }
    return result
  }

  /// Whether it holds where no text is printed.
  var takesNothing: Bool { minimum == 0 || pattern.matcher()("") }

  /// The message of the regular expression's fault; `nil` without a fault.
  var fault: String? { pattern.fault }

  /// Takes the `(no-eol)` off that cram prints before the suffix of a line: `\t (no-eol) (esc)`.
  private static func dropUnterminated(_ text: inout String, of kind: LineSuffix.Kind?) -> Bool {
    let marks: [String]
    switch kind {
    case .expression: marks = [" (no-eol)", #" \(no-eol\)"#]
    case .glob, .escaped: marks = [" (no-eol)"]
    case .equal, .unterminated, nil: marks = []
    }
    guard let mark = marks.first(where: text.hasSuffix) else { return false }
    text.removeLast(mark.count)
    return true
  }

  /// The text of `\tab* (esc) (glob)`, which scrut lets stand for a glob with escapes.
  private static func unescapedGlob(_ text: String) -> String {
    guard let inner = LineSuffix(text), inner.kind == .escaped, inner.quantifier == nil else {
      return text
    }
    return LineEscapes.resolved(inner.text)
  }
}
