internal import Markdown

/// What a block itself says, for the rules; nothing is found out before a rule asks for it.
final class BlockFacts {
  let language: BlockLanguage
  /// What runs the block, where its language is another one.
  let runner: LanguageRunner?
  private let code: CodeBlock
  /// Programs that the page has installed or run above the block.
  private let programs: Set<String>

  init(
    _ code: CodeBlock, _ language: BlockLanguage, runner: LanguageRunner? = nil,
    programs: Set<String> = []
  ) {
    self.code = code
    self.language = language
    self.runner = runner
    self.programs = programs
  }

  lazy var lines = BlockLine.lines(of: code)

  /// Whether a command begins with a prompt.
  lazy var hasPrompts = language != .other && BlockReading.hasPrompts(lines)

  /// Whether the lines are numbered, with the numbers in place of prompts.
  var hasNumberedLines: Bool {
    guard let line = lines.first, line.prompt != nil else { return false }
    return line.text.firstVisible.map(ShellByte.isDigit) ?? false
  }

  /// Whether each command stands at a prompt that ends with a `$`.
  var showsShellPrompts: Bool {
    hasPrompts
      && lines.allSatisfy { line in
        line.prompt.map { line.text.utf8.prefix($0).contains(ShellByte.dollar) } ?? true
      }
  }

  lazy var actions: [StepAction] =
    if let runner {
      RunnerRules.actions(lines, runner)
    } else if mayEdit {
      BlockReading.actions(lines, hasPrompts: hasPrompts)
    } else {
      commands.map(StepAction.command)
    }

  lazy var commands: [StepCommand] =
    if runner != nil || mayEdit {
      actions.compactMap { if case .command(let command) = $0 { command } else { nil } }
    } else {
      language == .other ? [] : BlockReading.commands(lines, hasPrompts: hasPrompts)
    }

  /// Whether any of the actions may be an edit: most blocks name no editor.
  private lazy var mayEdit =
    language != .other && lines.contains { EditorCommand.isNamed(in: $0.text) }

  /// For each command whether it begins with a program that is known.
  private lazy var known = commands.map { command in
    if let first = command.simpleCommands.first, first.words.isEmpty {
      return !first.assignments.isEmpty
    }
    // What `npx` or `sudo` runs, nobody needs to have heard of.
    return command.resolved.first.map {
      CommandTable.knows($0.name) || $0.prefixes.first.map(Self.runners.contains) == true
        || programs.contains($0.name) && command.mayBeTyped
          // Names of packages one below the other are a list of them.
          && (commands.count == 1 || command.simpleCommands[0].words.count > 1)
    } == true
      || command.text.hasPrefix("let \"")
  }

  private static let runners: NameSet = ["sudo", "doas", "npx", "bunx", "pnpx", "uvx", "envchain"]

  /// Whether each command begins with a program that is known: only then is a block without a
  /// language taken for shell, as it may as well be a picture, a message or a listing.
  var isKnownShell: Bool { !known.isEmpty && known.allSatisfy(\.self) }

  /// Whether a block marked as shell is plainly something else: its lines have the form of another
  /// language.
  lazy var looksLikeCode = ContentRules.looksLikeCode(self)

  /// Whether the block begins with a program that is known and most of its commands are: the rest are
  /// addresses to open, a remark of the author's, or what the block has just built.
  private var isMostlyKnown: Bool {
    guard beginsWithKnown, known.count > 1 else { return false }
    // `yum install a` and then a program that nobody has heard of.
    if known.count == 2, let first = commands[0].resolved.first,
      CommandTable.hasVerb(first.name, first.values.first), commands[1].faults.isEmpty,
      commands[1].text.utf8.first.map({ (0x61...0x7A).contains($0) }) == true
    {
      return true
    }
    let count = zip(commands, known).count { $1 || $0.isOfPath || $0.text.hasPrefix("http") }
    if count == known.count { return true }
    // More than a remark has to be of programs that no sentence begins with, as it may with `find`.
    let begins = commands.first.map { CommandTable.hasRow($0.resolved.first?.name ?? "") } ?? false
    return (begins || commands.contains(where: \.isOfPath)) && known.count > 2
      && count * 2 > known.count
  }

