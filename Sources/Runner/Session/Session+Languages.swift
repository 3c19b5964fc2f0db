internal import Course
internal import Machine

/// Programs of other languages that are kept open beside the shell; see ``LanguageSession``.
extension Session {
  /// Shell text that hands a block to the program of its language, and waits for the block's end.
  ///
  /// The program is the shell's own child no more than a job of an earlier command is, so it outlives
  /// what ends the shell. Its output goes where the shell's goes.
  func handing(_ command: StepCommand, of step: Step) throws(MachineError) -> String {
    guard let runner = command.runner else { return command.text }
    let block = try put(command.text, to: "block")
    let answers = step.settings.answers.map { $0 + "\n" }.joined()
    let input = answers.isEmpty ? "/dev/null" : try put(answers, to: "answers")
    let (output, error) = outputPaths
    return try call(runner, [step.id, output, error, input]) + " <\(block.shellQuoted)"
  }

  /// Ends the program of a language, unless it has ended the block that was stopped by itself.
  func end(_ runner: LanguageRunner) throws(MachineError) {
    guard runner.kind == .session else { return }
    let mark = "\(stateFolder)/\(runner.folderName)/busy".shellQuoted
    _ = try run(
      "[[ ! -e \(mark) ]] || \(call(runner, ["--end", "", ""])) </dev/null", limit: .seconds(10))
  }

  private func call(_ runner: LanguageRunner, _ words: [String]) throws(MachineError) -> String {
    let script = try put(LanguageSession.script, to: "hand-on")
    let driver = try put(LanguageSession.driver, to: "driver.py")
    let all = [script, driver, "\(stateFolder)/\(runner.folderName)", runner.command] + words
    // A bash of its own: nothing that the notes define stands in its way.
    return "\\builtin command bash -p " + all.map(\.shellQuoted).joined(separator: " ")
  }
}
