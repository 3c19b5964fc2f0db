internal import Markdown

/// Rules about blocks of a language for which the course has a runner.
enum RunnerRules {
  /// The block is run unless it shows a session of another kind, or the text says that it is no more
  /// than an example.
  ///
  /// - Returns: `nil` where nothing runs the block.
  static func decide(_ block: BlockFacts, _ surroundings: Surroundings) -> KindDecision? {
    guard let runner = block.runner, !block.actions.isEmpty else { return nil }
    return PlaceRules.otherPrompt(block) ?? PlaceRules.sample(block, surroundings)
      ?? KindDecision(.run, "runner", runner.words)
  }

  /// The block as one thing to run.
  static func actions(_ lines: [BlockLine], _ runner: LanguageRunner) -> [StepAction] {
    let lines = lines.drop { $0.text.isBlank }
    guard let first = lines.first else { return [] }
    var text = lines.map(\.text)
    while text.last?.isBlank == true { text.removeLast() }
    var command = StepCommand(
      text: text.joined(separator: "\n"), position: first.start, expectation: nil,
      simpleCommands: [])
    command.runner = runner
    return [.command(command)]
  }
}
