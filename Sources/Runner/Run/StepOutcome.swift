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
  /// The machine lacks what it needs, and the run requires that it has everything.
  case unmet(SkipReason)

  /// Whether the run as a whole is no success.
  public var isFailure: Bool {
    switch self {
    case .failed, .timedOut, .interrupted, .unmet, .skipped(.outOfTime): true
    case .passed, .skipped, .blocked: false
    }
  }

  /// Whether what the notes reckon with after the step may be missing, by nobody's choice.
  var isMissed: Bool {
    switch self {
    case .failed, .timedOut, .blocked, .unmet: true
    case .skipped(let reason): reason.isMissed
    case .passed, .interrupted: false
    }
  }
}

/// Why a step was not tried.
public enum SkipReason: Sendable, Equatable, CustomStringConvertible {
  case optional
  /// It is not to be run, for the reason that its kind or its author gives.
  case notRunnable(String)
  /// bash cannot read its commands.
  case unreadable
  /// It waits for a person, with the command that does.
  case interactive(String)
  /// Values for its placeholders are missing, with their names.
  case needsValues([String])
  case destructive
  /// The run was told to leave steps with this trait out.
  case denied(StepTrait)
  /// The person chose to leave it out.
  case byPerson
  /// It passed in the run that this one resumes.
  case passedBefore
  /// The time for all steps was over.
  case outOfTime
  case unreachable(host: String)
  case noDockerDaemon
  case missing(command: String)
  case notRoot

  public var description: String {
    switch self {
    case .optional: "optional; --optional runs it"
    case .notRunnable(let reason): reason
    case .unreadable: "bash cannot read it; `notes check` tells where"
    case .interactive(let command):
      "'\(command)' waits for someone at the terminal; --tty hands it yours"
    case .needsValues(let names):
      names.isEmpty
        ? "it has a gap that has no name to fill it by"
        : "it has a placeholder to fill in: \(names.map { "--set \($0)=…" }.joined(separator: " "))"
    case .destructive: "it deletes more than the notes made; --allow destructive runs it"
    case .denied(let trait): "--deny \(trait.rawValue)"
    case .byPerson: "you chose to"
    case .passedBefore: "passed before"
    case .outOfTime: "the time for all steps is over"
    case .unreachable(let host): "\(host) cannot be reached"
    case .noDockerDaemon: "no Docker daemon answers"
    case .missing(let command): "there is no '\(command)' here"
    case .notRoot: "it needs the rights of root"
    }
  }
}

extension SkipReason {
  /// Whether the machine lacks something, which another one may have.
  var isOfMachine: Bool {
    switch self {
    case .unreachable, .noDockerDaemon, .missing, .notRoot: true
    default: false
    }
  }

  /// Whether what follows reckons with a step that was left out for this. What is optional, nothing
  /// to run here or somebody's choice is left out by notes and people that know.
  var isMissed: Bool {
    switch self {
    case .optional, .notRunnable, .byPerson, .passedBefore: false
    default: true
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
