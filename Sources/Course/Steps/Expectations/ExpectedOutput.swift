/// What the notes say a command prints and how it ends, ready to be compared.
///
/// Lines are compared byte by byte. In the notes' own dialect blanks at their ends count for nothing,
/// nor do blank lines at the end of all. Its notation is that of cram and scrut:
///
///     $ ls --version
///     ls (GNU coreutils) *          (glob)
///     Copyright.* Free Software.*   (re)
///     ...
///     [0]
///
/// A suffix tells how a line is meant: `(re)`, `(glob)`, `(esc)`, `(no-eol)`, with `?`, `*` or `+` in
/// it or alone for how often: `(re+)`, `(*)`. A line `...` stands for any lines, `[..]` for any
/// text within a line, and a last line `[2]` for an exit status. Another suffix is part of the line.
public struct ExpectedOutput: Sendable {
  /// The exit status that the notes name, or 0.
  public private(set) var status = 0
  /// The index of the line that names it.
  private(set) var statusLine: Int?
  /// The lines that are compared, with their index among all.
  private(set) var lines: [(index: Int, line: ExpectedLine)] = []
  private let dialect: Dialect

  public init(_ expectation: Expectation) {
    self.init(expectation.text, readsStatus: expectation.origin == .transcript)
  }

  /// - Parameters:
  ///   - text: the expectation's lines, each with a line feed.
  ///   - readsStatus: whether a last line `[2]` is an exit status and no output.
  public init(_ text: String, readsStatus: Bool = true) {
    self.init(Self.lines(text), .notes, readsStatus: readsStatus)
  }

  /// - Parameter lines: as they are written, without prompt or indentation.
  init(_ lines: [String], _ dialect: Dialect, readsStatus: Bool = true) {
    self.dialect = dialect
    var end = lines.count
    switch dialect.status {
    case .printed: break
    case .lastLine:
      if readsStatus, let last = lines.last, let number = Self.status(last) {
        (status, statusLine) = (number, lines.count - 1)
        end -= 1
        while end > 0, lines[end - 1].isEmpty { end -= 1 }
      }
    case .anyLine, .end:
      if let index = lines.firstIndex(where: { Self.status($0) != nil }) {
        (status, statusLine) = (Self.status(lines[index]) ?? 0, index)
        if dialect.status == .end { end = index }
      }
    }
    for index in 0..<end where index != statusLine {
      self.lines.append((index, ExpectedLine(lines[index], dialect)))
    }
  }

  /// Whether a command that printed `output` did what the notes say.
  public func accepts(_ output: String) -> Bool { accepts(PrintedLines(output)) }

  func accepts(_ output: PrintedLines) -> Bool {
    if dialect.repetition == .untilNext { return acceptsUntilNext(output) }
    // Which beginnings of the output the expectations so far can have taken up.
    var ends: Set<Int> = [0]
    for (_, line) in lines {
      ends = line.ends(from: ends, in: output)
      if ends.isEmpty { return false }
    }
    return ends.contains(output.lines.count)
  }

  /// Takes each line up where it first can, and goes on to the next expectation once that one matches
  /// too; nothing is tried again (scrut's `diff.rs`).
  private func acceptsUntilNext(_ output: PrintedLines) -> Bool {
    let matchers = lines.map { $0.line.matcher() }
    var (expected, printed) = (0, 0)
    var hasMatched = false
    while expected < lines.count, printed < output.lines.count {
      let line = lines[expected].line
      guard matchers[expected](printed, output) else {
        if !hasMatched, line.minimum > 0 { return false }
        (expected, hasMatched) = (expected + 1, false)
        continue
      }
      if line.maximum == 1 {
        (expected, printed) = (expected + 1, printed + 1)
      } else if hasMatched || line.minimum == 0, expected + 1 < lines.count,
        matchers[expected + 1](printed, output)
      {
        (expected, hasMatched) = (expected + 1, false)
      } else {
        (printed, hasMatched) = (printed + 1, true)
      }
    }
    if hasMatched { expected += 1 }
    return printed == output.lines.count
      && lines.dropFirst(expected).allSatisfy { $0.line.minimum == 0 }
  }

  /// Whether it holds though nothing is printed: lines are written, and none asks for any text.
  ///
  /// With an exit status it still says something.
  var isVacuous: Bool { status == 0 && !lines.isEmpty && lines.allSatisfy(\.line.takesNothing) }

  /// The lines of a text as they are compared: no blanks at their ends, no blank lines at the end.
  public static func lines(_ text: String) -> [String] {
    PrintedLines(text).lines.map { String(decoding: $0.text, as: UTF8.self) }
  }

  /// The number in `[2]`, which stands on a line of its own.
  static func status(_ line: String) -> Int? {
    guard line.hasPrefix("["), line.hasSuffix("]") else { return nil }
    let digits = line.dropFirst().dropLast()
    return digits.allSatisfy { ("0"..."9").contains($0) } ? Int(digits) : nil
  }
}
