internal import Markdown

/// Finds commands behind the prompt `#` of root, which a shell takes for comments.
///
/// Only where all that is typed in a block stands behind `#`, or other lines show prompts, can `#` be
/// one; among plain commands a line with `#` is a command that its author took out.
enum HiddenCommandCheck {
  static func diagnostics(_ page: Page, _ texts: StepTexts) -> [Diagnostic] {
    page.steps.flatMap { step -> [Diagnostic] in
      let lines = BlockLine.lines(of: step.code)
      guard showsPrompts(step, lines) else { return [] }
      return lines.compactMap { line in
        guard line.text.hasPrefix("# ") else { return nil }
        let text = line.text.dropFirst(2).trimmed
        guard let command = command(text), !isElsewhere(line, in: step) else { return nil }
        let isBare = !text.hasPrefix("sudo ")
        let needsRoot = CommandTable.traits(of: command).contains(.root)
        // Among other prompts only a command that needs root can stand behind root's own.
        guard needsRoot && isBare || !step.hasPrompts else { return nil }
        let written = (step.hasPrompts ? "$ " : "") + (needsRoot && isBare ? "sudo " : "") + text
        return Diagnostic(
          path: page.path, position: page.source.filePosition(line.start), severity: .warning,
          message: "to a shell '# \(text)' is a comment, so that the command is not run",
          rule: "hidden-command", mend: "write `\(written)`")
      }
    }
  }

  /// Whether a `#` at the start of a line can be a prompt.
  private static func showsPrompts(_ step: Step, _ lines: [BlockLine]) -> Bool {
    guard lines.contains(where: { $0.text.hasPrefix("# ") }) else { return false }
    switch step.kind {
    case .run, .transcript, .foreign, .output:
      return step.hasPrompts || lines.allSatisfy { $0.isComment || $0.text.isBlank }
    case .edit, .context, .template, .sample: return false
    }
  }

  /// Whether a command above opened a container or another machine, whose prompt it is.
  private static func isElsewhere(_ line: BlockLine, in step: Step) -> Bool {
    step.commands.contains {
      $0.position < line.start && OpenedProgram.command($0) != nil
    }
  }

  /// The command when the text is one and no remark such as "install docker".
  private static func command(_ text: String) -> SimpleCommand? {
    guard !text.hasSuffix("."), !text.hasSuffix(":") else { return nil }
    let script = ShellScript(text + "\n")
    guard script.problems.isEmpty, let first = script.simpleCommands.first else { return nil }
    let command = ResolvedCommand(first)
    guard CommandTable.knows(command.name), first.name?.first?.isLowercase == true else {
      return nil
    }
    let words = command.arguments.map(\.text)
    // What a sentence has no word of: options, paths, addresses, variables, operators.
    let isTyped =
      script.simpleCommands.count > 1 || !first.redirections.isEmpty
      || words.contains { word in
        word.hasPrefix("-") && word.count > 1 || word.contains("/") || word.contains("$")
          || word.contains("=")
      }
    let isSentence = words.contains { sentenceWords.contains($0.lowercased()) }
    let isVerb = CommandTable.hasVerb(command.name, command.subcommand)
    return (isTyped || isVerb) && !isSentence ? first : nil
  }

  private static let sentenceWords: Set<String> = [
    "a", "an", "the", "this", "that", "these", "your", "our", "it", "is", "are", "to", "from",
    "with", "and", "or", "for", "of", "in", "into", "on", "if", "you", "we", "as", "by", "all",
    "will", "should", "can", "using", "->", "-", "–", "—",
  ]
}
