public import Markdown

/// What the notes say that a command or a whole step prints.
public struct Expectation: Sendable, Equatable {
  /// Where the notes say it.
  public enum Origin: Sendable {
    /// Below a prompt, as a terminal shows it; only there a last line `[2]` is an exit status.
    case transcript
    /// In a block of its own below the step.
    case block
    /// In a comment after the command.
    case comment
  }

  /// A line without its line feed, and where it begins in the page's text.
  public struct Line: Sendable, Equatable {
    public var text: String
    public var start: SourcePosition
  }

  /// At least one.
  public var lines: [Line]
  public var origin: Origin
  /// Whether the notes only show what the output is like, so that another one is worth a warning
  /// and nothing more.
  public var isHint: Bool

  /// The lines, each with a line feed.
  public var text: String { lines.map { $0.text + "\n" }.joined() }

  /// Where it begins in the page's text.
  public var position: SourcePosition { lines[0].start }

  /// - Returns: `nil` where no line holds anything but blanks. Blank lines at the end are left out:
  ///   they part the block for the eye.
  init?(_ lines: [Line], from origin: Origin, isHint: Bool = false) {
    guard let last = lines.lastIndex(where: { !$0.text.isBlank }) else { return nil }
    self.lines = Array(lines[...last])
    self.origin = origin
    self.isHint = isHint
  }
}
