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
}
