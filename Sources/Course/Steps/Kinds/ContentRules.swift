/// Rules about blocks that are not typed at a prompt: output, another language, a file's content.
enum ContentRules {
  /// What something printed: the lead says so, or the block is text that is neither shell nor code.
  static func output(_ block: BlockFacts, _ surroundings: Surroundings) -> KindDecision? {
    if let after = surroundings.after?.text,
      let mark = ["{: .output}", "{: .error}"].first(where: after.hasPrefix)
    {
      return KindDecision(.output, "attribute-says-output", mark)
    }
    if !block.hasPrompts, block.lines.count > 1, let first = block.lines.first, first.isComment,
      case let question = first.text.trimmed, question.hasSuffix("??"),
      question.utf8.allSatisfy({ "#? ".utf8.contains($0) }), !block.hasKnownCommand
    {
      return KindDecision(.output, "command-left-out", question)
    }
    if block.hasPrompts, block.commands.isEmpty, let prompt = block.lines.first?.text.trimmed {
      return KindDecision(.output, "prompt-alone", prompt)
    }
    if !block.hasPrompts, let lead = surroundings.lead?.marked, lead.utf8.count < 40,
      PrintedText.isNameOfOutput(lead), !block.isKnownShell || block.isFaulty || saysValue(block)
    {
      return KindDecision(.output, "lead-says-output", lead)
    }
    if let heading = surroundings.headings.last?.lowercased, surroundings.lead == nil,
      block.language == .unmarked, !block.isShell, isNameOfExpected(heading),
      FileForm.words(of: block, surroundings, isApart: true) == nil
    {
      return KindDecision(.output, "heading-says-output", heading)
    }
    if !block.hasPrompts, let words = PrintedText.named(block.lines) {
      return KindDecision(.output, "comment-says-output", words)
    }
    if let sentence = surroundings.lead?.sentences.last, sentence.hasSuffix(":"),
      block.hasNumberedLines, let words = Phrases.first(vaguePhrases, in: sentence)
    {
      return KindDecision(.output, "lead-says-output", words)
    }
    if let root = FolderTree.root(of: block.lines) { return KindDecision(.output, "table", root) }
    if !block.hasPrompts, let first = block.lines.first?.text, LoggedText.isOfKeys(first) {
      return KindDecision(.output, "printed-line", first)
    }
    if block.language == .unmarked, block.lines.count > 1, let first = block.lines.first?.text,
      block.lines.allSatisfy({ explanations.first(in: $0.text) != nil })
    {
      return KindDecision(.output, "text-that-is-shown", first.trimmed)
    }
    if !block.hasPrompts, let heading = HelpText.heading(of: block.lines) {
      return KindDecision(.output, "text-of-help", heading)
    }
    guard !block.hasPrompts, let first = block.lines.first,
      !block.isKnownShell || block.isFaulty
    else { return nil }
    // Neither the heading of a table nor what follows it is typed, whatever the block is marked as.
    if PrintedText.isTableHeading(first.text)
      || block.lines.allSatisfy({ PrintedText.isReport($0.text) || isKey($0.text) })
    {
      return KindDecision(.output, "table", first.text.trimmed)
    }
    let sentence = surroundings.lead?.sentences.last ?? ""
    let isMarked = block.language == .shell
    let isBelieved = isMarked || block.isShell
    // A block that is shell is believed unless the sentence right above announces output.
    let announces = sentence.trimmed.hasSuffix(":") || sentence.trimmed.hasSuffix("：")
    if !isBelieved || announces && (!block.hasKnownCommand || block.isFaulty),
      let words = Phrases.first(
        isBelieved && !block.isRemarked ? outputPhrases : vaguePhrases,
        in: sentence),
      !FileForm.asksForCode(block, sentence),
      // "We get a host and change it." leads to code.
      announces || words != "we get" && words != "you get" || !FileForm.isCode(block)
    {
      return KindDecision(.output, "lead-says-output", words)
    }
    if announces, let names = NamesOfFiles.decide(block, announcedBy: sentence) { return names }
    if isMarked, isTree(block.lines) {
      return KindDecision(.output, "table", first.text.trimmed)
    }
    if isMarked, isSaid(first.text.trimmed, block) {
      return KindDecision(.output, "text-of-a-message", first.text.trimmed)
    }
    if let line = PrintedText.line(of: block) {
      return KindDecision(.output, "printed-line", line)
    }
    // Marks that begin no command are output in any block.
    if isMarked, !block.lines.allSatisfy({ isTableRow($0.text) }) { return nil }
    if let row = block.lines.first(where: { isTableRow($0.text) }) {
      return KindDecision(.output, "table", row.text.trimmed)
    }
    // A program's text has the words that it prints.
    let message =
      isStart(first.text)
      ? nil : block.lines.firstResult { messageWords.first(in: $0.text) }
    if let message { return KindDecision(.output, "text-of-a-message", message) }
    guard !block.looksLikeCode, !block.isShell, !isAnnouncedCommand(block, surroundings),
      let words = surroundings.headings.last.flatMap({
        Phrases.first(headingPhrases, in: $0.lowercased)
      })
    else { return nil }
    return KindDecision(.output, "heading-says-output", words)
  }

  /// What stands between a command and what it does, in lists of commands.
  private static let explanations: Fragments = [
    ": will ", ": to ", ": lists ", ": shows ", ": displays ", ": prints ", ": used to ",
  ]

