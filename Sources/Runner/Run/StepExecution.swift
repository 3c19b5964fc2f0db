internal import Course
internal import Machine

/// Carries out one step in a session.
struct StepExecution {
  let options: Runner.Options
  let session: Session
  let stop: () -> StopRequest
  let observer: (Runner.Event) -> Void

  /// - Parameters:
  ///   - limit: how long the step may take.
  ///   - masking: what hides the values that nobody may see; it learns those that commands make.
  func run(
    _ step: Step, limit: Duration, _ masking: inout Masking
  ) throws(MachineError) -> StepResult {
    var result = StepResult(step: step, outcome: .passed)
    let environment = StepEnvironment(step.settings)
    let entry = [environment.command(step)].compactMap { $0.map(StepAction.command) }
    let actions = entry + step.ownActions
    defer {
      if !environment.leave.isEmpty {
        _ = try? session.run(environment.leave, limit: .seconds(10))
        try? session.saveState()
      }
    }
    for (index, action) in actions.enumerated() {
      let isLast = index == actions.count - 1
      let command: CommandResult
      if let service = service(action, step, isLast: isLast) {
        command = try start(service, step, limit: limit - result.duration, masking)
      } else {
        command = try run(text(of: action, step), step, result, limit, masking)
        if let runner = action.runner,
          [.timedOut, .interrupted, .printedTooMuch].contains(command.ending)
        {
          try session.end(runner)
        }
      }
      for value in try session.values(of: masking.names) { masking.learn(value) }
      result.actions.append(ActionResult(action: action, result: command))
      result.duration += command.duration
      switch command.ending {
      // As someone who closes the terminal and opens another: the next command has a new shell.
      case .finished where command.status == action.expectedStatus,
        .endedShell where command.status == action.expectedStatus:
        try session.saveState()
        continue
      case .finished, .endedShell, .printedTooMuch: result.outcome = .failed
      case .timedOut: result.outcome = .timedOut
      case .interrupted: result.outcome = .interrupted
      }
      // What follows was written for the case that this succeeds.
      return result
    }
    return result
  }

  private func run(
    _ text: String, _ step: Step, _ result: StepResult, _ limit: Duration, _ masking: Masking
  ) throws(MachineError) -> CommandResult {
    var stream = MaskingStream(masking)
    defer { if options.streamsOutput { observer(.output(step, stream.finish())) } }
    return try session.run(
      text, limit: limit - result.duration, stop: stop,
      received: { if options.streamsOutput { observer(.output(step, stream.append($0))) } },
      progress: { progress in
        observer(
          .progress(
            step, elapsed: result.duration + progress.duration,
            lastLine: masking.masked(progress.output.lastLine, isGrowing: true)))
      })
  }

  /// What the shell is given, with its standard input where the step has one.
  private func text(of action: StepAction, _ step: Step) throws(MachineError) -> String {
    switch action {
    case .edit(let edit): return edit.shellText
    case .command(let command) where command.runner?.kind == .session:
      return try session.handing(command, of: step)
    case .command(let command) where command.runner != nil: return command.shellText(in: step)
    case .command(let command):
      let isAsking = command.simpleCommands.contains {
        let demands = CommandDemands($0)
        return demands.traits.contains(.interactive) && !demands.isAnsweredByEnvironment
      }
      if !step.settings.answers.isEmpty {
        // A group, so that what the command does to the shell stays.
        let (operand, lines) = step.settings.answerDocument
        return "{\n\(command.text)\n} \(operand)\n\(lines)"
      }
      if let terminal = session.terminal, isAsking || step.settings.usesTerminal == true {
        observer(.handedTerminal(step))
        let path = terminal.shellQuoted
        return "{\n\(command.text)\n} <\(path) >\(path) 2>&1"
      }
      return command.text
    }
  }
}

extension StepAction {
  /// What runs it, where that is no shell.
  fileprivate var runner: LanguageRunner? {
    if case .command(let command) = self { command.runner } else { nil }
  }

  /// The status with which the notes say that it ends.
  fileprivate var expectedStatus: Int {
    if case .command(let command) = self { command.expectedStatus } else { 0 }
  }
}
