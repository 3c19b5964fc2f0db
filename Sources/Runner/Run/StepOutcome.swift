public import Course

/// What became of one step.
public enum StepOutcome: Sendable, Equatable {
  case passed
  /// A command ended with a status other than 0, or ended the shell.
  case failed
  case timedOut
  /// It was not tried, for a reason that is no fault of it.
  case skipped(SkipReason)
  /// Steps it needs did not pass; their labels.
  case blocked(by: [String])
  /// The person stopped it.
  case interrupted

  /// Whether the run as a whole is no success.
  public var isFailure: Bool {
    switch self {
    case .failed, .timedOut, .interrupted: true
    case .passed, .skipped, .blocked: false
    }
  }
}

/// Why a step was not tried.
public enum SkipReason: Sendable, Equatable, CustomStringConvertible {
  case optional
  /// It is not to be run, for the reason that its kind or its author gives.
  case notRunnable(String)
  /// It waits for a person, with the command that does.
  case interactive(String)
  /// It runs until it is stopped, with the command that does.
  case service(String)
  case destructive
  case unreachable(host: String)
  case noDockerDaemon
  case missing(command: String)
  case notRoot

  public var description: String {
    switch self {
    case .optional: "optional; --optional runs it"
    case .notRunnable(let reason): reason
    case .interactive(let command): "'\(command)' waits for someone at the terminal"
    case .service(let command): "'\(command)' runs until it is stopped"
    case .destructive: "it deletes more than the notes made"
    case .unreachable(let host): "\(host) cannot be reached"
    case .noDockerDaemon: "no Docker daemon answers"
    case .missing(let command): "there is no '\(command)' here"
    case .notRoot: "it needs the rights of root"
    }
  }
}

/// A step with what became of it.
public struct StepResult: Sendable {
  public var step: Step
  public var outcome: StepOutcome
  /// One for each action that was tried, in order.
  public var actions: [ActionResult] = []
  public var duration: Duration = .zero
  /// Expectations of the notes that were not met; they fail no step.
  public var differences: [OutputDifference] = []

  /// The action that failed, which is the last one tried.
  public var failure: ActionResult? {
    outcome.isFailure ? actions.last : nil
  }
}

/// A command or an edit with what it did.
public struct ActionResult: Sendable {
  public var action: StepAction
  public var result: CommandResult

  /// What it did to the edit's file; `nil` for a command and for an edit that failed.
  public var change: FileChange? {
    guard case .edit = action, result.isSuccess else { return nil }
    return FileChange(result.standardError.text)
  }
}

/// Output that is not what the notes say.
public struct OutputDifference: Sendable {
  public var expectation: Expectation
  /// What was printed in its place.
  public var output: String
}

extension StepResult {
  /// Where the commands that were tried, or the step as a whole, printed something else than the
  /// notes say.
  ///
  /// A block below the step may show the last command's output alone or that of all together, as
  /// authors do; either is right.
  func findDifferences() -> [OutputDifference] {
    var result: [OutputDifference] = []
    func compare(_ expectation: Expectation?, with outputs: [String]) {
      guard let expectation, let last = outputs.last else { return }
      let expected = ExpectedOutput(expectation)
      if !outputs.contains(where: expected.accepts) {
        result.append(OutputDifference(expectation: expectation, output: last))
      }
    }
    for action in actions {
      guard case .command(let command) = action.action else { continue }
      compare(command.expectation, with: [action.result.output.text])
    }
    if outcome == .passed, step.expectation != nil, let last = actions.last {
      let all = actions.map(\.result.output.text).joined()
      compare(step.expectation, with: [last.result.output.text, all])
    }
    return result
  }
}
