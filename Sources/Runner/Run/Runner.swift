public import Course
public import Machine

/// Executes the steps of a page in one session, in order.
public struct Runner {
  public struct Options: Sendable {
    public var location = Location.sandbox
    /// Whether the place gets no network; only where ``Location/canBeOffline``.
    public var isOffline = false
    public var runsOptional = false
    public var allowsDestructive = false
    /// How long each step may take.
    public var limit = Duration.seconds(1800)

    public init() {}
  }

  /// What happens while a page runs.
  public enum Event {
    /// Something that takes long is begun before the first step.
    case preparing(String)
    case started(Step)
    /// Up to ten times a second while a step runs.
    case progress(Step, elapsed: Duration, lastLine: String)
    case finished(StepResult)
  }

  private let options: Options
  private let environment: [String: String]

  /// - Parameter environment: the variables of this program, by name.
  public init(_ options: Options, environment: [String: String]) {
    self.options = options
    self.environment = environment
  }

  /// Runs all steps.
  ///
  /// - Parameters:
  ///   - isInterrupted: asked at least ten times a second whether the person wants to stop.
  ///   - observer: told what happens while it does.
  /// - Throws: when the machine cannot run steps at all; that a step fails is a result.
  public func run(
    _ steps: [Step], isInterrupted: @escaping () -> Bool, observer: (Event) -> Void
  ) throws(MachineError) -> [StepResult] {
    let place = try place(isInterrupted, observer)
    let session = try Session(in: place)
    var judge = StepJudge(options, session: session, isInterrupted: isInterrupted)
    var results: [StepResult] = []
    for step in steps {
      if isInterrupted() { break }
      observer(.started(step))
      var result: StepResult
      if let outcome = try judge.outcomeWithoutTrying(step, after: results) {
        result = StepResult(step: step, outcome: outcome)
      } else if isInterrupted() {
        break
      } else {
        result = try run(step, in: session, isInterrupted, observer)
        result.differences = result.findDifferences()
      }
      observer(.finished(result))
      results.append(result)
    }
    return results
  }

  private func place(
    _ isInterrupted: () -> Bool, _ observer: (Event) -> Void
  ) throws(MachineError) -> any Place {
    if options.isOffline, !options.location.canBeOffline {
      throw MachineError("the network of \(options.location) cannot be taken away")
    }
    let isOffline = options.isOffline
    switch options.location {
    case .sandbox: return try Sandbox(environment: environment, isOffline: isOffline)
    case .host: return Host(environment: environment)
    case .rootfs(let folder):
      return try RootFolder(folder, environment: environment, isOffline: isOffline)
    case .container(let image):
      return try Container(
        image: image, environment: environment, isOffline: isOffline, isInterrupted: isInterrupted,
        progress: { observer(.preparing($0)) })
    case .ssh(let host): return try RemoteHost(host, environment: environment)
    }
  }

  private func run(
    _ step: Step, in session: Session, _ isInterrupted: () -> Bool, _ observer: (Event) -> Void
  ) throws(MachineError) -> StepResult {
    var result = StepResult(step: step, outcome: .passed)
    let limit = step.settings.timeout ?? options.limit
    let environment = StepEnvironment(step.settings)
    let actions =
      [environment.command(step)].compactMap { $0.map(StepAction.command) } + step.ownActions
    defer {
      if !environment.leave.isEmpty {
        _ = try? session.run(environment.leave, limit: .seconds(10))
        try? session.saveState()
      }
    }
    for action in actions {
      let text =
        switch action {
        case .command(let command): command.text
        case .edit(let edit): edit.shellText
        }
      let before = result.duration
      let command = try session.run(
        text, limit: limit - before, isInterrupted: isInterrupted,
        progress: { progress in
          observer(
            .progress(step, elapsed: before + progress.duration, lastLine: progress.output.lastLine)
          )
        })
      result.actions.append(ActionResult(action: action, result: command))
      result.duration += command.duration
      switch command.ending {
      // As someone who closes the terminal and opens another: the next command has a new shell.
      case .finished where command.status == action.expectedStatus,
        .endedShell where command.status == action.expectedStatus:
        try session.saveState()
        continue
      case .finished, .endedShell: result.outcome = .failed
      case .timedOut: result.outcome = .timedOut
      case .interrupted: result.outcome = .interrupted
      }
      // What follows was written for the case that this succeeds.
      return result
    }
    return result
  }
}

extension StepAction {
  /// The status with which the notes say that it ends.
  fileprivate var expectedStatus: Int {
    if case .command(let command) = self { command.expectedStatus } else { 0 }
  }
}
