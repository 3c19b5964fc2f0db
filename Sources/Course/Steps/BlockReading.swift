internal import Markdown

/// What a code block says when it is read as a person at a shell prompt reads it.
struct BlockReading {
  let kind: StepKind
  let hasPrompts: Bool
  let actions: [StepAction]

  init(_ code: CodeBlock, language: BlockLanguage) {
    let lines = BlockLine.lines(of: code)
    hasPrompts = Self.hasPrompts(lines)
    let actions = Self.actions(lines, hasPrompts: hasPrompts)
    kind = Self.kind(actions, language, hasPrompts: hasPrompts)
    self.actions = kind == .foreign ? [] : actions
  }

  /// Whether a command begins with a prompt; a `$` in a here-document or a quote is none.
  private static func hasPrompts(_ lines: [BlockLine]) -> Bool {
    guard lines.contains(where: { $0.prompt != nil }) else { return false }
    let script = ShellScript(lines.map { $0.text + "\n" }.joined())
    return script.commands.contains { lines[$0.line].prompt != nil }
  }

  private static func actions(_ lines: [BlockLine], hasPrompts: Bool) -> [StepAction] {
    var actions: [StepAction] = []
    var rest = lines[...]
    var plain: [BlockLine] = []
    func read(_ lines: [BlockLine]) -> [StepCommand] {
      hasPrompts ? Transcript.commands(lines) : StepCommand.commands(lines)
    }
    while let line = rest.first {
      if let (edit, count) = EditReading.edit(at: rest, hasPrompts: hasPrompts) {
        actions += read(plain).map(StepAction.command) + [.edit(edit)]
        plain = []
        rest = rest.dropFirst(count)
      } else {
        plain.append(line)
        rest = rest.dropFirst()
      }
    }
    return actions + read(plain).map(StepAction.command)
  }

  private static func kind(
    _ actions: [StepAction], _ language: BlockLanguage, hasPrompts: Bool
  ) -> StepKind {
    let commands = actions.compactMap {
      if case .command(let command) = $0 { command } else { nil }
    }
    if actions.count > commands.count { return .edit }
    if language == .unmarked, !hasPrompts, !looksLikeShell(commands) { return .foreign }
    if commands.contains(where: { Placeholder.isIn($0) }) { return .template }
    return hasPrompts ? .transcript : .run
  }

  /// A block without a language may be a picture, a message or a listing; it is taken for shell only
  /// when each command in it is one that is known.
  private static func looksLikeShell(_ commands: [StepCommand]) -> Bool {
    !commands.isEmpty
      && commands.allSatisfy { command in
        guard let first = command.simpleCommands.first else { return false }
        return CommandTable.knows(ResolvedCommand(first).name)
      }
  }
}

extension StepCommand {
  /// The commands of lines without prompts, which the shell reads as one script.
  static func commands(_ lines: [BlockLine]) -> [StepCommand] {
    let text = lines.map { $0.text + "\n" }.joined()
    var lineStarts = [0]
    for line in lines {
      lineStarts.append(lineStarts[lineStarts.count - 1] + line.text.utf8.count + 1)
    }
    return ShellScript(text).commands.map { command in
      let start = lines[command.line].start
      let column = start.column + command.range.lowerBound - lineStarts[command.line]
      return StepCommand(
        text: command.text, position: SourcePosition(line: start.line, column: column),
        expectation: nil, simpleCommands: command.simpleCommands)
    }
  }
}
