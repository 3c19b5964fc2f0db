public import Markdown

/// A code block that is to be equal to a part of a file, as a comment above it says:
/// `<!-- include: scripts/setup.sh region=docker -->`.
public struct Include: Sendable, Equatable {
  public var file: FileReference
  /// Where the comment begins in the page's text.
  public var position: SourcePosition
  /// The block, from its first line to its last.
  public var range: SourceRange
  public var code: CodeBlock

  static let mark = "include:"

  /// - Returns: `nil` where the comment is about something else.
  init?(_ comment: Comment, above code: CodeBlock, at range: SourceRange) {
    guard let file = FileReference(comment.html, mark: Self.mark) else { return nil }
    self.file = file
    self.code = code
    self.range = range
    position = comment.start
  }
}
