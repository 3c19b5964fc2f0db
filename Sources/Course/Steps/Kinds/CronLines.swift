/// Lines for a table of cron, which a shell would take for the names of files.
enum CronLines {
  /// The first of a block's lines that says when something is run, where all others do or are comments.
  static func line(of block: BlockFacts) -> String? {
    var found: String?
    for line in block.lines where !line.isComment && !line.text.isBlank {
      let text = line.text.trimmed
      guard isTimed(text) || found != nil && isVariable(text) else { return nil }
      found = found ?? text
    }
    return found
  }

  /// `*/5 * * * * ls`, `@daily ls`.
  private static func isTimed(_ line: String) -> Bool {
    guard let first = line.utf8.first, ShellByte.isDigit(first) || "*@".utf8.contains(first) else {
      return false
    }
    let fields = line.utf8.split(separator: 0x20, maxSplits: 5)
    if first == ShellByte.at {
      return fields.count > 1 && nicknames.contains(String(Substring(fields[0])))
    }
    return fields.count == 6 && fields[..<5].allSatisfy(isField)
      && fields[..<5].contains { $0.first == UInt8(ascii: "*") }
  }

  private static func isField(_ field: Substring.UTF8View) -> Bool {
    field.allSatisfy { ShellByte.isDigit($0) || "*/,-".utf8.contains($0) }
      || days.contains(String(Substring(field)).inLowercase)
  }

  private static func isVariable(_ line: String) -> Bool {
    let name = line.utf8.prefix { $0 != ShellByte.equals }
    return name.count < line.utf8.count && !name.isEmpty && name.allSatisfy(ShellByte.continuesName)
  }

  private static let nicknames: NameSet = [
    "@reboot", "@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly",
  ]
  private static let days: NameSet = [
    "mon", "tue", "wed", "thu", "fri", "sat", "sun", "mon-fri", "sat,sun", "sun,sat",
  ]
}
