/// A line of an expectation: what it matches and how often.
struct ExpectedLine: Sendable {
  let minimum: Int
  let maximum: Int
  private let pattern: LinePattern
  private let ending: Ending

  /// What it asks of the line's end.
  private enum Ending {
    case any
    case feed
    /// It is the end of the output, without a line feed.
    case unterminated
  }

  /// - Parameter line: without blanks at its end where they mean nothing.
  init(_ line: String, _ dialect: Dialect = .notes) {
    let isEllipsis = (dialect.blanks == .trimmedOutput ? line.trimmed : line) == "..."
    if dialect.hasEllipsisLines, isEllipsis {
      (pattern, minimum, maximum, ending) = (.anything, 0, .max, .any)
      return
    }
    let suffix = LineSuffix(line, dialect)
    switch suffix?.quantifier {
    case "?": (minimum, maximum) = (0, 1)
    case "*": (minimum, maximum) = (0, .max)
    case "+": (minimum, maximum) = (1, .max)
    default: (minimum, maximum) = (1, 1)
    }
    var text = suffix?.text ?? line
    let kind = suffix?.kind
    let isMarked = !dialect.comparesWritten && Self.dropUnterminated(&text, of: kind)
    if dialect.asksForFeed {
      // In scrut only these two kinds look at the line's end.
      ending = kind == .unterminated ? .unterminated : kind == nil || kind == .equal ? .feed : .any
    } else {
      ending = isMarked || kind == .unterminated ? .unterminated : .any
    }
    pattern = Self.pattern(text, kind, whole: line, dialect)
  }

  private static func pattern(
    _ text: String, _ kind: LineSuffix.Kind?, whole: String, _ dialect: Dialect
  ) -> LinePattern {
    let pattern: LinePattern
    switch kind {
    case .expression:
      let source = dialect.forgivesExpressions ? ForgivenExpression.source(text) : text
      pattern = .expression(source, dialect.anchoring)
    case .glob: pattern = .glob(unescapedGlob(text, dialect), hasEscapes: dialect.globHasEscapes)
    case .escaped:
      let bytes = LineEscapes.resolved(text.utf8, letters: dialect.escapes)
      pattern =
        dialect.comparesWritten
        ? .either([.text(bytes), .written(bytes, letters: dialect.escapes)]) : .text(bytes)
    // Who writes `(equal)` means each sign of the line.
    case .equal: pattern = .text(Array(text.utf8))
    case .unterminated, nil: pattern = plain(text, dialect)
    }
    guard dialect.suffixMayBeText, kind != nil else { return pattern }
    return .either([.text(Array(whole.utf8)), pattern])
  }

  private static func plain(_ text: String, _ dialect: Dialect) -> LinePattern {
    let bytes = Array(text.utf8)
    if dialect.hasInlineGaps, text.contains(ascii: "[..]") {
      return .pieces(
        text.split(separator: "[..]", omittingEmptySubsequences: false).map(String.init))
    }
    if dialect.hasEllipsisEnds, text.utf8.count > 3, text.hasSuffix("...") {
      return .either([.text(bytes), .beginning(bytes.dropLast(3))])
    }
    if dialect.comparesWritten {
      return .either([.text(bytes), .written(bytes, letters: dialect.escapes)])
    }
    return .text(bytes)
  }

  /// The test for a printed line, made once for many.
  func matcher() -> (Int, PrintedLines) -> Bool {
    let matches = pattern.matcher()
    return { index, output in
      let line = output.lines[index]
      let isUnterminated = output.endsWithoutFeed && index == output.lines.count - 1
      switch ending {
      case .feed where isUnterminated, .unterminated where !isUnterminated: return false
      default: break
      }
      // Blanks at the end count for whoever writes them.
      return matches(line.text) || (line.text.count < line.whole.count && matches(line.whole))
    }
  }

  /// How far the output can be taken up by this line when `starts` were possible before it.
  func ends(from starts: Set<Int>, in output: PrintedLines) -> Set<Int> {
    let matches = matcher()
    var result: Set<Int> = []
    for start in starts {
      var end = start
      var count = 0
      if minimum == 0 { result.insert(start) }
      while end < output.lines.count, count < maximum, matches(end, output) {
        end += 1
        count += 1
        if count >= minimum, !result.insert(end).inserted, maximum > 1 { break }
      }
    }
    return result
  }

  /// Whether it holds where no text is printed.
  var takesNothing: Bool { minimum == 0 || pattern.matcher()([]) }

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
  private static func unescapedGlob(_ text: String, _ dialect: Dialect) -> String {
    guard !dialect.comparesWritten, let inner = LineSuffix(text, dialect), inner.kind == .escaped,
      inner.quantifier == nil
    else { return text }
    let bytes = LineEscapes.resolved(inner.text.utf8, letters: dialect.escapes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
