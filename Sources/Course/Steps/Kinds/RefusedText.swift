internal import Markdown

/// Blocks that bash refuses and in which no program that is known begins a command: another language,
/// or what something printed, whatever their author has marked them as.
enum RefusedText {
  static let rule = "bash-refuses"

  static func decide(_ block: BlockFacts, _ memory: PageMemory) -> KindDecision? {
    let commands = block.commands
    guard !block.hasPrompts, commands.contains(where: \.isRefused),
      !commands.contains(where: isBelieved),
      let line = block.lines.first(where: { !$0.isComment && !$0.text.isBlank })
    else { return nil }
    let text = line.text.trimmed
    let isCode = !memory.isBelowCode && (block.looksLikeCode || isCode(text))
    return KindDecision(isCode ? .foreign : .output, rule, text)
  }

  /// Whether a command is meant for a shell, though bash may refuse it: it has slips that people make.
  private static func isBelieved(_ command: StepCommand) -> Bool {
    if shellStarts.first(beginning: command.text) != nil || isFunction(command.text) { return true }
    guard let first = command.simpleCommands.first else { return false }
    guard let name = command.resolved.first?.name, !first.words.isEmpty else {
      return command.isParsed && !first.assignments.isEmpty
    }
    if command.isScriptToFillIn { return true }
    return CommandTable.knows(name) && !(command.isRefused && command.isRefusedAtCall)
  }

  /// Whether a text begins as the definition of a function does: `name() {`.
  private static func isFunction(_ text: String) -> Bool {
    let name = text.utf8.prefix { ShellByte.continuesName($0) || $0 == ShellByte.dash }
    let rest = Substring(text.utf8[name.endIndex...]).trimmed
    return !name.isEmpty && rest.hasPrefix("()")
      && Substring(rest.utf8.dropFirst(2)).trimmed.hasPrefix("{")
  }

  /// What only a shell's text begins with.
  private static let shellStarts: Fragments = [
    "for ", "while ", "until ", "if ", "case ", "select ", "function ", "[[ ", "((", "(", "{", "!",
    "|", "&", ";", "$(", "time ", "./", "~/", "/",
  ]

  /// Whether a line calls a function, or ends as lines of programs do.
  private static func isCode(_ line: String) -> Bool {
    if let last = line.utf8.last, "{;([,".utf8.contains(last) { return true }
    let bytes = line.utf8Span.span
    for index in bytes.indices.dropFirst() where bytes[index] == UInt8(ascii: "(") {
      if ShellByte.isLetter(bytes[index - 1]) { return true }
    }
    return false
  }
}

extension StepCommand {
  /// Whether something stands in it where no shell has a place for it; what is only left open may have
  /// been forgotten.
  fileprivate var isRefused: Bool { faults.contains { $0.message.hasPrefix("unexpected ") } }

  /// Whether a script is called with names to replace, which bash takes for files:
  /// `sudo ./a.sh <name> <port>`.
  fileprivate var isScriptToFillIn: Bool {
    guard let name = resolved.first?.name, name.hasSuffix(".sh") || name.hasSuffix(".py") else {
      return false
    }
    return Placeholder.withoutMarks(self) != nil
  }

  /// Whether bash stops at the parenthesis of `name(value)`. `FILE(S)` is a plural.
  fileprivate var isRefusedAtCall: Bool {
    guard let fault = faults.first?.position, fault.line == position.line else { return false }
    let bytes = Array(text.utf8)
    let offset = fault.column - position.column
    let open = UInt8(ascii: "(")
    for index in [offset, offset - 1] where index > 0 && index < bytes.count && bytes[index] == open
    {
      let isPlural =
        bytes[(index + 1)...].starts(with: "s)".utf8)
        || bytes[(index + 1)...].starts(with: "S)".utf8)
      if ShellByte.continuesName(bytes[index - 1]), !isPlural { return true }
    }
    return false
  }
}
