/// Rules about blocks that are no shell: a file's content, a text that is shown, or another language.
extension ContentRules {
  /// Another language or tool's input, or a text for people.
  static func foreign(
    _ block: BlockFacts, _ surroundings: Surroundings, _ memory: PageMemory
  ) -> KindDecision? {
    if block.isShell || isAnnouncedCommand(block, surroundings), !block.looksLikeCode {
      return nil
    }
    // An `or` between commands, of which a reader takes one.
    if block.hasKnownCommand, windowsCommand(block) == nil,
      block.commands.contains(where: { $0.text.trimmed == "or" })
    {
      return nil
    }
    if let opened = memory.opened, block.language == .unmarked,
      OpenedProgram.takes(block.lines, opened)
    {
      return KindDecision(.context, "opened-by-the-step-before", opened)
    }
    // A form of a command whose program nobody has heard of.
    if block.commands.count == 1, let form = block.commands.first, form.namesOptions,
      form.text.utf8.first.map({ (0x61...0x7A).contains($0) }) == true
    {
      return nil
    }
    if let line = Drawing.line(of: block) { return KindDecision(.output, "drawing", line) }
    if let words = FileForm.words(of: block, surroundings, isApart: memory.kindAbove == nil) {
      return KindDecision(.edit, fileRule, words)
    }
    if let form = form(of: block, surroundings.lead?.sentences.last ?? "") { return form }
    if let command = windowsCommand(block) {
      return KindDecision(.foreign, windowsRule, command.trimmed)
    }
    let first = block.lines.first?.text.trimmed ?? ""
    // What is no code is text that something shows, unless it is to be said to somebody.
    if block.language == .unmarked, !first.isEmpty, !block.looksLikeCode, !FileForm.isCode(block),
      surroundings.lead.map({ Phrases.first(requests, in: $0.marked) == nil }) ?? true
    {
      return KindDecision(.output, "text-that-is-shown", first)
    }
    return KindDecision(.foreign, "not-shell", first)
  }

  /// The pattern of a name, or what a file holds that the reader does not write.
  private static func form(of block: BlockFacts, _ sentence: String) -> KindDecision? {
    if block.language == .unmarked, block.lines.count == 1, let line = block.lines.first?.text,
      isPattern(line)
    {
      return KindDecision(.sample, "form-of-a-name", line.trimmed)
    }
    if block.language == .unmarked, block.lines.count < 4, !block.looksLikeCode,
      let words = Phrases.first(forms, in: sentence)
    {
      return KindDecision(.sample, "lead-says-form", words)
    }
    if block.looksLikeCode, let words = Phrases.first(contents, in: sentence),
      Phrases.first(notSeen, in: sentence) == nil,
      block.lines.allSatisfy({ isSetting($0.text.trimmed) })
    {
      return KindDecision(.output, "lead-says-output", words)
    }
    return nil
  }

  /// `OWNER/NAME:TAG`: names in capitals alone, and the signs between them.
  private static func isPattern(_ line: String) -> Bool {
    let text = line.trimmed.utf8
    return text.contains { ":/@".utf8.contains($0) }
      && text.allSatisfy { (0x41...0x5A).contains($0) || "_:/@.-".utf8.contains($0) }
      && text.split { ":/@.-".utf8.contains($0) }.count > 1
  }

  /// Words of a sentence about a file that the reader writes.
  private static let notSeen = FileForm.acts + requests + ["example"]
  private static let forms: Phrases = [
    "of the form", "in the form", "has the form", "have the form", "the following form",
    "name format", "the following format", "form of a", "form of the", "the following pattern",
    "of the format", "in the format", "has the format", "have the format",
  ]
  private static let contents: Phrases = [
    "contents of the", "content of the", "the following contents", "the following content",
  ]

  /// The rule of commands that only Windows has.
  static let windowsRule = "command-of-windows"

  /// The rule of a file's content where nothing tells enough of the file to write it.
  static let fileRule = "text-of-a-file"
  private static let requests: Phrases = [
    "ask", "asks", "prompt", "type", "enter", "say", "paste", "write", "question", "query", "fill",
    "fields", "form", "tell",
  ]

  /// Whether the text says that a command follows, and one of a program that nobody has heard of does.
  static func isAnnouncedCommand(_ block: BlockFacts, _ surroundings: Surroundings) -> Bool {
    guard let sentence = surroundings.lead?.sentences.last else { return false }
    if !sentence.trimmed.hasSuffix(":") {
      guard surroundings.lead.map({ isNamedCommand(block, $0) }) == true,
        Phrases.first(imperatives, in: sentence) != nil
      else { return false }
    } else if Phrases.first(runs, in: sentence) == nil {
      return false
    }
    let commands = block.commands
    let isNamed = Phrases.first(announcements, in: sentence) != nil
    return !commands.isEmpty
      && commands.allSatisfy { command in
        guard command.faults.isEmpty, let simple = command.simpleCommands.first,
          let name = simple.name, name.first?.isLetter == true || name.hasPrefix("./"),
          isNamed || block.beginsWithKnown || simple.words.dropFirst().contains(where: \.isArgument)
            || surroundings.lead?.codes.contains(where: { command.text.begins(with: $0) }) == true
        else { return false }
        if isCalled(name, in: sentence) { return true }
        return name.utf8.allSatisfy {
          (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E
            || $0 == 0x2F || $0 == 0x5F
        }
      }
  }

  /// Whether a sentence in lowercase says to run a program of this name: "Run VarScan on both files:".
  private static func isCalled(_ name: String, in sentence: String) -> Bool {
    let name = name.inLowercase
    return ["run ", "running ", "execute ", "use "].contains { act in
      ["", "`"].contains { sentence.contains(ascii: act + $0 + name + ($0.isEmpty ? " " : $0)) }
    }
  }

  /// Whether a text names the program that begins each command: "Execute the below to use `tool`."
  private static func isNamedCommand(_ block: BlockFacts, _ lead: Prose) -> Bool {
    !block.commands.isEmpty
      && block.commands.allSatisfy { command in
        lead.codes.contains { command.text == $0 || command.text.hasPrefix($0 + " ") }
      }
  }

  private static let imperatives: Phrases = [
    "^run the", "^run this", "^execute the", "^execute this", "^type the", "^type this",
    "^enter the following", "^use the following", "^use the below",
  ]
  private static let announcements: Phrases = ["command", "commands"]
  private static let runs =
    announcements + [
      "run", "running", "execute", "executing", "type", "typing", "launch", "ejecuta", "ejecutar",
      "ejecutamos", "ejecutando", "executamos", "exécutez", "lancez",
      "execute", "executar", "rode",
    ]
}

extension String {
  /// Whether a text quotes it, or the first of its words.
  fileprivate func begins(with code: String) -> Bool {
    self == code || code.contains(" ") && hasPrefix(code + " ")
  }
}

extension Word {
  /// Whether it has a form that arguments have and words of a sentence have not: an option, a path, a
  /// file's name or a setting.
  fileprivate var isArgument: Bool {
    let text = text
    guard let first = text.utf8.first, let last = text.utf8.last else { return false }
    if first == ShellByte.dash { return text.utf8.count > 1 }
    return last != ShellByte.dot
      && text.utf8.contains { "./=_".utf8.contains($0) }
  }
}
