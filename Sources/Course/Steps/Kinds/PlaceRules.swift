/// Rules about where and whether commands are typed: inside another program, or not at all.
enum PlaceRules {
  /// The lines carry the prompt of another program.
  static func otherPrompt(_ block: BlockFacts) -> KindDecision? {
    block.lines.firstResult(otherPrompt)
      .map { KindDecision(.context, "prompt-of-another-program", $0) }
  }

  /// Typed inside a program that an earlier command opened, or the block's own first one.
  static func context(
    _ block: BlockFacts, _ surroundings: Surroundings, _ memory: PageMemory
  ) -> KindDecision? {
    let commands = block.commands
    if commands.count > 1,
      let opener = commands.dropLast().firstResult(OpenedProgram.command)
    {
      return KindDecision(.context, "opened-in-the-block", opener)
    }
    if let opener = commands.firstResult(opensBelow) {
      return KindDecision(.context, "opened-in-the-block", opener)
    }
    if let words = surroundings.lead.flatMap({ Phrases.first(insidePhrases, in: $0.marked) }),
      !commands.contains(where: isHostCommand)
    {
      return KindDecision(.context, "lead-says-inside", words)
    }
    if let elsewhere = memory.elsewhere, !commands.contains(where: isHostCommand) {
      return KindDecision(.context, "text-sends-elsewhere", elsewhere)
    }
    guard let opened = memory.opened, !commands.contains(where: isHostCommand),
      surroundings.lead.flatMap({ Phrases.first(leavingPhrases, in: $0.marked) }) == nil
    else { return nil }
    return KindDecision(.context, "opened-by-the-step-before", opened)
  }

  /// The command, where it opens a program and the lines below show that one's prompt.
  private static func opensBelow(_ command: StepCommand) -> String? {
    guard let line = command.expectation?.lines.first?.text.utf8,
      let opened = OpenedProgram.command(command)
    else { return nil }
    let sign = line.firstIndex { $0 == ShellByte.greater || $0 == ShellByte.hash }
    guard let sign, line[sign...].count > 1 else { return nil }
    let label = line[..<sign].drop { $0 == 0x2F || $0 == 0x7E }
    return label.count < 30 && !label.dropLast().contains(0x20) ? opened : nil
  }

  private static let insidePhrases: Phrases = [
    "inside the container", "in the container", "within the container", "inside a container",
    "inside the shell", "inside psql", "in psql", "in the psql", "inside the pod", "in the repl",
    "in the python shell", "in the interpreter", "in the mysql", "container's shell",
    "`mysql>`", "in the mysql shell", "in the mysql prompt", "at the mysql prompt",
    "from the mysql prompt", "from mysql command prompt", "in the psql shell", "in the psql prompt",
    "inside the database", "at the psql prompt", "in the sql shell", "inside the vm",
  ]
  private static let leavingPhrases: Phrases = [
    "exit", "leave", "another terminal", "new terminal", "second terminal", "back on", "outside",
    "on your host", "on the host", "from the host", "docker host", "host session", "host machine",
    "on your machine", "locally", "instead", "alternatively",
  ]

  /// A command that only makes sense outside of what was opened.
  private static func isHostCommand(_ command: StepCommand) -> Bool {
    guard let first = command.resolved.first else { return false }
    return ["docker", "docker-compose", "podman", "kubectl", "ssh", "scp", "code", "git"]
      .contains(first.name)
  }

  private static let prompts: Fragments = [
    ">>> ", "In [", "mysql> ", "postgres=# ", "postgres=> ", "sqlite> ", "scala> ", "irb(",
    "/ # ", "~ # ",
  ]
  /// The prompt of a REPL, a database or a container's root at the start of a line.
  private static func otherPrompt(_ line: BlockLine) -> String? {
    let text = line.text.trimmed
    if let prompt = prompts.first(beginning: text) { return prompt.trimmed }
    guard text.utf8.first == UInt8(ascii: "r"), text.hasPrefix("root@"),
      let mark = text.firstRange(ofASCII: "# ")
    else { return nil }
    let label = text[..<mark.lowerBound]
    return label.contains(" ") ? nil : String(label) + "#"
  }

