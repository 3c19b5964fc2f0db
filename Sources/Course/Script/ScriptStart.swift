/// What a step finds that is run without those before it, as far as the notes tell: its folder, and
/// variables whose values do not depend on running anything.
struct ScriptStart: Equatable {
  /// Lines of shell that bring it about.
  private(set) var lines: [String] = []

  /// The starts of all functions of a script that are run, in order.
  static func all(_ functions: [ScriptFunction]) -> [ScriptStart] {
    var state = State()
    return functions.map { function in
      let start = ScriptStart(state, before: function.step)
      // Whoever follows the notes may have left an optional step out.
      if !function.step.isOptional { state.follow(function.step) }
      return start
    }
  }

  private init(_ state: State, before step: Step) {
    if let folder = state.folder.path {
      if folder != "~" { lines.append("notes_enter \(StepEnvironment.path(folder))") }
    } else {
      lines.append(tell("only running \(state.mover) tells the folder of this step"))
    }
    if let environment = state.environment {
      lines.append("source \(StepEnvironment.path(environment))")
    }
    var needed = ShellVariables.read(in: step.commands.map(\.text).joined(separator: "\n"))
    for assignment in state.assignments where assignment.isExported {
      needed.insert(assignment.name)
    }
    for assignment in state.assignments.reversed() where needed.contains(assignment.name) {
      needed.formUnion(ShellVariables.read(in: assignment.text ?? ""))
    }
    var unknown: Set<String> = []
    for assignment in state.assignments where needed.contains(assignment.name) {
      if let text = assignment.text {
        lines.append(text)
      } else if unknown.insert(assignment.name).inserted {
        lines.append(tell("only running step \(assignment.step) sets \(assignment.name)"))
      }
    }
  }

  private func tell(_ message: String) -> String { "notes_tell \(message.shellQuoted)" }

  /// What the steps so far have done to the shell.
  private struct State {
    var folder = WorkingFolder()
    /// What led to a folder that is not known.
    var mover = "an earlier step"
    /// The script of the virtual environment that is active.
    var environment: String?
    var assignments: [(name: String, text: String?, isExported: Bool, step: String)] = []

    mutating func follow(_ step: Step) {
      for command in step.commands where command.doneBy == nil {
        for (simple, resolved) in zip(command.simpleCommands, command.resolved) {
          let before = folder
          folder.follow(simple, resolved)
          if folder != before { mover = "step \(step.label)" }
          guard simple.runsInSession else { continue }
          followEnvironment(simple, resolved)
          note(simple, step)
        }
        if step.kind == .template, WorkingFolder.isChanged(by: command) { folder.lose() }
      }
    }

    private mutating func followEnvironment(_ simple: SimpleCommand, _ resolved: ResolvedCommand) {
      switch resolved.name {
      case "source", ".":
        if let word = resolved.arguments.first, let path = folder.resolve(word),
          path.hasSuffix("/bin/activate")
        {
          environment = path
        }
      case "deactivate": environment = nil
      default: break
      }
    }

    private mutating func note(_ simple: SimpleCommand, _ step: Step) {
      let isCertain =
        simple.enclosing.allSatisfy { $0 == .plain || $0 == .group }
        && simple.joinedBy != .or && step.kind != .template
      if simple.words.isEmpty {
        for assignment in simple.assignments where assignment.subscript == nil {
          let sign = assignment.isAppending ? "+=" : "="
          add(
            assignment.name, sign, assignment.value, isCertain, isExported: false, step)
        }
      } else if simple.words[0].value == "export" {
        for word in simple.words.dropFirst() where !word.text.hasPrefix("-") {
          let name = String(word.text.prefix { $0 != "=" })
          guard name.utf8.count < word.text.utf8.count else {
            for index in assignments.indices where assignments[index].name == name {
              assignments[index].isExported = true
              assignments[index].text = assignments[index].text.map {
                $0.hasPrefix("export ") ? $0 : "export \($0)"
              }
            }
            continue
          }
          let isStatic = isCertain && word.scripts.isEmpty && isKnown(word.text)
          assignments.append(
            (name, isStatic ? "export \(word.text)" : nil, true, step.label))
        }
      } else if simple.words[0].value == "unset" {
        let names = simple.words.dropFirst().map(\.text)
        assignments.removeAll { names.contains($0.name) }
      }
    }

    private mutating func add(
      _ name: String, _ sign: String, _ value: Word, _ isCertain: Bool, isExported: Bool,
      _ step: Step
    ) {
      let wasExported = assignments.contains { $0.name == name && $0.isExported }
      let isStatic =
        isCertain && value.scripts.isEmpty && isKnown(value.text) && !value.text.contains("\n")
      assignments.append(
        (name, isStatic ? name + sign + value.text : nil, wasExported, step.label))
    }

    /// Whether the value is the same wherever and whenever it is worked out.
    private func isKnown(_ value: String) -> Bool {
      !value.contains("$((") && !value.contains("`")
        && ShellVariables.read(in: value).isDisjoint(with: [
          "PWD", "OLDPWD", "RANDOM", "SECONDS", "BASHPID",
        ])
        && zip(value.utf8, value.utf8.dropFirst()).allSatisfy { dollar, next in
          dollar != ShellByte.dollar || !"?!$#@*-0123456789".utf8.contains(next)
        }
    }
  }
}
