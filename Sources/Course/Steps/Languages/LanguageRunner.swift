/// A program that runs the blocks of a language that is no shell's, as `runners:` in `notes.yml` has it.
public struct LanguageRunner: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    /// Each block is the standard input of the command.
    case once
    /// The command, a Python, is kept open from block to block; see ``LanguageSession``.
    case session
  }

  /// As fences write it, in lowercase.
  public var language: String
  /// Shell text.
  public var command: String
  public var kind: Kind

  public init(language: String, command: String, kind: Kind) {
    self.language = language
    self.command = command
    self.kind = kind
  }

  /// The program that has to be there, where the command's first words name it.
  public var program: String? {
    ShellScript(command + "\n").commands.first?.simpleCommands.first?.name
  }

  /// How messages name it: `python: python3`.
  var words: String { "\(language): \(command)" }

  /// A shell command with a block as its standard input.
  static func hereDocument(_ command: String, _ block: String) -> String {
    let lines = Set(block.split(separator: "\n"))
    var delimiter = "NOTES_BLOCK"
    while lines.contains(Substring(delimiter)) { delimiter += "_" }
    let text = block.isEmpty || block.utf8.hasFinalLineFeed ? block : block + "\n"
    return "\(command) <<'\(delimiter)'\n\(text)\(delimiter)"
  }

  /// The name of the folder through which a session in this language is talked to.
  public var folderName: String {
    "session-" + String(decoding: language.utf8.map { $0.isNamePart ? $0 : 0x5F }, as: UTF8.self)
  }

  /// The command as one that takes the block: a pipeline's or list's parts share it.
  var grouped: String {
    let commands = ShellScript(command + "\n").commands
    let isSimple = commands.count == 1 && commands[0].simpleCommands.count == 1
    return isSimple && !command.contains("#") ? command : "{ \(command)\n}"
  }

  /// Whether its program is one that can be kept open: `python3`, `.venv/bin/python`, `uv run pypy3.10`.
  var isPython: Bool {
    ShellScript(command + "\n").commands.flatMap(\.simpleCommands).flatMap(\.words).contains {
      word in
      let name = word.text.split(separator: "/").last ?? ""
      return ["python", "pypy"].contains { stem in
        name.hasPrefix(stem) && name.dropFirst(stem.count).allSatisfy { $0.isNumber || $0 == "." }
      }
    }
  }
}

extension UInt8 {
  fileprivate var isNamePart: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) || ShellByte.isDigit(self)
  }
}

extension StepCommand {
  /// What a shell is to be given: the command itself, or the block for the program that runs it.
  ///
  /// A block of a session works after ``LanguageSession/setup`` alone.
  public func shellText(in step: Step) -> String {
    guard let runner else { return text }
    switch runner.kind {
    case .once: return LanguageRunner.hereDocument(runner.grouped, text)
    case .session: return LanguageSession.call(text, runner, of: step)
    }
  }
}

extension Step {
  /// Whether it goes on in a program that is kept open from step to step, beside the shell.
  public var isInLanguageSession: Bool { commands.contains { $0.runner?.kind == .session } }
}
