/// What one command did.
public struct CommandResult: Sendable {
  public enum Ending: Sendable, Equatable {
    /// It ended by itself.
    case finished
    /// It ended the shell it ran in, as `exit` and `kill -9 $$` do.
    case endedShell
    /// It ran longer than it may.
    case timedOut
    /// The person stopped it.
    case interrupted
    /// It printed more than anyone reads, as what prints without end does.
    case printedTooMuch
  }

  public var ending: Ending
  /// The shell's `$?`; 128 and the signal's number after a signal.
  public var status: Int
  public var standardOutput = OutputBuffer()
  public var standardError = OutputBuffer()
  /// Both, in turns as they were read: their order is right only where time lies between them.
  public var output = OutputBuffer()
  public var duration: Duration
  /// What it seemed to wait for when its time was over, in words, where that could be seen.
  public var waitedFor: String?

  public var isSuccess: Bool { ending == .finished && status == 0 }

  /// How many bytes a command may print: an endless one fills no time limit with them.
  static let printLimit = 1_000_000_000

  /// How it ended, in words, where that was no success.
  public var failure: String {
    switch ending {
    case .finished: "exit status \(status)"
    case .endedShell: "ended its shell with \(status)"
    case .timedOut: "took longer than it may"
    case .interrupted: "was stopped"
    case .printedTooMuch: "printed more than 1 GB, and was stopped"
    }
  }
}
