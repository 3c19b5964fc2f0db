/// What programs print of their own use when they are asked for help.
enum HelpText {
  /// The heading of such a text's list of options or verbs; `nil` for lines that are none.
  ///
  /// A script that prints its own help begins as scripts do, and a command above its help is told by its
  /// first word.
  static func heading(of lines: [BlockLine]) -> String? {
    let index = lines.firstIndex {
      // Most lines have no colon.
      $0.text.contains(byte: UInt8(ascii: ":")) && headings.contains($0.text.trimmed.inLowercase)
    }
    guard let index, let first = lines.first(where: { !$0.text.isBlank })?.text, !isTyped(first)
    else { return nil }
    let entries = lines[(index + 1)...].prefix { !$0.text.isBlank }
    guard entries.count > 1, entries.allSatisfy({ $0.text.utf8.first == 0x20 }),
      lines.allSatisfy({ !$0.text.contains(ascii: "<<") })
    else { return nil }
    return lines[index].text.trimmed
  }

  /// Whether a line may be typed: `docker run --help`, but not `docker run  Run a command`.
  private static func isTyped(_ line: String) -> Bool {
    if line.firstVisible == ShellByte.hash || !line.trimmed.contains(" ") { return true }
    if line.inLowercase.contains(ascii: " [options]") { return false }
    if line.hasPrefix("./") || line.contains(ascii: " -h") || line.contains(ascii: " --help") {
      return true
    }
    return CommandTable.knows(line.firstWord) && !isEntry(line.trimmed)
  }

  private static let headings: NameSet = [
    "options:", "flags:", "global options:", "global flags:", "common options:", "commands:",
    "available commands:", "management commands:", "subcommands:", "optional arguments:",
    "positional arguments:", "arguments:", "inherited flags:",
  ]

  /// `attach   Attach a stream`: what a program says of its verbs and options.
  static func isEntry(_ line: String) -> Bool {
    guard let gap = line.firstRange(ofASCII: "  ") ?? line.firstRange(ofASCII: "\t") else {
      return false
    }
    let rest = line[gap.upperBound...].drop { $0 == " " || $0 == "\t" }
    return line[..<gap.lowerBound].utf8.count < 30 && rest.first?.isUppercase == true
      && rest.contains(" ")
  }
}
