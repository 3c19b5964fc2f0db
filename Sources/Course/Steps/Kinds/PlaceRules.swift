/// Rules about where and whether commands are typed: inside another program, or not at all.
enum PlaceRules {
  /// Typed inside a program that an earlier command opened, or the block's own first one.
  static func context(
    _ block: BlockFacts, _ surroundings: Surroundings, _ memory: PageMemory
  ) -> KindDecision? {
    let commands = block.commands
    if commands.count > 1,
      let index = commands.indices.dropLast().first(where: {
        OpenedProgram.command(commands[$0]) != nil
      }), !isOutsideAgain(commands[index], commands[index + 1], block)
    {
      return KindDecision(.context, "opened-in-the-block", commands[index].text)
    }
    if let opener = commands.firstResult(opensBelow) {
      return KindDecision(.context, "opened-in-the-block", opener)
    }
    if let words = surroundings.lead.flatMap({ Phrases.first(insidePhrases, in: $0.marked) }),
      !commands.contains(where: isHostCommand)
    {
      return KindDecision(.context, "lead-says-inside", words)
    }
    if let words = surroundings.headings.last?.place, !commands.contains(where: isHostCommand) {
      return KindDecision(.context, "heading-says-inside", words)
    }
    if let elsewhere = memory.elsewhere, !commands.contains(where: isHostCommand) {
      return KindDecision(.context, "text-sends-elsewhere", elsewhere)
    }
    guard let opened = memory.opened, !commands.contains(where: isHostCommand),
      !saysOutside(block),
      surroundings.lead.flatMap({ Phrases.first(leavingPhrases, in: $0.marked) }) == nil,
      memory.isNested || !OpenedProgram.isLeft(opened, before: commands)
    else { return nil }
    return KindDecision(.context, "opened-by-the-step-before", opened)
  }

  /// Whether a command that opens something is followed by one that is typed outside of it: one that a
  /// container has no use for, the same once more, or one at the shell's own prompt.
  private static func isOutsideAgain(
    _ opener: StepCommand, _ next: StepCommand, _ block: BlockFacts
  ) -> Bool {
    guard let opened = opener.resolved.last, let following = next.resolved.first else {
      return false
    }
    if containerTools.contains(opened.name) { return containerTools.contains(following.name) }
    guard OpenedProgram.repls.contains(opened.name) else { return false }
    return block.commands.allSatisfy { $0.resolved.first?.name == opened.name }
      || block.showsShellPrompts && CommandTable.knows(following.name)
  }

  private static let containerTools: NameSet = ["docker", "podman", "docker-compose", "kubectl"]

  /// The command, where it opens a program and the lines below show that one's prompt.
  private static func opensBelow(_ command: StepCommand) -> String? {
    guard let lines = command.expectation?.lines, let line = lines.first?.text.utf8,
      let opened = OpenedProgram.command(command)
    else { return nil }
    if lines.prefix(10).contains(where: { deviceLabel($0.text) != nil }) { return opened }
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
    "in `jshell`", "in `psql`", "in `mysql`", "in `mongosh`", "in `gdb`", "debug session",
    "debugging session", "in the debugger", "inside the database", "at the psql prompt",
    "in the sql shell", "inside the vm",
  ]
  private static let leavingPhrases: Phrases = [
    "exit", "leave", "another terminal", "new terminal", "second terminal", "back on", "outside",
    "on your host", "on the host", "from the host", "docker host", "host session", "host machine",
    "on your machine", "on your local machine", "from your local machine",
    "locally", "instead", "alternatively",
  ]

  /// A command that only makes sense outside of what was opened.
  private static func isHostCommand(_ command: StepCommand) -> Bool {
    guard let first = command.resolved.first else { return false }
    return [
      "docker", "docker-compose", "podman", "kubectl", "ssh", "scp", "code", "git", "terraform",
      "vagrant",
      "singularity", "apptainer", "nerdctl", "multipass", "lxc", "distrobox",
      "ansible", "ansible-playbook", "aws", "gcloud", "az", "minikube", "kind", "helm",
    ]
    .contains(first.name)
  }

