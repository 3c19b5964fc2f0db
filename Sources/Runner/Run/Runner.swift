public import Course
public import Machine

/// Executes the steps of a page in one session, in order.
public struct Runner {
  public struct Options: Sendable {
    public var location = Location.sandbox
    /// Whether the place gets no network; only where ``Location/canBeOffline``.
    public var isOffline = false
    public var runsOptional = false
    /// Traits that a step may have outside of a sandbox too.
    public var allowed: Set<StepTrait> = []
    /// Traits for which a step is left out.
    public var denied: Set<StepTrait> = []
    /// How long each step may take, unless it says so itself.
    public var limit = Duration.seconds(1800)
    /// How long all steps together may take.
    public var totalLimit: Duration?
    /// Values for the placeholders of template steps, by name.
    public var values: [String: String] = [:]
    /// A folder of programs that stand in for the real ones.
    public var stubs: String?
    /// Whether what this machine lacks is a failure, not a reason to leave a step out.
    public var requiresAll = false
    /// The device of the terminal that steps which ask are given.
    public var terminal: String?
    /// Names of variables whose values are shown nowhere, beside those that the steps name.
    public var secrets: [String] = []
    /// Whether outputs are given byte for byte, to be compared and never shown: nothing is masked.
    public var keepsBytes = false
    /// Whether what steps print is told as it comes.
    public var streamsOutput = false
    /// Whether the place is asked at the end what it is.
    public var describesSystem = false
    /// Folders below `/tmp` that a sandbox, which has a `/tmp` of its own, shows all the same.
    public var shownFolders: [String] = []

    /// A file that says at any time where the run stands; `nil` to keep none.
    public var resumeFile: String?
    /// Whether steps that passed before, as that file says, are left out.
    public var resumes = false
    /// A folder in which the layers of a sandbox stay.
    public var keptFolder: String?

    public init() {}
  }

  /// What happens while a page runs.
  public enum Event {
    /// Something that takes long is begun before the first step.
    case preparing(String)
    case started(Step)
    /// Up to ten times a second while a step runs.
    case progress(Step, elapsed: Duration, lastLine: String)
    /// What a step has printed, as it comes and may be shown; only where ``Options/streamsOutput``.
    case output(Step, String)
    /// The step has the person's terminal from now on, until it is finished.
    case handedTerminal(Step)
    case finished(StepResult)
    /// At the end, where the steps ran.
    case described(SystemRecord)
    /// At the end of a run in a place that is thrown away.
    case changed(SandboxChanges)
  }

  /// What a person answers before a step.
  public enum Choice: Sendable { case run, skip, quit }

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
  ///   - stop: asked at least ten times a second whether the person wants to stop.
  ///   - choose: asked before each step that can be run.
  ///   - observer: told what happens while it does.
  /// - Returns: one for each step that was reached.
  /// - Throws: when the machine cannot run steps at all; that a step fails is a result.
  public func run(
    _ steps: [Step], stop: @escaping () -> StopRequest, choose: (Step) -> Choice = { _ in .run },
    observer: @escaping (Event) -> Void
  ) throws(MachineError) -> [StepResult] {
    let place = try place(stop, observer)
    var point = ResumePoint()
    if options.resumes, let file = options.resumeFile { point = try ResumePoint(contentsOf: file) }
    let session = try Session(
      in: place, stubs: options.stubs, state: point.state,
      terminal: options.terminal.map { ($0, environment["TERM"] ?? "xterm") })
    var judge = StepJudge(options, session: session, stop: stop)
    let execution = StepExecution(
      options: options, session: session, stop: stop, observer: observer)
    let clock = ContinuousClock()
    let end = options.totalLimit.map { clock.now + $0 }
    var masking = Masking(names: options.secrets, environment: environment, steps: steps)
    var results: [StepResult] = []
    loop: for step in steps.map({ StepTemplate($0).filled(with: options.values) }) {
      if stop() != .none { break }
      observer(.started(step))
      let left = end.map { $0 - clock.now } ?? .seconds(1_000_000)
      var result: StepResult
      // The variables of a program that was kept open are gone with it.
      if point.hasPassed(step), !step.staysRunning, !step.isInLanguageSession {
        result = StepResult(step: step, outcome: .skipped(.passedBefore))
      } else if left <= .zero {
        result = StepResult(step: step, outcome: .skipped(.outOfTime))
      } else if let outcome = try judge.outcomeWithoutTrying(step, after: results) {
        result = StepResult(step: step, outcome: outcome)
      } else if stop() != .none {
        break
      } else {
        switch choose(step) {
        case .quit: break loop
        case .skip: result = StepResult(step: step, outcome: .skipped(.byPerson))
        case .run:
          result = try execution.run(
            step, limit: min(left, step.settings.timeout ?? options.limit), &masking)
          result.differences = result.findDifferences()
          if result.outcome == .passed { point.note(step) }
          try keep(&point, of: session, at: clock.now)
          if !options.keepsBytes { result = result.shown(masking) }
        }
      }
      observer(.finished(result))
      results.append(result)
    }
    if options.describesSystem, stop() == .none {
      let tools = results.filter { !$0.actions.isEmpty }.flatMap(\.step.tools)
      observer(
        .described(try session.system(place: options.location.description, tools: tools.unique)))
    }
    if let file = options.resumeFile {
      point.state = try session.savedState()
      try point.write(to: file)
    }
    session.end()
    if let changes = place.changes() { observer(.changed(changes)) }
    // What a later step made known was printed by an earlier one too, perhaps.
    return options.keepsBytes ? results : results.map { $0.shown(masking) }
  }

  /// Writes where the run stands: now and then, since a run of many small steps would do little else.
  private func keep(
    _ point: inout ResumePoint, of session: Session, at now: ContinuousClock.Instant
  ) throws(MachineError) {
    guard let file = options.resumeFile, point.isDue(now) else { return }
    point.state = try session.savedState()
    try point.write(to: file)
  }

  private func place(
    _ stop: () -> StopRequest, _ observer: (Event) -> Void
  ) throws(MachineError) -> any Place {
    if options.isOffline, !options.location.canBeOffline {
      throw MachineError("the network of \(options.location) cannot be taken away")
    }
    let setup = PlaceSetup(
      isOffline: options.isOffline, keptFolder: options.keptFolder,
      shownFolders: options.shownFolders, terminal: options.terminal)
    switch options.location {
    case .sandbox: return try Sandbox(environment: environment, setup)
    case .host: return Host(environment: environment)
    case .rootfs(let folder):
      return try RootFolder(folder, environment: environment, setup)
    case .container(let image):
      return try Container(
        image: image, environment: environment, isOffline: options.isOffline,
        isInterrupted: { stop() != .none }, progress: { observer(.preparing($0)) })
    case .ssh(let host): return try RemoteHost(host, environment: environment)
    }
  }
}

/// Whether the person wants a run to end.
public enum StopRequest: Sendable {
  case none
  /// What runs is asked to end, as Ctrl-C does, and the summary is shown.
  case gently
  /// What runs is killed.
  case atOnce
}
