internal import Course
internal import Machine

/// Decides whether a step can be tried on this machine.
struct StepJudge {
  private let options: Runner.Options
  private let session: Session
  private let stop: () -> StopRequest
  /// Answers of the machine, each asked for once.
  private var answers: [Question: Bool] = [:]

  private enum Question: Hashable {
    case reachable(host: String, port: Int)
    case packageSources
    case dockerDaemon
    case command(String)
    case root
  }

  init(_ options: Runner.Options, session: Session, stop: @escaping () -> StopRequest) {
    self.options = options
    self.session = session
    self.stop = stop
  }

  /// The outcome of a step that is not tried, or `nil` for one that is.
  mutating func outcomeWithoutTrying(
    _ step: Step, after results: [StepResult]
  ) throws(MachineError) -> StepOutcome? {
    if let reason = RunPlan.reason(step, options) { return .skipped(reason) }
    // What no shell can read is a fault of the notes, not a reason to leave it out.
    if !step.isParsed { return .unmet(.unreadable) }
    let missing = try missingNeeds(of: step, after: results)
    if !missing.isEmpty { return .blocked(by: missing) }
    if let label = try lostFolder(of: step, after: results) { return .blocked(by: [label]) }
    return try skipReason(for: step).map { reason in
      options.requiresAll && reason.isOfMachine ? .unmet(reason) : .skipped(reason)
    }
  }

  /// The labels of steps that did not pass and made what this one uses. A command that is on the
  /// machine all the same is not missed.
  private mutating func missingNeeds(
    of step: Step, after results: [StepResult]
  ) throws(MachineError) -> [String] {
    var labels: [String] = []
    for need in step.needs {
      guard let result = results.first(where: { $0.step.id == need.step }),
        result.outcome != .passed, result.outcome != .skipped(.passedBefore),
        !labels.contains(result.step.label)
      else { continue }
      if case .command(let name) = need.thing, try has(name) { continue }
      labels.append(result.step.label)
    }
    return labels
  }

  /// The label of the step that should have led to the folder where this one begins and did not: what
  /// the notes say of a relative path would be done to another file.
  private func lostFolder(
    of step: Step, after results: [StepResult]
  ) throws(MachineError) -> String? {
    guard !step.choosesFolder,
      let lost = results.lastIndex(where: { $0.step.changesFolder && $0.outcome.isMissed })
    else { return nil }
    let label = results[lost].step.label
    guard let folder = step.folder else {
      let isFound = results[lost...].contains { $0.step.changesFolder && $0.outcome == .passed }
      return isFound ? nil : label
    }
    let path =
      folder.hasPrefix("~")
      ? "\"$HOME\"\(String(folder.dropFirst()).shellQuoted)" : folder.shellQuoted
    let result = try session.run("([ . -ef \(path) ]) && :", limit: .seconds(15), stop: stop)
    return result.isSuccess || result.ending == .interrupted ? nil : label
  }

  private mutating func skipReason(for step: Step) throws(MachineError) -> SkipReason? {
    // What the step installs itself is not asked for before it has.
    var installed: Set<String> = []
    for case .command(let command) in step.ownActions {
      if let reason = try skipReason(for: command, of: step, installed: installed) { return reason }
      for simple in command.simpleCommands {
        installed.formUnion(CommandDemands(simple).installedCommands)
      }
    }
    return nil
  }

  private mutating func skipReason(
    for command: StepCommand, of step: Step, installed: Set<String>
  ) throws(MachineError) -> SkipReason? {
    if let program = command.runner?.program, program.isPlainPath,
      !session.stubs.contains(program), try !has(program)
    {
      return .missing(command: program)
    }
    for simple in command.simpleCommands {
      let demands = CommandDemands(simple)
      // What stands in for a program asks for nothing.
      if session.stubs.contains(demands.program) { continue }
      if demands.traits.contains(.interactive), !demands.isAnsweredByEnvironment,
        step.settings.answers.isEmpty, options.terminal == nil,
        step.settings.usesTerminal != false
      {
        return .interactive(demands.name)
      }
      if demands.isKnownProgram, !installed.contains(demands.name),
        !installed.contains(demands.program), try !has(demands.program)
      {
        return .missing(command: demands.program)
      }
      if demands.traits.contains(.docker), try !answer(.dockerDaemon, Probe.dockerDaemon) {
        return .noDockerDaemon
      }
      if demands.traits.contains(.root), try !answer(.root, Probe.root) { return .notRoot }
      if demands.usesPackageSources, try !answer(.packageSources, Probe.packageSources) {
        return .unreachable(host: "the package server")
      }
      for (host, port) in demands.hosts {
        let question = Question.reachable(host: host, port: port)
        if try !answer(question, Probe.reachable(host: host, port: port)) {
          return .unreachable(host: host)
        }
      }
    }
    return nil
  }

  /// Asked anew as long as the answer is no, since a step may install it.
  private mutating func has(_ command: String) throws(MachineError) -> Bool {
    if answers[.command(command)] == true { return true }
    answers[.command(command)] = nil
    return try answer(.command(command), Probe.has(command))
  }

  private mutating func answer(_ question: Question, _ probe: String) throws(MachineError) -> Bool {
    if let answer = answers[question] { return answer }
    // In the left part of a list no option of the notes makes a failure end the shell.
    let result = try session.run(
      "(\(probe)) && :", limit: .seconds(15), stop: stop)
    let answer = result.isSuccess
    if result.ending == .interrupted { return true }
    answers[question] = answer
    return answer
  }
}

extension String {
  /// Whether a shell takes it as it stands, without a `~` or a variable to be expanded first.
  fileprivate var isPlainPath: Bool {
    allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "/._+-".contains($0)) }
  }
}

/// Questions to the place a page runs in, as commands that succeed for yes.
///
/// They run in a subshell of the session's own shell: they see what the steps see, and leave nothing
/// behind.
private enum Probe {
  static let dockerDaemon = "timeout 10 docker version --format '{{.Server.Version}}'"
  static let root = "[ \"$(id -u)\" = 0 ] || sudo -n true"

  static func has(_ command: String) -> String { "type -- '\(command)'" }

  /// A proxy is taken at its word.
  static func reachable(host: String, port: Int) -> String {
    """
    [[ -n ${https_proxy:-}${HTTPS_PROXY:-} ]] \
    || timeout 5 bash -c 'exec 3<>"/dev/tcp/$0/$1"' '\(host)' \(port)
    """
  }

  /// Whether one of the hosts that apt is set up with answers, where apt is.
  static let packageSources = """
    type apt-get || exit 0
    [[ -z $(apt-config shell p Acquire::http::Proxy) ]] || exit 0
    sites=$(apt-get indextargets --format '$(SITE)' | sort -u)
    [[ -n $sites ]] || exit 0
    for site in $sites; do
      host=${site#*://} port=80
      [[ $site == https:* ]] && port=443
      timeout 5 bash -c 'exec 3<>"/dev/tcp/$0/$1"' "${host%%/*}" "$port" && exit 0
    done
    exit 1
    """
}
