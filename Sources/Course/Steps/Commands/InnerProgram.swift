/// The program that a command starts inside a container or pod.
enum InnerProgram {
  /// Its words; `nil` where the command names none, or is about no container.
  static func words(of command: ResolvedCommand) -> ArraySlice<Word>? {
    let arguments = command.arguments
    switch command.name {
    case "docker", "podman":
      guard let container = command.container, container.verb == "exec" else { return nil }
      return container.program[...]
    case "kubectl", "oc", "docker-compose":
      let rest = arguments.drop { $0.text != "--" }.dropFirst()
      if !rest.isEmpty { return rest }
      guard command.name == "docker-compose" || command.values.contains("exec") else { return nil }
      // Without `--` the program comes after the pod's or the service's name.
      let verb = arguments.firstIndex { ["exec", "run"].contains($0.text) }
      return verb.map { operands(arguments[($0 + 1)...]).dropFirst() }
    default: return nil
    }
  }

  /// The words from the first that is neither an option nor an option's value, without options.
  private static func operands(_ words: ArraySlice<Word>) -> ArraySlice<Word> {
    var operands: [Word] = []
    var rest = words
    while let word = rest.popFirst() {
      if !word.text.hasPrefix("-") {
        operands.append(word)
      } else if operands.count < 2, takingValue.contains(word.text) {
        rest = rest.dropFirst()
      }
    }
    return operands[...]
  }

  private static let takingValue: NameSet = [
    "-n", "--namespace", "-c", "--container", "-u", "--user", "-w", "--workdir", "-e", "--env",
    "--index", "-p", "-v", "--volume", "--context",
  ]

  /// Whether it talks to the person.
  static func waits(_ words: ArraySlice<Word>) -> Bool {
    CommandTable.isInteractive(ResolvedCommand(words))
  }
}
