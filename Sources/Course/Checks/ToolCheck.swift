/// Finds tools that a plain system has not and that no step above installs.
enum ToolCheck {
  static func diagnostics(
    _ page: Page, _ texts: StepTexts, after earlier: Provisions
  ) -> [Diagnostic] {
    let steps = page.steps.filter(\.kind.isRunnable)
    let later = installers(steps)
    var had = earlier.tools
    var isSetup = false
    var hasModules = false
    var result: [Diagnostic] = []
    for (index, step) in steps.enumerated() {
      for command in step.commands {
        for simple in command.simpleCommands {
          let resolved = ResolvedCommand(simple)
          let name = resolved.name
          if isCalledByName(simple, resolved), !had.contains(name), !asks(command, resolved) {
            let installer = later[name].flatMap { $0 > index ? steps[$0] : nil }
            let isUnmet = !hasModules && isUnmet(name, isSetup: isSetup, texts)
            if let finding = message(name, step, installer, isUnmet: isUnmet, texts) {
              result.append(
                page.diagnostic(
                  at: simple.range, of: command, in: step, finding.severity, finding.message,
                  rule: "missing-tool", mend: finding.mend))
            }
            had.insert(name)
          }
          let installed = Products.commands(of: resolved)
          had.formUnion(installed)
          if !installed.isEmpty, systemManagers.contains(resolved.name) { isSetup = true }
          if loadsModules(resolved) { hasModules = true }
          // What is fetched, unpacked, linked or put on the path by another name provides it too.
          had.formUnion(named(in: command, besides: name))
        }
      }
    }
    return result
  }

  private static func message(
    _ name: String, _ step: Step, _ installer: Step?, isUnmet: Bool, _ texts: StepTexts
  ) -> (severity: Diagnostic.Severity, message: String, mend: String)? {
    if let installer, !texts.installs(name, above: step) {
      return (
        .warning,
        "'\(name)' is used in step \(step.label), and installed only in step \(installer.label)",
        "move step \(installer.label) above"
      )
    }
    guard isUnmet, let tool = InstallableTool.named(name) else { return nil }
    return (
      tool.isHelper ? .hint : .warning,
      "'\(name)' is used in step \(step.label), no step installs it, and a plain system does not have it",
      "write `sudo apt install -y \(tool.package)` in a step above"
    )
  }

  /// Whether nothing on the page says where the tool is from. What a course is about it may install
  /// elsewhere, unless the page itself sets a system up.
  private static func isUnmet(_ name: String, isSetup: Bool, _ texts: StepTexts) -> Bool {
    guard let tool = InstallableTool.named(name), tool.isHelper || isSetup else { return false }
    return !texts.installed.contains(name)
  }

  /// The first step that brings each command by the system's packages and is for all readers.
  private static func installers(_ steps: [Step]) -> [String: Int] {
    var result: [String: Int] = [:]
    for (index, step) in steps.enumerated() where !step.isOptional {
      for resolved in step.commands.flatMap(\.simpleCommands).map(ResolvedCommand.init)
      where systemManagers.contains(resolved.name) {
        for name in Products.commands(of: resolved) where result[name] == nil {
          result[name] = index
        }
      }
    }
    return result
  }

  /// Whether the command takes programs from a cluster's own modules, of which only the cluster knows
  /// what else they bring.
  private static func loadsModules(_ command: ResolvedCommand) -> Bool {
    command.name == "ml"
      || command.name == "module" && ["load", "add", "use"].contains(command.subcommand)
  }

  private static let systemManagers: Set<String> = ["apt", "apt-get", "dnf", "yum", "snap"]

  /// Whether the first word is the command itself, to be found on the path of this machine.
  private static func isCalledByName(_ simple: SimpleCommand, _ command: ResolvedCommand) -> Bool {
    !command.name.isEmpty && simple.words.contains { $0.value == command.name }
      || command.name == "docker-compose" && simple.words.contains { $0.value == "docker" }
  }

  /// Whether the command only asks for the tool, as notes do before they install it.
  private static func asks(_ command: StepCommand, _ resolved: ResolvedCommand) -> Bool {
    let isQuestion = resolved.values.contains {
      ["--version", "-version", "-V", "-v", "version"].contains($0)
    }
    return isQuestion || command.simpleCommands.contains { ["which", "type"].contains($0.name) }
      || command.simpleCommands.contains { $0.joinedBy == .or }
  }

  /// The tools of the table that the words of a command name, other than that which it runs.
  private static func named(in command: StepCommand, besides name: String) -> [String] {
    let text = command.text
    return InstallableTool.names.filter {
      $0 != name && $0.count > 2 && text.contains(ascii: $0)
        && Phrases.first([$0], in: text) != nil
    }
  }
}
