/// Finds groups that are added though the system or a package installed above has them: `groupadd`
/// then ends with status 9, and what follows is not run.
enum GroupCheck {
  static func diagnostics(_ page: Page) -> [Diagnostic] {
    /// The step that installed a package which makes the group.
    var makers: [String: (package: String, step: Step)] = [:]
    var result: [Diagnostic] = []
    for step in page.steps where step.kind.isRunnable {
      for command in step.commands {
        for (index, simple) in command.simpleCommands.enumerated() {
          let resolved = ResolvedCommand(simple)
          for package in Products.packages(of: resolved) {
            guard let group = Products.groups[package], makers[group] == nil else { continue }
            makers[group] = (package, step)
          }
          guard let group = group(of: resolved), let name = group.value,
            !isForgiven(index, in: command)
          else { continue }
          let cause: String
          if let maker = makers[name], step.isOptional || !maker.step.isOptional {
            cause =
              "'\(maker.package)'"
              + (maker.step == step ? "" : " of step \(maker.step.label)") + " has made it"
          } else if Products.systemGroups.contains(name) {
            cause = "every system has it"
          } else {
            continue
          }
          let sudo = resolved.prefixes.contains("sudo") ? "sudo " : ""
          result.append(
            page.diagnostic(
              at: simple.range, of: command, in: step, .error,
              "group '\(name)' is there already: \(cause), so that 'groupadd' ends with status 9",
              rule: "group-exists", mend: "write `\(sudo)groupadd -f \(name)`"))
        }
      }
    }
    return result
  }

  /// The group that the command fails to add when it is there.
  private static func group(of command: ResolvedCommand) -> Word? {
    guard command.name == "groupadd",
      !command.values.contains(where: { $0 == "--force" || isForce($0) })
    else { return nil }
    return command.arguments.last
  }

  private static func isForce(_ option: String) -> Bool {
    option.hasPrefix("-") && !option.hasPrefix("--") && option.contains("f")
  }

  /// Whether the notes let it fail: `groupadd docker || true`, `if ! groupadd docker`.
  private static func isForgiven(_ index: Int, in command: StepCommand) -> Bool {
    let commands = command.simpleCommands
    if commands[index].enclosing.contains(.condition) || commands[index].joinedBy == .or {
      return true
    }
    return index + 1 < commands.count && commands[index + 1].joinedBy == .or
  }
}
