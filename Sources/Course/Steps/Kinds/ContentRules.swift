/// Rules about blocks that are not typed at a prompt: output, another language, a file's content.
enum ContentRules {
  /// What something printed: the lead says so, or the block is text that is neither shell nor code.
  static func output(_ block: BlockFacts, _ surroundings: Surroundings) -> KindDecision? {
    guard !block.hasPrompts, !block.lines.isEmpty, !block.isKnownShell else { return nil }
    let sentence = surroundings.lead?.sentences.last ?? ""
    let isMarked = block.language == .shell
    // A block that is marked as shell is believed unless the sentence right above announces output.
    if !isMarked || (sentence.trimmed.hasSuffix(":") && !block.hasKnownCommand),
      let words = Phrases.first(outputPhrases + (isMarked ? [] : vaguePhrases), in: sentence)
    {
      return KindDecision(.output, "lead-says-output", words)
    }
    // Marks that begin no command are output in any block.
    if isMarked, !block.lines.allSatisfy({ isTableRow($0.text) }) { return nil }
    if let row = block.lines.first(where: { isTableRow($0.text) }) {
      return KindDecision(.output, "table", row.text.trimmed)
    }
    let message = block.lines.lazy.compactMap { messageWords($0.text) }.first
    return message.map { KindDecision(.output, "text-of-a-message", $0) }
  }

  private static let outputPhrases = [
    "^output", "output:", "the output", "this output", "following output", "example output",
    "sample output", "expected output", "similar output", "output is", "outputs", "you should see",
    "you will see", "you'll see", "you might see", "you may see", "we see", "we will see",
    "should look like", "will look like", "looks like this", "prints", "printed", "displays",
    "should get", "will get", "expected", "shows", "an error like", "saw an error", "see an error",
  ]
  private static let vaguePhrases = [
    "something like this", "something like that", "similar to this", "returns", "result", "results",
    "response", "error", "errors", "warning", "message", "log", "logs",
  ]

  /// A rule of a printed table, its heading of three words in capitals, or a branch of a tree.
  private static func isTableRow(_ line: String) -> Bool {
    if line.hasPrefix("+--") || line.hasPrefix("---+") || line.contains(ascii: "-+-") {
      return true
    }
    if ["├", "└", "│", "✔", "✗", "✓", "⠿", "┌"].contains(where: line.trimmed.hasPrefix) {
      return true
    }
    let words = line.split(separator: " ")
    return words.count >= 3 && line.contains(ascii: "  ")
      && words.allSatisfy { $0.allSatisfy { $0.isUppercase || $0 == "_" || $0 == "-" } }
  }

  /// Words in a line as programs print them and people do not write them.
  private static func messageWords(_ line: String) -> String? {
    [
      "Error:", "error:", "ERROR", "Error response", "Warning:", "warning:", "WARNING",
      "Exception:", "Traceback", "[INFO]", "INFO:", " INFO ", "[info]", "DEBUG", "Deprecated",
    ].first { line.contains(ascii: $0) }
  }

  /// Another language or tool's input, or a text for people.
  static func foreign(_ block: BlockFacts) -> KindDecision? {
    if block.isShell, !looksLikeCode(block) { return nil }
    return KindDecision(.foreign, "not-shell", block.lines.first?.text.trimmed ?? "")
  }

  /// Whether a block marked as shell is plainly something else: no command in it parses, or its
  /// lines have the form of another language.
  static func looksLikeCode(_ block: BlockFacts) -> Bool {
    guard !block.hasPrompts, !block.isKnownShell else { return false }
    let lines = block.lines.map { $0.text.trimmed }.filter { !$0.isEmpty && !$0.hasPrefix("#") }
    guard !lines.isEmpty else { return false }
    let coded = lines.filter { line in
      codeStarts.contains { line.hasPrefix($0) } || isPair(line) || isSetting(line) || line == "}"
    }
    return coded.count * 2 > lines.count
  }

  /// `key: value` of YAML, or `Key value` in the capitals of an ssh configuration.
  private static func isPair(_ line: String) -> Bool {
    guard let colon = line.firstIndex(of: ":"), !line.contains(ascii: "://") else { return false }
    let key = line[..<colon]
    let rest = line[line.index(after: colon)...]
    return (rest.isEmpty || rest.hasPrefix(" ")) && !key.contains(" ") && !key.isEmpty
  }

  /// `name = value`, which to a shell would be a command called `name`.
  private static func isSetting(_ line: String) -> Bool {
    let words = line.split(separator: " ", maxSplits: 2)
    return words.count > 2 && words[1] == "="
      && words[0].allSatisfy { $0.isLetter || $0 == "_" || $0 == "." }
  }

  private static let codeStarts = [
    "import ", "from ", "def ", "class ", "print(", "SELECT ", "INSERT ", "CREATE ", "Host ",
    "HostName ", "User ", "IdentityFile ", "StrictHostKeyChecking ", "FROM ", "RUN ", "COPY ",
    "WORKDIR ", "ENTRYPOINT ", "resource \"", "variable \"", "provider \"", "Set-", "Get-", "<",
    "const ", "let ", "- name:", "Copy-Item", "New-Item", "Write-Host",
  ]
}
