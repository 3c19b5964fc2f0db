internal import Course

extension StepResult {
  /// The result as it leaves the runner, so that whoever tells of it tells no secret and nothing that
  /// steers a terminal.
  func shown(_ masking: Masking) -> StepResult {
    var result = self
    result.actions = actions.map { action in
      ActionResult(
        action: action.action.masked(masking), result: action.result.shown(masking))
    }
    result.differences = differences.map { difference in
      OutputDifference(
        expectation: difference.expectation.masked(masking),
        output: masking.masked(ScreenText(difference.output).text))
    }
    return result
  }
}

extension CommandResult {
  fileprivate func shown(_ masking: Masking) -> CommandResult {
    var result = self
    result.standardOutput = standardOutput.shown(masking)
    result.standardError = standardError.shown(masking)
    result.output = output.shown(masking)
    return result
  }
}

extension StepAction {
  fileprivate func masked(_ masking: Masking) -> StepAction {
    switch self {
    case .command(var command):
      command.text = masking.masked(command.text)
      command.expectation = command.expectation?.masked(masking)
      // Their words are those of the text, unmasked; who wants them asks the step.
      command.simpleCommands = []
      return .command(command)
    case .edit(var edit):
      edit.text = masking.masked(edit.text)
      return .edit(edit)
    }
  }
}

extension Expectation {
  fileprivate func masked(_ masking: Masking) -> Expectation {
    var result = self
    for index in lines.indices { result.lines[index].text = masking.masked(lines[index].text) }
    return result
  }
}