  /// Not meant to be run where it stands: for another system, in another way, or as a warning.
  ///
  /// - Parameters:
  ///   - tools: what the page has shown with other tools.
  ///   - hasBlocks: whether the section has a step, and no block that is none behind it, above the block.
  static func sample(
    _ block: BlockFacts, _ surroundings: Surroundings, _ tools: ToolChoice = ToolChoice(),
    hasBlocks: Bool = true
  ) -> KindDecision? {
    let title =
      surroundings.title.flatMap { $0.isForOtherSystem ? $0 : nil }
      ?? surroundings.headings.first(where: \.isForOtherSystem)
    if let title {
      return KindDecision(.sample, "heading-names-another-system", title.heading.text)
    }
    if let heading = surroundings.headings.last,
      let words = Phrases.first(alternatives, in: heading.lowercased),
      !heading.lowercased.contains(ascii: "(recommended")
    {
      return KindDecision(.sample, "heading-says-alternative", words)
    }
    if let heading = surroundings.headings.last,
      let words = Phrases.first(synopses, in: heading.lowercased),
      block.commands.firstResult(Placeholder.words(in:)) != nil
    {
      return KindDecision(.sample, "heading-says-syntax", words)
    }
    if let words = surroundings.headings.firstResult(\.ban) {
      return KindDecision(.sample, "heading-warns", words)
    }
    if let label = surroundings.laterTab {
      return KindDecision(.sample, "another-tab", label)
    }
    if surroundings.before.contains(where: { $0.isMarked(as: either) }) {
      return KindDecision(.sample, "either-or", "or")
    }
    if block.commands.contains(where: { ["or", "OR", "Or"].contains($0.text.trimmed) }) {
      return KindDecision(.sample, "either-or", "or")
    }
    if let first = block.lines.first, first.isComment {
      if OtherSystem.isFor(first.text) {
        return KindDecision(.sample, "comment-names-another-system", first.text)
      }
      let remark = first.text.trimmed.drop { $0 == "#" }.trimmed.inLowercase
      if either.contains(remark) { return KindDecision(.sample, "either-or", "or") }
      if forms.contains(remark), let command = block.commands.first,
        command.text.contains(byte: ShellByte.dollar) || Placeholder.words(in: command) != nil
      {
        return KindDecision(.sample, "comment-says-syntax", first.text)
      }
      if let words = Phrases.first(prohibitions, in: first.text.inLowercase) {
        return KindDecision(.sample, "comment-warns", words)
      }
    }
    if let first = block.lines.first?.text, let words = ban(ofLine: first) {
      return KindDecision(.sample, "line-warns", words)
    }
    if tools.isLater {
      let words = surroundings.lead?.text ?? surroundings.headings.last?.heading.text
      return KindDecision(.sample, "another-tool", words ?? "")
    }
    if let heading = surroundings.headings.dropFirst().last, heading.isOfOtherDistribution {
      return KindDecision(.sample, "heading-names-another-system", heading.heading.text)
    }
    if let item = otherItem(surroundings) {
      return KindDecision(.sample, "list-item-names-another-system", item)
    }
    if let lead = surroundings.lead {
      if let words = alternative(in: lead), words != preference || !isOptional(surroundings),
        !additions.contains(words) || hasBlocks
      {
        return KindDecision(.sample, "lead-says-alternative", words)
      }
      let isNamed = lead.text.utf8.count < 160 && OtherSystem.isFor(lead.text)
      if isNamed && !tellsOfUsers(lead) || OtherSystem.isOtherDistribution(lead.text) {
        return KindDecision(.sample, "lead-names-another-system", lead.text)
      }
      if let words = warning(in: lead) {
        return KindDecision(.sample, "lead-warns", words)
      }
    }
    let names = block.commands.compactMap { $0.resolved.first?.name }
    if let name = names.first, names.allSatisfy(OtherSystem.packageManagers.contains) {
      return KindDecision(.sample, "command-of-another-system", name)
    }
    if let name = names.first(where: OtherSystem.packageManagers.contains),
      names.allSatisfy({ OtherSystem.packageManagers.contains($0) || ownManagers.contains($0) })
    {
      return KindDecision(.sample, "commands-of-several-systems", name)
    }
    if let synopsis = block.commands.firstResult({
      $0.isSynopsis || $0.namesOptions ? $0.text : nil
    }) {
      return KindDecision(.sample, "form-of-a-synopsis", synopsis)
    }
    // A text that ends with a colon is about what stands below it.
    if let after = surroundings.after, !after.text.hasSuffix(":"),
      let words = Phrases.first(rejections, in: after.marked)
    {
      return KindDecision(.sample, "text-below-rejects", words)
    }
    return nil
  }

