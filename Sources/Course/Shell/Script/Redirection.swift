/// A redirection of input or output (POSIX.1-2017 XCU 2.7, bash manual 3.6).
public struct Redirection: Sendable, Equatable {
  /// What is done to the file descriptor.
  public enum Operator: String, Sendable, Equatable, CaseIterable {
    case hereString = "<<<"
    case hereDocumentWithoutTabs = "<<-"
    case hereDocument = "<<"
    case duplicateInput = "<&"
    case readWrite = "<>"
    case input = "<"
    case append = ">>"
    case duplicateOutput = ">&"
    case clobber = ">|"
    case output = ">"
    case appendBoth = "&>>"
    case outputBoth = "&>"
  }

  /// The byte offsets from the descriptor or operator to the end of the target.
  public let range: Range<Int>

  /// What stands right before the operator: a number such as `2`, or a variable such as `{fd}`.
  public let descriptor: String?

  /// The redirection operator.
  public let `operator`: Operator

  /// The file, the descriptor, the text of a here-string, or the delimiter of a here-document.
  public let target: Word

  /// The here-document, if the operator opens one and its line was reached.
  public internal(set) var hereDocument: HereDocument?
}
