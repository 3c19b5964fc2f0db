import Course
import Machine
import Runner

/// What a person at the terminal is asked before and between steps.
enum Questions {
  /// Asks for the values that the steps' placeholders lack, each once; nothing where nobody is there.
  static func values(
    for steps: [Step], _ options: Runner.Options, asks: Bool
  ) -> [String: String] {
    guard asks, Terminal.canAsk else { return [:] }
    var values: [String: String] = [:]
    for step in steps where step.kind == .template && (options.runsOptional || !step.isOptional) {
      for blank in StepTemplate(step).blanks
      where values[blank.name] == nil && StepTemplate.value(for: blank, in: options.values) == nil {
        Terminal.error.write("\(blank.text.printable) in step \(step.label) (empty to skip it): ")
        guard let answer = readLine(), !answer.isEmpty else { continue }
        values[blank.name] = answer
      }
    }
    return values
  }

  /// Whether to run a step.
  ///
  /// - Parameter isStopped: whether the person has pressed Ctrl-C, which is an answer too.
  static func choice(_ step: Step, isStopped: () -> Bool) -> Runner.Choice {
    while true {
      Terminal.error.write("\r\u{1B}[K")
      for action in step.ownActions {
        switch action {
        case .command(let command): Terminal.error.write("  $ \(command.text.printable)\n")
        case .edit(let edit): Terminal.error.write("  edit \(edit.file.printable)\n")
        }
      }
      Terminal.error.write("Run step \(step.label)? [Y/n/q] ")
      while !System.poll([0], milliseconds: 100)[0] {
        if isStopped() { return .quit }
      }
      switch isStopped() ? nil : readLine()?.lowercased() {
      case "", "y", "yes": return .run
      case "n", "no": return .skip
      case "q", "quit", nil: return .quit
      default: Terminal.error.write("y runs it, n leaves it out, q ends the run here\n")
      }
    }
  }
}
