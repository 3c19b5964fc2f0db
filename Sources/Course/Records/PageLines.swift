public import Markdown

extension Page {
  /// The 1-based line of the page's file on which a place in its text stands.
  public func fileLine(of position: SourcePosition) -> Int { source.filePosition(position).line }

  /// The 1-based line of the page's file on which a step's block begins.
  public func fileLine(of step: Step) -> Int { fileLine(of: step.range.start) }
}