  /// Whether each line is no more than the path of a file that is no script.
  var namesFiles: Bool {
    !commands.isEmpty
      && commands.allSatisfy { command in
        command.isOfPath && command.simpleCommands.first?.words.count == 1
          && command.text.contains(byte: ShellByte.dot) && !command.text.hasSuffix(".sh")
      }
  }

  /// Whether the first command can be none, as what programs say of themselves: `tool version 1 (a, b)`.
  var isFaulty: Bool {
    commands.first.map { !$0.faults.isEmpty && !$0.text.contains(byte: ShellByte.less) } ?? false
  }

  /// The same, where it is not a known program's for what stands within one word: `fix(a)`.
  var isRemarked: Bool {
    isFaulty && (!beginsWithKnown || lines.first?.text.contains(ascii: " (") == true)
  }

  /// Whether the first command is of a program that the table has a row of.
  var beginsWithRow: Bool {
    commands.first?.resolved.first.map { CommandTable.hasRow($0.name) } ?? false
  }

  /// Whether each command is known, a program of the folder, or has a form that no sentence has: a
  /// word in small letters and an option right behind it or its first argument.
  private var isOfForm: Bool {
    guard let first = lines.first(where: { !$0.isComment })?.text.utf8.first(where: { $0 != 0x20 }),
      (0x61...0x7A).contains(first) || first == ShellByte.dot || beginsWithSetPath
    else { return false }
    return !commands.isEmpty
      && zip(commands, known).allSatisfy { command, isKnown in
        command.faults.isEmpty && (isKnown || command.isOfPath || command.hasOption)
      }
  }

  /// Whether the first command runs a program of the folder and sets a variable for it: `A=1 ./build`.
  private var beginsWithSetPath: Bool {
    guard let simple = commands.first?.simpleCommands.first, !simple.assignments.isEmpty,
      commands[0].isOfPath
    else { return false }
    // A text about such a setting goes on in words.
    return simple.words.count == 1 || simple.words[1].text.utf8.first == ShellByte.dash
  }

  /// Whether the first command begins with a program that is known, or is an assignment.
  var beginsWithKnown: Bool { known.first ?? false }

  /// Whether any command begins with a program that is known, or is an assignment.
  var hasKnownCommand: Bool { known.contains(true) }

  /// Whether the first command is known or a whole loop or choice.
  private var beginsScript: Bool { known.first == true || commands.first?.isCompound == true }

  /// Whether each command is known or a whole loop or choice, or runs a program of the folder below one
  /// that is.
  private var isScript: Bool {
    !known.isEmpty
      && zip(commands, known).allSatisfy {
        $1 || $0.isCompound || $0.isContinued || $0.isOfPath && beginsScript
      }
  }

  /// Whether the block can only be shell: it is marked so, shows prompts, or each command is known.
  var isShell: Bool {
    language == .shell || hasPrompts || isKnownShell || isMostlyKnown || isScript || isOfForm
  }

  /// Whether it only sets the shell up, as lines of a start-up file do.
  var isSetup: Bool {
    !commands.isEmpty
      && commands.allSatisfy { command in
        // A loop or a group has none at the top and is no mere setting.
        let top = command.simpleCommands.filter { $0.depth == 0 }
        return !top.isEmpty
          && top.allSatisfy { $0.words.isEmpty || Self.setup.contains($0.name ?? "") }
      }
  }

  private static let setup: NameSet = [
    "export", "alias", "source", ".", "eval", "set", "shopt", "umask",
  ]

