/// Lines for the file of hosts: an address and the names that it has.
enum HostLines {
  static func decide(_ block: BlockFacts, _ lead: Prose?) -> KindDecision? {
    guard !block.hasPrompts else { return nil }
    var first: String?
    for line in block.lines where !line.isComment && !line.text.isBlank {
      guard isEntry(line.text) else { return nil }
      first = first ?? line.text.trimmed
    }
    guard let first else { return nil }
    // What such a file holds may be shown as well.
    let isAsked = lead.map { Phrases.first(FileForm.acts, in: $0.marked) != nil } ?? false
    return isAsked
      ? KindDecision(.edit, ContentRules.fileRule, first) : KindDecision(.output, "table", first)
  }

  private static func isEntry(_ line: String) -> Bool {
    // Splitting takes long, and no command begins so.
    guard line.firstVisible.map(ShellByte.isDigit) == true else { return false }
    let words = line.utf8.split { $0 == 0x20 || $0 == 0x09 }
    guard words.count > 1, let address = words.first,
      let name = words[1].first, ShellByte.isLetter(name)
    else { return false }
    let parts = address.split(separator: ShellByte.dot, omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { (1...3).contains($0.count) && $0.allSatisfy(ShellByte.isDigit) }
  }
}
