internal import Markdown

/// What a code block says when it is read as a person at a shell prompt reads it.
struct BlockReading {
  let decision: KindDecision
  let hasPrompts: Bool
  let actions: [StepAction]
  let traits: Set<StepTrait>

  /// - Returns: `nil` for a block in another language that the text does not make a file's content.
  init?(
    _ code: CodeBlock, _ language: BlockLanguage, _ surroundings: Surroundings,
    _ memory: inout PageMemory
  ) {
    let lines = BlockLine.lines(of: code)
    hasPrompts = language != .other && Self.hasPrompts(lines)
    let read = language == .other ? [] : Self.actions(lines, hasPrompts: hasPrompts)
    let facts = BlockFacts(
      language: language, lines: lines, actions: read, hasPrompts: hasPrompts)
    if language == .other {
      guard let decision = ContentRules.edit(facts, surroundings) else {
        memory.noteOtherBlock()
        return nil
      }
      self.decision = decision
    } else {
      decision = KindRules.decide(facts, surroundings, memory)
    }
    switch decision.kind {
    case .output, .foreign: actions = []
    case .edit where decision.rule != KindRules.editorRule:
      actions = Self.edit(lines, surroundings).map { [.edit($0)] } ?? []
    default: actions = read
    }
    traits = StepTraits.of(actions, memory)
    memory.note(facts.commands, kind: decision.kind)
  }

  /// Whether a command begins with a prompt; a `$` in a here-document or a quote is none.
  private static func hasPrompts(_ lines: [BlockLine]) -> Bool {
    guard lines.contains(where: { $0.prompt != nil }) else { return false }
    let script = ShellScript(lines.map { $0.text + "\n" }.joined())
    // In a block that begins without one, a later `$` is something that a command printed.
    return script.commands.first.map { lines[$0.line].prompt != nil } ?? false
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

  /// The block as the content of the file that the text names.
  private static func edit(_ lines: [BlockLine], _ surroundings: Surroundings) -> StepEdit? {
    guard let first = lines.first, let file = surroundings.file else {
      return nil
    }
    return StepEdit(
      file: file.name, action: file.isAddition ? .append : .create, editor: nil,
      text: lines.map { $0.text + "\n" }.joined(), position: first.start)
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
    func position(_ offset: Int) -> SourcePosition {
      let index = max(0, (lineStarts.firstIndex { $0 > offset } ?? lineStarts.count) - 1)
      let start = lines[min(index, lines.count - 1)].start
      return SourcePosition(line: start.line, column: start.column + offset - lineStarts[index])
    }
    let script = ShellScript(text)
    return script.commands.map { command in
      let faults = script.problems.filter {
        $0.severity == .error && command.range.overlaps($0.range.widened)
      }
      return StepCommand(
        text: command.text, position: position(command.range.lowerBound), expectation: nil,
        faults: faults.map {
          ShellFault(message: $0.message, position: position($0.range.lowerBound))
        }, simpleCommands: command.simpleCommands)
    }
  }
}

extension Range<Int> {
  /// The range with one more at its end, so that an empty one stands somewhere.
  fileprivate var widened: Range<Int> { lowerBound..<Swift.max(upperBound, lowerBound + 1) }
}