  /// Whether a command uses `$1`, `$@` and their like, which only the text of a script has.
  var namesArguments: Bool {
    if commands.contains(where: { isLoopOverArguments($0) }) { return true }
    return commands.flatMap(\.simpleCommands).contains { simple in
      // Within a function they are the function's own.
      !simple.enclosing.contains(.functionBody)
        && (simple.words + simple.assignments.map(\.value)).flatMap(\.parts).contains { part in
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

extension SimpleCommand {
  /// Whether it names its program without a folder, as what is installed is named.
  var isByName: Bool { words.first.map { !$0.text.contains(byte: UInt8(ascii: "/")) } ?? false }
}

extension StepCommand {
  /// Whether it has no form of what programs say of themselves: `tool 1.2`, `tool: no file`.
  fileprivate var mayBeTyped: Bool {
    guard faults.isEmpty, !text.contains(ascii: "  "), text.utf8.last != ShellByte.dot,
      let simple = simpleCommands.first, simple.isByName,
      simple.words.first?.text.utf8.last != UInt8(ascii: ":")
    else { return false }
    guard let second = simple.words.dropFirst().first?.text else { return true }
    return second.utf8.first.map { ShellByte.isLetter($0) || "-./~$\"'".utf8.contains($0) } == true
      && !Self.states.contains(second) && !second.hasSuffix("ing") && !second.hasSuffix("ed")
      && !text.contains(ascii: "....")
  }

  /// What programs say of themselves.
  private static let states: NameSet = ["is", "was", "has", "version", "ready"]

  /// Whether it is a whole loop or choice: no text for people ends a `for` by a `done`.
  fileprivate var isCompound: Bool {
    guard faults.isEmpty, let word = Self.beginnings.first(beginning: text) else { return false }
    let last = text.utf8.split { $0 == 0x20 || $0 == 0x0A || $0 == UInt8(ascii: ";") }.last
    let end = word.hasPrefix("i") ? "fi" : word.hasPrefix("c") ? "esac" : "done"
    return last.map { $0.elementsEqual(end.utf8) } ?? false
  }

  private static let beginnings: Fragments = ["for ", "while ", "until ", "if ", "case "]

  /// Whether it goes on over several lines as only shells have them, with options.
  fileprivate var isContinued: Bool {
    faults.isEmpty && text.contains(ascii: "\\\n") && text.contains(ascii: " --")
      && text.utf8.first.map { (0x61...0x7A).contains($0) } == true && simpleCommands.count == 1
  }

  /// Whether it is a name in small letters with an option behind it or its first argument.
  fileprivate var hasOption: Bool {
    guard let simple = simpleCommands.first, simple.redirections.isEmpty,
      !text.contains(ascii: "   "), case let words = simple.words, words.count > 1,
      let name = simpleCommands.first?.name, name.utf8.count > 2, !Self.english.contains(name),
      !name.hasSuffix(".exe"),
      name.utf8.allSatisfy({
        (0x61...0x7A).contains($0) || ShellByte.isDigit($0) || "-_./".utf8.contains($0)
      })
    else { return false }
    return words.dropFirst().prefix(2).contains { word in
      let option = word.text.utf8
      return option.first == ShellByte.dash && option.count > 1
        && option.drop { $0 == ShellByte.dash }.first.map(ShellByte.isLetter) == true
        && option.last != ShellByte.dash && !word.text.hasPrefix("-rw")
    }
  }

  /// Words that begin a sentence about an option.
  private static let english: NameSet = [
    "use", "the", "with", "if", "and", "see", "note", "this", "add", "then", "for", "when", "usage",
    "pass", "using", "without", "usage:",
  ]

  /// Whether it runs a program of the folder by its path, such as `./build`.
  fileprivate var isOfPath: Bool {
    guard let name = simpleCommands.first?.name, name.hasPrefix("./") || name.hasPrefix("../")
    else { return false }
    return name.utf8.allSatisfy {
      ShellByte.continuesName($0) || $0 == 0x2E || $0 == 0x2F || $0 == 0x2D
    }
  }
}