  /// The nearest item of the lists around the block that names a system, where that is another one.
  private static func otherItem(_ surroundings: Surroundings) -> String? {
    for item in surroundings.items.reversed() {
      if OtherSystem.isFor(item.text) { return item.text }
      if OtherSystem.isOwn(item.text) { return nil }
    }
    return nil
  }

  private static let alternatives: Phrases = [
    "alternative", "alternatively", "alternatives", "option 2", "option 3", "option b", "option c",
    "option two", "alternativa", "alternativas",
    // A second method often goes on with what the first has made.
  ]
  /// Comments above the form that a command has.
  private static let forms: NameSet = [
    "syntax", "syntax:", "general syntax", "general syntax:", "basic syntax", "basic syntax:",
    "command syntax", "command syntax:", "synopsis", "synopsis:", "general form", "general form:",
  ]
  /// Headings of such forms, which nobody types.
  private static let synopses: Phrases = ["syntax", "synopsis", "sintaxis", "sintaxe", "syntaxe"]
  /// Paragraphs that are nothing but an `or` between two blocks.
  private static let either: NameSet = [
    "or", "or:", "(or)", "— or —", "- or -", "-or-", "or...", "or …", "oder", "oder:", "o", "o:",
    "ou", "ou:",
  ]
  private static let ownManagers: NameSet = ["apt", "apt-get", "aptitude", "snap"]
  private static let rejections: Phrases = [
    "^instead", "^don't do", "^but this", "don't do this", "^in both cases",
    "^(you don't need to run this", "^(you don't need to execute", "^(you do not need to execute",
    "^you don't need to run this", "^you don't need to execute", "^(no need to run",
  ]
}

extension StepCommand {
  /// Whether bash refuses it for signs that descriptions of commands have: `get (NAME | -l label) [flags]`.
  fileprivate var isSynopsis: Bool {
    if leavesOptions { return true }
    return !faults.isEmpty && text.contains(ascii: " | ") && text.contains(ascii: " (")
      && text.split { " ()[]|".contains($0) }.contains { word in
        word.utf8.count > 2 && word.utf8.allSatisfy { (0x41...0x5A).contains($0) || $0 == 0x5F }
      }
  }

  /// `nl [ -b TYPE ] [ -w NUMBER ]`: an option between brackets that stand by themselves, of a command that
  /// is no test.
  private var leavesOptions: Bool {
    guard text.contains(ascii: " [ -") else { return false }
    return simpleCommands.contains { simple in
      guard let name = simple.name, name != "[", name != "[[", name != "test" else { return false }
      let words = simple.words.map(\.text)
      return words.indices.dropLast().contains { words[$0] == "[" && words[$0 + 1].hasPrefix("-") }
        && words.contains("]")
    }
  }

  /// Whether it says where options may stand: `tool [OPTIONS] FILE`. Nobody puts anything else there.
  var namesOptions: Bool {
    guard text.contains(byte: ShellByte.openBracket) else { return false }
    return simpleCommands.contains { simple in
      simple.words.dropFirst().contains { Self.optionNames.contains($0.text) }
    }
  }

  private static let optionNames: NameSet = [
    "[OPTIONS]", "[OPTION]", "[OPTION]...", "[OPTIONS]...", "[options]", "[option]", "[flags]",
    "[FLAGS]",
  ]
}
