public import Markdown

/// A section whose commands are compared with those of a script, as a comment in it says:
/// `<!-- verify-against: infra/install.sh -->`.
///
/// The section is the one that the comment stands in, with all below its heading; below the page's
/// title, or above all headings, it is the page.
public struct Verification: Sendable, Equatable {
  public var file: FileReference
  /// Where the comment begins in the page's text.
  public var position: SourcePosition
  /// The lines of the page's text that the section has.
  public var lines: ClosedRange<Int>

  static let mark = "verify-against:"

  /// - Returns: `nil` where the comment is about something else.
  init?(_ comment: Comment, headings: [Heading]) {
    guard let file = FileReference(comment.html, mark: Self.mark) else { return nil }
    self.file = file
    position = comment.start
    guard let own = headings.last(where: { $0.range.start < comment.start }) else {
      lines = 1...Int.max
      return
    }
    let next = headings.first { $0.range.start > comment.start && $0.level <= own.level }
    let first = own.range.start.line
    lines = first...(next.map { max(first, $0.range.start.line - 1) } ?? Int.max)
  }
}
