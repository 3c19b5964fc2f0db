internal import Markdown

/// A step as a code cell of a bash kernel.
enum StepCell {
  /// Shell text that does what the step does: the block as it stands, where that is all.
  static func source(of step: Step) -> String {
    let environment = StepEnvironment(step.settings)
    let isPlain =
      !step.hasPrompts && environment.enter.isEmpty
      && step.actions.allSatisfy { action in
        if case .command(let command) = action {
          command.doneBy == nil && command.expectedStatus == 0 && command.runner == nil
        } else {
          false
        }
      }
    if isPlain { return step.code.literal.withoutBlankEnd }
    var lines: [String] = []
    if !environment.enter.isEmpty { lines.append(environment.enter) }
    for action in step.ownActions {
      switch action {
      case .command(let command) where command.expectedStatus != 0:
        // A failure that the notes show on purpose ends no run.
        lines.append(
          "{\n\(command.shellText(in: step))\n} || [[ $? -eq \(command.expectedStatus) ]]")
      case .command(let command): lines.append(command.shellText(in: step))
      case .edit(let edit): lines.append(edit.call)
      }
    }
    if !environment.leave.isEmpty { lines.append(environment.leave) }
    return lines.joined(separator: "\n")
  }

  /// What a recorded run of the step has printed, and the failure it ended with.
  static func outputs(of entry: StepRecord) -> [Notebook.Output] {
    var outputs: [Notebook.Output] = []
    let printed = entry.actions.map { action in
      let isEnded = action.output.isEmpty || action.output.utf8.hasFinalLineFeed
      return action.output + (isEnded ? "" : "\n")
    }.joined()
    if !printed.isEmpty { outputs.append(.stream("stdout", printed)) }
    if let failure = entry.failure { outputs.append(.error(status: failure.status)) }
    return outputs
  }
}

extension String {
  /// Without blanks and line feeds at the end.
  var withoutBlankEnd: String {
    var rest = utf8[...]
    while let last = rest.last, [0x20, 0x09, 0x0A].contains(last) { rest.removeLast() }
    return String(Substring(rest))
  }
}
