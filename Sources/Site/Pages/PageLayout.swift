/// Where in a page's file stands what follows from its own notes and record alone.
///
/// All else on the page stays while its title, its place in the course and the like do. So a page of
/// which only the content has changed can be made of the file that stands there.
public struct PageLayout: Sendable, Equatable {
  public var pieces: [Piece] = []

  public enum Value: Int, Sendable {
    case body, contents, run

    init?(_ hole: PageFrame.Hole) {
      switch hole {
      case .body: self = .body
      case .contents: self = .contents
      case .run: self = .run
      default: return nil
      }
    }
  }

  public struct Piece: Sendable, Equatable {
    public var value: Value
    /// Whether the template shows the value as text.
    public var isEscaped: Bool
    /// In bytes of the file.
    public var range: Range<Int>

    public init(value: Value, isEscaped: Bool, range: Range<Int>) {
      (self.value, self.isEscaped, self.range) = (value, isEscaped, range)
    }
  }

  public init() {}

  /// The page's file with other content.
  ///
  /// - Parameters:
  ///   - file: as the layout has it.
  ///   - draft: has contents and a run where the page of the file has.
  /// - Returns: `nil` where the file is none of this layout.
  public func file(
    _ file: [UInt8], with draft: PageDraft
  ) -> (bytes: [UInt8], layout: PageLayout)? {
    var layout = self
    var output: [UInt8] = []
    output.reserveCapacity(file.count + draft.body.count)
    var done = 0
    for (number, piece) in pieces.enumerated() {
      guard piece.range.lowerBound >= done, piece.range.upperBound <= file.count else { return nil }
      output += file[done..<piece.range.lowerBound]
      done = piece.range.upperBound
      let value =
        switch piece.value {
        case .body: draft.body
        case .contents: draft.contents
        case .run: draft.page.run?.html ?? []
        }
      let start = output.count
      if piece.isEscaped {
        PageFrame.append(escaping: value, to: &output)
      } else {
        output += value
      }
      layout.pieces[number].range = start..<output.count
    }
    output += file[done...]
    return (output, layout)
  }
}
