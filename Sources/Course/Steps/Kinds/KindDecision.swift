/// What a block is, and what decided it.
public struct KindDecision: Sendable, Equatable {
  public var kind: StepKind
  /// The rule's name, lowercase with hyphens.
  public var rule: String
  /// The words of the notes that the rule went by; empty for the rule that is left over.
  public var words: String

  init(_ kind: StepKind, _ rule: String, _ words: String = "") {
    self.kind = kind
    self.rule = rule
    self.words = words
  }
}

/// What a block itself says, for the rules.
struct BlockFacts {
  let language: BlockLanguage
  let lines: [BlockLine]
  let actions: [StepAction]
  let hasPrompts: Bool
  let commands: [StepCommand]
  /// For each command whether it begins with a program that is known.
  private let known: [Bool]
  /// Whether the first command's program is one of the table.
  private let beginsWithRow: Bool

  init(language: BlockLanguage, lines: [BlockLine], actions: [StepAction], hasPrompts: Bool) {
    self.language = language
    self.lines = lines
    self.actions = actions
    self.hasPrompts = hasPrompts
    commands = actions.compactMap { if case .command(let command) = $0 { command } else { nil } }
    let firsts = commands.map(\.simpleCommands.first)
    let names = commands.map { $0.resolved.first?.name ?? "" }
    known = zip(firsts, names).map { first, name in
      if let first, first.words.isEmpty { return !first.assignments.isEmpty }
      return CommandTable.knows(name)
    }
    beginsWithRow = names.first.map(CommandTable.hasRow) ?? false
  }

  /// Whether each command begins with a program that is known: only then is a block without a
  /// language taken for shell, as it may as well be a picture, a message or a listing.
  var isKnownShell: Bool { !known.isEmpty && known.allSatisfy(\.self) }

  /// Whether the block begins with a program of the table and most of its commands are known: the
  /// rest are addresses to open or a remark of the author's.
  private var isMostlyKnown: Bool {
    beginsWithRow && known.count > 2 && known.count(where: \.self) * 2 > known.count
  }

  /// Whether any command begins with a program that is known, or is an assignment.
  var hasKnownCommand: Bool { known.contains(true) }

  /// Whether the block can only be shell: it is marked so, shows prompts, or each command is known.
  var isShell: Bool { language == .shell || hasPrompts || isKnownShell || isMostlyKnown }

  /// Whether it only sets the shell up, as lines of a start-up file do.
  var isSetup: Bool {
    let setup: Set<String> = ["export", "alias", "source", ".", "eval", "set", "shopt", "umask"]
    return !commands.isEmpty
      && commands.allSatisfy { command in
        // A loop or a group has none at the top and is no mere setting.
        let top = command.simpleCommands.filter { $0.depth == 0 }
        return !top.isEmpty
          && top.allSatisfy { $0.words.isEmpty || setup.contains($0.name ?? "") }
      }
  }

  /// Whether a command uses `$1`, `$@` and their like, which only the text of a script has.
  var namesArguments: Bool {
    if commands.contains(where: { isLoopOverArguments($0) }) { return true }
    return commands.flatMap(\.simpleCommands).contains { simple in
      // Within a function they are the function's own.
      !simple.enclosing.contains(.functionBody)
        && simple.words.flatMap(\.parts).contains { part in
          guard case .parameter(let name, _) = part.kind else { return false }
          return ["1", "2", "3", "@", "*", "#"].contains(name)
        }
    }
  }

  /// `for a in "$@"`: the words of a loop are in none of its commands.
  private func isLoopOverArguments(_ command: StepCommand) -> Bool {
    guard command.text.hasPrefix("for "), let line = command.text.split(separator: "\n").first
    else { return false }
    return line.contains(ascii: "$@") || line.contains(ascii: "$*")
  }
}
