internal import Markdown

/// Finds programs that stay in the foreground, so that a reader never gets to the command after them.
enum BlockingServiceCheck {
  static func diagnostics(_ page: Page, _ texts: StepTexts) -> [Diagnostic] {
    let steps = page.steps.filter { $0.kind.isRunnable || $0.kind == .template }
    return steps.enumerated().compactMap { index, step in
      guard step.traits.contains(.service) else { return nil }
      for (place, command) in step.commands.enumerated() {
        guard let service = command.simpleCommands.first(where: blocks) else { continue }
        let isLast = place == step.commands.count - 1
        let next = index + 1 < steps.count ? steps[index + 1] : nil
        let isHeldUp =
          isLast
          ? next.map { holdsUp($0, after: step, service, texts) } ?? false
          : !saysHow(below: command, in: step)
            && !isAlternative(step.commands[place + 1], to: service)
        guard isHeldUp else { return nil }
        let name = ResolvedCommand(service).name
        return page.diagnostic(
          at: service.range, of: command, in: step, isLast ? .hint : .warning,
          "'\(name)' runs until it is stopped, and \(follower(isLast ? next : nil)) waits for it",
          rule: "blocking-service", mend: mend(service))
      }
      return nil
    }
  }

  private static func follower(_ next: Step?) -> String {
    next.map { "step \($0.label) below" } ?? "the command below"
  }

  /// Whether the session itself stays in the command.
  private static func blocks(_ simple: SimpleCommand) -> Bool {
    let isOwn = simple.enclosing.allSatisfy { $0 != .functionBody && $0 != .coprocess }
    return isOwn && !simple.isBackground && CommandTable.traits(of: simple).contains(.service)
  }

  /// Whether a reader who follows the notes comes to the step while the service runs.
  private static func holdsUp(
    _ next: Step, after step: Step, _ service: SimpleCommand, _ texts: StepTexts
  ) -> Bool {
    guard !next.commands.isEmpty, !next.isOptional else { return false }
    let comments = BlockLine.lines(of: next.code).filter(\.isComment).map { $0.text.lowercased() }
    let said =
      texts.above(step) + [step.code.literal.lowercased()] + texts.between(step, next) + comments
    guard !said.contains(where: saysHow) else { return false }
    guard Phrases.first(alternatives, in: texts.above(next).joined(separator: "\n")) == nil else {
      return false
    }
    // The same again is another way to do it, and what stops it is plainly typed elsewhere.
    let program = ResolvedCommand(service)
    return !next.commands.flatMap(\.simpleCommands).contains {
      let other = ResolvedCommand($0)
      if stoppers.contains(other.name) { return true }
      guard other.name == program.name, let verb = other.subcommand else { return false }
      return verb == program.subcommand || ["down", "stop", "rm", "kill"].contains(verb)
    }
  }

  /// Whether a command starts the same program in another way: a reader chooses one of the two.
  private static func isAlternative(_ next: StepCommand, to service: SimpleCommand) -> Bool {
    let name = ResolvedCommand(service).name
    return next.simpleCommands.contains { blocks($0) && ResolvedCommand($0).name == name }
  }

  /// Whether a comment among the commands below says where they are typed.
  private static func saysHow(below command: StepCommand, in step: Step) -> Bool {
    BlockLine.lines(of: step.code).contains { line in
      line.start.line > command.position.line && line.prompt == nil
        && saysHow(line.text.lowercased())
    }
  }

  /// Whether a text says how to go on while the program runs; programs show Ctrl+C as `^C`.
  private static func saysHow(_ text: String) -> Bool {
    text.contains(ascii: "^c") || Phrases.first(ways, in: text) != nil
  }

  private static let ways: Phrases = [
    "terminal", "terminals", "tab", "window", "ctrl", "control-c", "stop", "stopped", "stops",
    "terminate", "shut", "kill", "close", "background", "quit", "interrupt", "exit", "cancel",
    "detached", "detach", "another", "separate", "second", "meanwhile",
  ]
  private static let alternatives: Phrases = [
    "alternatively", "alternative", "instead", "^or", "or you can", "only",
  ]
  private static let stoppers: Set<String> = ["kill", "pkill", "killall", "fg", "bg", "jobs"]

  private static func mend(_ service: SimpleCommand) -> String {
    switch ResolvedCommand(service).name {
    case "docker", "podman", "docker-compose": "add `-d`, or tell readers to open another terminal"
    // What is there to be looked at shows nothing in the background.
    case "tail", "journalctl", "kubectl", "ping", "watch", "dmesg", "stern", "top", "htop":
      "say how to stop it, or tell readers to open another terminal"
    default: "end it with `&`, or tell readers to open another terminal"
    }
  }
}
