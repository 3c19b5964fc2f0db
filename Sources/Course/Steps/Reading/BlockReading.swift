internal import Markdown

/// What a code block says when it is read as a person at a shell prompt reads it.
struct BlockReading {
  let decision: KindDecision
  let hasPrompts: Bool
  let actions: [StepAction]
  let traits: Set<StepTrait>
  /// Whether the block is what the editor at the end of the step before was opened for.
  let fillsEditor: Bool

  /// - Parameter runner: what runs the block, where its language is another one.
  /// - Returns: `nil` for a block in another language that nothing runs and that the text does not make
  ///   a file's content.
  init?(
    _ code: CodeBlock, _ language: BlockLanguage, runner: LanguageRunner? = nil,
    _ surroundings: Surroundings, _ settings: StepSettings, _ memory: PageMemory
  ) {
    let facts = BlockFacts(code, language, runner: runner, programs: memory.programs)
    let content =
      settings.file.flatMap { FileContent(facts, named: $0) }
      ?? FileContent(facts, surroundings, memory)
    if let content, settings.file != nil {
      decision = content.decision
    } else if let author = AuthorRules.decide(facts, settings) {
      decision = author
    } else if language == .other {
      guard let decision = content?.decision ?? RunnerRules.decide(facts, surroundings) else {
        memory.passBlock()
        return nil
      }
      self.decision = decision
    } else {
      decision = KindRules.decide(facts, content, surroundings, memory)
    }
    hasPrompts = facts.hasPrompts
    switch decision.kind {
    case .output, .foreign: actions = []
    // Nobody types a script's text at a prompt, and no file is named for it.
    case .edit
    where decision.rule == ContentRules.scriptRule || decision.rule == ContentRules.fileRule:
      actions = []
    case .edit where decision == content?.decision:
      actions = content.map { [.edit($0.edit)] } ?? []
    default: actions = facts.actions.ending(with: settings.exitStatus)
    }
    fillsEditor = content?.fillsEditor ?? false && decision == content?.decision
    // What is typed on Windows asks of people there what it would ask here.
    let typed = decision.rule == ContentRules.windowsRule ? facts.actions : actions
    traits = StepTraits.of(typed, memory, settings)
    memory.isInScript =
      decision.kind == .edit
      && (memory.isInScript && decision.rule == ContentRules.scriptRule
        || facts.lines.contains { ContentRules.isDirective($0.text) }
        || decision.rule == ContentRules.scriptRule
          && facts.lines.first?.text.hasPrefix("#!") == true)
    memory.note(facts.commands, kind: decision.kind, isMarked: language == .shell)
  }

  /// Whether the first command begins with a prompt. In a block that begins without one, a later `$`
  /// stands in a here-document or a quote, or is something that a command printed.
  static func hasPrompts(_ lines: [BlockLine]) -> Bool {
    let first = lines.first { line in
      guard let byte = line.text.utf8.first(where: { !ShellByte.isBlank($0) }) else { return false }
      return byte != ShellByte.hash || line.prompt != nil
    }
    if first?.prompt != nil { return true }
    // Below what a command printed that was run before.
    guard let first, PrintedText.isPrinted(first.text, below: " ") else { return false }
    return lines.contains { line in
      guard line.text.hasPrefix("$ "), let command = line.command else { return false }
      return CommandTable.hasRow(command.firstWord)
    }
  }

  static func commands(_ lines: [BlockLine], hasPrompts: Bool) -> [StepCommand] {
    hasPrompts ? Transcript.commands(lines) : StepCommand.commands(lines)
  }

  /// The commands, and the edits for which some of them open an editor.
  static func actions(_ lines: [BlockLine], hasPrompts: Bool) -> [StepAction] {
    var actions: [StepAction] = []
    var rest = lines[...]
    var plain: [BlockLine] = []
    while let line = rest.first {
      if let (edit, count) = EditReading.edit(at: rest, hasPrompts: hasPrompts) {
        actions += commands(plain, hasPrompts: hasPrompts).map(StepAction.command)
        actions.append(.edit(edit))
        plain = []
        rest = rest.dropFirst(count)
      } else {
        plain.append(line)
        rest = rest.dropFirst()
      }
    }
    return actions + commands(plain, hasPrompts: hasPrompts).map(StepAction.command)
  }
}

extension [StepAction] {
  /// The actions with the exit status that the author declares for the last one.
  fileprivate func ending(with status: Int?) -> [StepAction] {
    guard let status, case .command(var command)? = last else { return self }
    command.declaredStatus = status
    return dropLast() + [.command(command)]
  }
}

extension StepCommand {
  /// The commands of lines without prompts, which the shell reads as one script.
  static func commands(_ lines: [BlockLine]) -> [StepCommand] {
    var bytes: [UInt8] = []
    var lineStarts = [0]
    lineStarts.reserveCapacity(lines.count + 1)
    for line in lines {
      bytes.append(contentsOf: line.text.utf8)
      bytes.append(0x0A)
      lineStarts.append(bytes.count)
    }
    // Places are asked for in order, or nearly so.
    var last = 0
    func position(_ offset: Int) -> SourcePosition {
      while last > 0, lineStarts[last] > offset { last -= 1 }
      while last + 1 < lineStarts.count, lineStarts[last + 1] <= offset { last += 1 }
      let index = last
      let start = lines[min(index, lines.count - 1)].start
      return SourcePosition(line: start.line, column: start.column + offset - lineStarts[index])
    }
    let script = ShellScript(bytes: bytes)
    let following = script.commands.dropFirst().map(\.line) + [lines.count]
    // What begins with an arrow has been taken from somewhere else, as a whole.
    let mayHaveRemarks =
      script.commands.first?.source.bytes.first != ShellByte.dash
      && !script.commands.allSatisfy { ShownLine.isRemark($0.source.bytes) }
    let typed = zip(script.commands, following).filter {
      !(mayHaveRemarks && ShownLine.isRemark($0.0.source.bytes))
    }
    return typed.map { command, next in
      let faults =
        script.problems.isEmpty
        ? []
        : script.problems.filter {
          $0.severity == .error && command.range.overlaps($0.range.widened)
        }
      return StepCommand(
        text: command.text, position: position(command.range.lowerBound),
        // Most blocks have no comments, and few have them below a command.
        expectation: script.comments.isEmpty
          ? nil
          : CommentedOutput.expectation(
            of: command, in: lines, upTo: next,
            endColumn: command.range.upperBound - lineStarts[command.endLine]),
        faults: faults.map {
          ShellFault(message: $0.message, position: position($0.range.lowerBound))
        }, simpleCommands: command.simpleCommands, origin: command.range.lowerBound)
    }
  }
}

extension Range<Int> {
  /// The range with one more at its end, so that an empty one stands somewhere.
  fileprivate var widened: Range<Int> { lowerBound..<Swift.max(upperBound, lowerBound + 1) }
}