  /// Whether a block without a language begins as a report does, `nginx version: 1.2`.
  private static func saysValue(_ block: BlockFacts) -> Bool {
    block.language == .unmarked && block.lines.first?.text.contains(ascii: ": ") == true
  }

  private static let headingPhrases: Phrases = [
    "^output", "^outputs", "^result", "^results", "^expected output", "^sample output",
    "^example output", "^salida", "^resultado", "^resultados", "^saída", "^résultat", "^résultats",
    "^ausgabe", "^ergebnis",
  ]

  /// Whether a heading is no more than a name for what is to come out, whatever that looks like.
  private static func isNameOfExpected(_ heading: String) -> Bool {
    guard expectations.stand(in: heading) else { return false }
    return expectedNames.contains(heading.split { !$0.isLetter }.joined(separator: " "))
  }

  private static let expectations: Fragments = ["expected", "sample", "example"]
  private static let expectedNames: NameSet = [
    "expected output", "expected outputs", "expected result", "expected results",
    "expected response", "sample output", "example output",
  ]

  /// Whether a line that no known command begins is a sentence, or what a program says of itself: a
  /// word that begins with a capital, as no program's name does, or a mark of messages.
  private static func isSaid(_ line: String, _ block: BlockFacts) -> Bool {
    guard !block.beginsWithKnown else { return false }
    if PrintedText.messageStarts.first(beginning: line) != nil { return true }
    guard !block.looksLikeCode else { return false }
    let word = line.utf8.prefix { $0 != 0x20 }
    let letters = word.last.map { $0 == 0x2C || $0 == 0x3A } == true ? word.dropLast() : word
    return word.count < line.utf8.count && letters.count > 3
      && letters.first.map { (0x41...0x5A).contains($0) } == true
      && letters.dropFirst().allSatisfy { (0x61...0x7A).contains($0) || $0 >= 0x80 }
      && !block.hasKnownCommand
  }

  /// Whether all lines but the first are branches of a tree.
  private static func isTree(_ lines: [BlockLine]) -> Bool {
    lines.count > 2
      && lines.dropFirst().allSatisfy {
        let text = $0.text.trimmed
        return text.isEmpty || text == "|" || FolderTree.branches.first(beginning: text) != nil
          || plainBranches.first(beginning: text) != nil
          || text.hasPrefix("|")
            && (plainBranches.stand(in: text) || FolderTree.branches.stand(in: text))
      }
  }

  private static let plainBranches: Fragments = ["|__", "|--", "`--", "+--"]

  /// What the commands of the block right above printed: it begins as no command does.
  static func outputBelow(_ block: BlockFacts, _ memory: PageMemory) -> KindDecision? {
    if memory.isBelowCode, !block.hasPrompts, let line = block.lines.first?.text.trimmed {
      // A block that is marked as shell is believed where a program's name may begin it.
      let isPrinted =
        block.language == .shell
        ? !block.hasKnownCommand && !isName(line)
        : !block.isShell && !isStart(line)
      if isPrinted { return KindDecision(.output, "below-its-code", line) }
    }
    guard let above = memory.kindAbove, [.run, .transcript, .template, .context].contains(above),
      !block.hasPrompts, !block.hasKnownCommand, let line = block.lines.first?.text.trimmed,
      let first = line.first,
      first.isUppercase || !(first.isASCII && (first.isLetter || "#./~$({_".contains(first))),
      line.firstIndex(of: "=") == nil || line.contains(" ")
    else { return nil }
    return KindDecision(.output, "below-its-command", line)
  }

  /// Whether the first word of a line may be a program's name.
  private static func isName(_ line: String) -> Bool {
    let word = line.utf8.prefix { $0 != 0x20 }
    guard let first = word.first else { return false }
    return (0x61...0x7A).contains(first) && word.count > 1
      && word.allSatisfy {
        ShellByte.continuesName($0) || $0 == ShellByte.dash || $0 == ShellByte.dot
      }
      || "./#~$([{\"".utf8.contains(first) || word.contains(ShellByte.equals)
  }

  /// A rule of a printed table, its heading of three words in capitals, or a branch of a tree.
  private static func isTableRow(_ line: String) -> Bool {
    if line.hasPrefix("+--") || line.hasPrefix("---+") || line.contains(ascii: "-+-") {
      return true
    }
    let text = line.trimmed
    return FolderTree.branches.first(beginning: text) != nil || ticks.first(beginning: text) != nil
      || PrintedText.isTableHeading(line)
  }

  private static let ticks: Fragments = ["✔", "✗", "✓", "⠿"]

  /// One long word without a path's or an option's signs, such as a certificate in base 64.
  private static func isKey(_ line: String) -> Bool {
    // A shell that shows where a line feed is missing shows a `%`.
    let line = line.hasSuffix("%") ? line.dropLast() : line[...]
    return line.utf8.count > 64
      && line.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
          || $0 == 0x2B || $0 == 0x2F || $0 == 0x3D
      }
  }

  /// Words in a line as programs print them and people do not write them.
  private static let messageWords: Fragments = [
    "Error:", "error:", "ERROR", "Error response", "Warning:", "warning:", "WARNING",
    "Exception:", "Traceback", "[INFO]", "INFO:", " INFO ", "[info]", "DEBUG", "Deprecated",
  ]
}
