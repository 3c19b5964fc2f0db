public import Markdown

/// What became of a case, or of a step of a page that has none.
public struct TestVerdict: Sendable {
  public enum State: Sendable, Equatable {
    case passed
    /// With what is wrong, in words.
    case failed(String)
    /// With the reason.
    case skipped(String)
    /// The notes only hint at the output, and it is not like that.
    case warned
  }

  public var state: State
  /// The command or the step, in one line.
  public var title: String
  /// Where it begins, or where its output does when that differs; in the file.
  public var position: SourcePosition
  /// What is said and what was printed; empty on both sides where that is not the trouble.
  public var expected: [String] = []
  public var printed: [String] = []

  public init(title: String, position: SourcePosition) {
    state = .passed
    self.title = title
    self.position = position
  }
}

extension Step {
  /// Where it begins in the page's text.
  public var position: SourcePosition { range.start }
}
