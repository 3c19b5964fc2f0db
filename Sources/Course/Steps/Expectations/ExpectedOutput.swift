/// What the notes say a command prints and how it ends, ready to be compared.
///
/// Lines are compared exactly, but for blanks at their ends and blank lines at the end of all. The
/// notation is that of cram and scrut:
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
  public let status: Int
  private let lines: [ExpectedLine]
  /// Whether the last line has no line feed.
  private let endsWithoutFeed: Bool

  /// - Parameter text: the expectation's lines, each with a line feed.
  public init(_ text: String) {
    var lines = Self.lines(text)
    var status = 0
    if let last = lines.last, let number = Self.status(last) {
      status = number
      lines.removeLast()
      while lines.last == "" { lines.removeLast() }
    }
    self.status = status
    endsWithoutFeed = lines.last?.hasSuffix(" (no-eol)") ?? false
    self.lines = lines.map(ExpectedLine.init)
  }

  /// Whether a command that printed `output` did what the notes say.
  public func accepts(_ output: String) -> Bool {
    if endsWithoutFeed, output.hasSuffix("\n") { return false }
    let found = Self.lines(output)
    // Which beginnings of the output the expectations so far can have taken up.
    var ends: Set<Int> = [0]
    for line in lines {
      ends = line.ends(from: ends, in: found)
      if ends.isEmpty { return false }
    }
    return ends.contains(found.count)
  }

  /// The lines of a text as they are compared: no blanks at their ends, no blank lines at the end.
  public static func lines(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let end = line.lastIndex { !$0.isWhitespace }.map { line.index(after: $0) }
      return String(line[..<(end ?? line.startIndex)])
    }
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  /// The number in `[2]`, which stands on a line of its own.
  private static func status(_ line: String) -> Int? {
    guard line.hasPrefix("["), line.hasSuffix("]") else { return nil }
    return Int(line.dropFirst().dropLast())
  }
}
