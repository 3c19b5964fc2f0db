public import Markdown

/// A command of a document with what the document says that it prints.
public struct TestCase: Sendable {
  /// The command as it is typed; several lines where it has them.
  public var command: String
  /// Where it begins in the document's text.
  public var position: SourcePosition
  /// What is printed, as it is written; empty for nothing.
  public internal(set) var lines: [Expectation.Line] = []
  public var options: TestOptions
  /// The index of the step that runs it.
  public var step: Int
  /// Whether the step's last command or all its commands together print it, not this command alone.
  public var isWholeStep = false
  /// Whether it only shows what the output is like.
  public var isHint = false
  /// Whether a last line `[2]` is an exit status; of the notes' own dialect.
  var readsStatus = true
  /// The line of the text after which output is written where there is none yet.
  var lastLine: Int
  /// What stands before each line of output: blanks, and the marks of block quotes.
  var prefix: String
  /// The lines of the fences around it.
  var fence: FencePlace?
  /// Why it can only fail, whatever is printed.
  var fault: String?

  /// The first line of the command.
  public var title: String { command.split(separator: "\n").first.map(String.init) ?? "" }
}

/// Where the fences of a block stand, by lines of the text.
struct FencePlace: Sendable, Equatable {
  var opening: Int
  /// `nil` where the block runs to the end of what holds it.
  var closing: Int?
}

/// What a document says of one of its commands beside its output.
public struct TestOptions: Sendable, Equatable {
  public var stream: Dialect.Stream
  public var keepsCarriageReturns: Bool
  /// Whether escape sequences of terminals are taken out of what is printed.
  public var stripsEscapes = false
  public var skipStatus: Int?
  public var timeout: Duration?
  /// Variables to be set before it, in order.
  public var environment: [StepSettings.Variable] = []
  /// Variables that it does not see.
  public var unset: [String] = []
  /// The folder to run it in, from the document's own.
  public var folder: String?
  /// Whether it is left to run on, and nothing of it is compared.
  public var isDetached = false
  /// How long to wait before it, and for which file at most so long.
  public var wait: Wait?
  /// Whether nothing is run after its failure.
  public var failsFast = false
  /// Whether variables in its output stand for their values.
  public var isInterpolated = false
  /// Whether what it prints is not compared.
  public var isNotCompared = false
  /// Why it is not run.
  public var skipReason: String?

  public struct Wait: Sendable, Equatable {
    public var limit: Duration
    public var path: String?
  }

  init(_ dialect: Dialect) {
    stream = dialect.stream
    keepsCarriageReturns = dialect.keepsCarriageReturns
    skipStatus = dialect.skipStatus
  }
}

/// What a command did, as far as tests compare it.
public struct TestOutput: Sendable {
  /// What it printed on the stream that is compared.
  public var bytes: [UInt8]
  public var status: Int
  /// The values of variables after it, for expectations that hold variables.
  public var variables: [String: String] = [:]

  public init(_ bytes: [UInt8], status: Int) {
    self.bytes = bytes
    self.status = status
  }
}

extension TestCase {
  /// The exit status that its last line names, or 0.
  public var expectedStatus: Int {
    ExpectedOutput(lines.map(\.text), .notes, readsStatus: readsStatus).status
  }
}