  /// Not meant to be run where it stands: for another system, in another way, or as a warning.
  static func sample(_ block: BlockFacts, _ surroundings: Surroundings) -> KindDecision? {
    let title =
      surroundings.title.flatMap { $0.isForOtherSystem ? $0 : nil }
      ?? surroundings.headings.first(where: \.isForOtherSystem)
    if let title {
      return KindDecision(.sample, "heading-names-another-system", title.heading.text)
    }
    if let heading = surroundings.headings.last,
      let words = Phrases.first(alternatives, in: heading.lowercased)
    {
      return KindDecision(.sample, "heading-says-alternative", words)
    }
    if let heading = surroundings.headings.last,
      let words = Phrases.first(synopses, in: heading.lowercased),
      block.commands.firstResult(Placeholder.words(in:)) != nil
    {
      return KindDecision(.sample, "heading-says-syntax", words)
    }
    if let words = surroundings.headings.firstResult({ ban(in: $0.lowercased) }) {
      return KindDecision(.sample, "heading-warns", words)
    }
    if let label = surroundings.laterTab {
      return KindDecision(.sample, "another-tab", label)
    }
    if surroundings.before.contains(where: { either.contains($0.marked) }) {
      return KindDecision(.sample, "either-or", "or")
    }
    if block.commands.contains(where: { ["or", "OR", "Or"].contains($0.text.trimmed) }) {
      return KindDecision(.sample, "either-or", "or")
    }
    if let first = block.lines.first, first.isComment {
      if OtherSystem.isFor(first.text) {
        return KindDecision(.sample, "comment-names-another-system", first.text)
      }
      if either.contains(first.text.drop { $0 == "#" }.trimmed.inLowercase) {
        return KindDecision(.sample, "either-or", "or")
      }
      if let words = Phrases.first(prohibitions, in: first.text.inLowercase) {
        return KindDecision(.sample, "comment-warns", words)
      }
    }
    if let item = surroundings.items.first(where: OtherSystem.isFor) {
      return KindDecision(.sample, "list-item-names-another-system", item)
    }
    if let lead = surroundings.lead {
      if let words = alternative(in: lead) {
        return KindDecision(.sample, "lead-says-alternative", words)
      }
      if OtherSystem.isFor(lead.text), lead.text.count < 160, !tellsOfUsers(lead) {
        return KindDecision(.sample, "lead-names-another-system", lead.text)
      }
      if let words = Phrases.first(warningPhrases, in: lead.marked) {
        return KindDecision(.sample, "lead-warns", words)
      }
    }
    let names = block.commands.compactMap { $0.resolved.first?.name }
    if let name = names.first, names.allSatisfy(OtherSystem.packageManagers.contains) {
      return KindDecision(.sample, "command-of-another-system", name)
    }
    // A text that ends with a colon is about what stands below it.
    if let after = surroundings.after, !after.text.hasSuffix(":"),
      let words = Phrases.first(rejections, in: after.marked)
    {
      return KindDecision(.sample, "text-below-rejects", words)
    }
    return nil
  }

  /// The words by which a text makes what follows another way to do the same: in the sentence that
  /// leads to it, or at the beginning.
  private static func alternative(in lead: Prose) -> String? {
    let words = Phrases.first(alternativePhrases, in: lead.marked)
    guard words != nil || lead.marked.contains(ascii: "instead of ") else { return nil }
    let sentences = lead.sentences
    if sentences.count < 3, let words { return words }
    guard let last = sentences.last else { return nil }
    if let words = Phrases.first(alternativePhrases, in: last) { return words }
    // "Instead of …, it is possible to use …:"
    guard last.hasPrefix("instead of "), Phrases.first(possibilities, in: last) != nil else {
      return nil
    }
    return "instead of"
  }

  private static let possibilities: Phrases = ["can", "could", "may", "possible"]

  /// Whether a text only tells how people on another system fared, and then what everybody does.
  private static func tellsOfUsers(_ lead: Prose) -> Bool {
    guard lead.sentences.count > 1, let last = lead.sentences.last else { return false }
    return Phrases.first(users, in: lead.marked) != nil && Phrases.first(users, in: last) == nil
  }

  private static let users: Phrases = [
    "some windows users", "many windows users", "some mac users", "many mac users",
  ]

  private static let alternatives: Phrases = [
    "alternative", "alternatively", "alternatives", "option 2", "option 3", "option b", "option c",
    "option two", "alternativa", "alternativas",
    // A second method often goes on with what the first has made.
  ]
  /// The words of a heading that forbid what stands below it: "Backup (do not use)". With an object
  /// they forbid something else.
  private static func ban(in heading: String) -> String? {
    guard let words = Phrases.first(bans, in: heading),
      let range = heading.firstRange(ofASCII: words)
    else { return nil }
    let rest = heading[range.upperBound...].split { !$0.isLetter }
    return rest.isEmpty || rest.count == 1 && ["this", "these", "it", "below"].contains(rest[0])
      ? words : nil
  }

  private static let bans: Phrases = ["do not use", "don't use", "do not run", "don't run"]
  /// Headings of the forms that a command has, which nobody types.
  private static let synopses: Phrases = ["syntax", "synopsis", "sintaxis", "sintaxe", "syntaxe"]
  /// Paragraphs that are nothing but an `or` between two blocks.
  private static let either: Set<String> = [
    "or", "or:", "(or)", "— or —", "- or -", "-or-", "or...", "or …", "oder", "oder:", "o", "o:",
    "ou", "ou:",
  ]
  private static let rejections: Phrases = [
    "^instead", "^don't do", "^but this", "don't do this", "^in both cases",
  ]
  private static let alternativePhrases: Phrases = [
    "alternatively", "alternative approach", "an alternative", "another option", "another way",
    "^or", "^oder", "^ou", "^o bien", "or you can", "you can also use", "if you prefer",
    "if you don't want", "if instead",
    "as an alternative", "another approach", "alternative way", "you could also use",
    "equivalently",
    "is equivalent to", "equivalent command", "shorthand for", "instead of the above", "^option 2",
    "^option b", "^method 2", "alternativamente", "como alternativa", "otra forma", "outra forma",
    "otra manera", "outra maneira", "une autre", "eine andere",
  ]
  /// Words that forbid to run a block, or free from it.
  private static let prohibitions: Phrases = [
    "don't run", "do not run", "never run", "don't have to run", "do not have to run",
    "don't need to run", "do not need to run", "no need to run", "needn't run",
    "not meant to be run", "don't enter", "do not enter",
    "don't type", "do not type", "don't execute", "do not execute", "just for demonstration",
    "just for illustration", "only for demonstration", "only for illustration",
  ]
  private static let warningPhrases: Phrases =
    prohibitions + [
      "don't do", "do not do", "bad example", "wrong way",
      "command we used for", "command that we used for", "for reference",
      "without actually running", "the shell executes", "which of the following", "which command",
      "which commands", "commands below would", "command below would", "the command is:",
      "the syntax is", "syntax:", "general form", "deprecated", "no longer works",
    ]
}
