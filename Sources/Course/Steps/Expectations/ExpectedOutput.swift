/// What the notes say a command prints and how it ends, ready to be compared.
///
/// Lines are compared byte by byte, but for blanks at their ends and blank lines at the end of all. The
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
  public private(set) var status = 0
  private let lines: [ExpectedLine]

  public init(_ expectation: Expectation) {
    self.init(expectation.text, readsStatus: expectation.origin == .transcript)
  }

  /// - Parameters:
  ///   - text: the expectation's lines, each with a line feed.
  ///   - readsStatus: whether a last line `[2]` is an exit status and no output.
  public init(_ text: String, readsStatus: Bool = true) {
    var lines = Self.lines(text)
    if readsStatus, let last = lines.last, let number = Self.status(last) {
      status = number
      lines.removeLast()
      while lines.last == "" { lines.removeLast() }
    }
    self.lines = lines.map(ExpectedLine.init)
  }

  /// Whether a command that printed `output` did what the notes say.
  public func accepts(_ output: String) -> Bool {
    let found = PrintedLines(output)
    // Which beginnings of the output the expectations so far can have taken up.
    var ends: Set<Int> = [0]
    for line in lines {
      ends = line.ends(from: ends, in: found)
      if ends.isEmpty { return false }
    }
    return ends.contains(found.lines.count)
  }

  /// Whether it holds though nothing is printed: lines are written, and none asks for any text.
  ///
  /// With an exit status it still says something.
  var isVacuous: Bool { status == 0 && !lines.isEmpty && lines.allSatisfy(\.takesNothing) }

  /// The lines of a text as they are compared: no blanks at their ends, no blank lines at the end.
  public static func lines(_ text: String) -> [String] { PrintedLines(text).lines.map(\.text) }

  /// The number in `[2]`, which stands on a line of its own.
  private static func status(_ line: String) -> Int? {
    guard line.hasPrefix("["), line.hasSuffix("]") else { return nil }
    return Int(line.dropFirst().dropLast())
  }
}

/// What was printed, cut into lines.
struct PrintedLines {
  struct Line {
    /// Without blanks at its end, and so without the CR before a line feed.
    var text: String
    /// As it was printed, without the line feed.
    var whole: String
  }

  /// Without blank ones at the end.
  private(set) var lines: [Line]
  /// Whether the last line has no line feed.
  let endsWithoutFeed: Bool

  init(_ output: String) {
    let bytes = output.utf8
    lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      let end = line.lastIndex { !Self.isBlank($0) }.map(line.index(after:)) ?? line.startIndex
      return Line(text: String(Substring(line[..<end])), whole: String(Substring(line)))
    }
    endsWithoutFeed = lines.last?.text.isEmpty == false
    while lines.last?.text.isEmpty == true { lines.removeLast() }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
