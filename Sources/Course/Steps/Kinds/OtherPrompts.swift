/// Lines that carry the prompt of another program, or have the form of what is typed there.
extension PlaceRules {
  /// The lines carry the prompt of another program.
  static func otherPrompt(_ block: BlockFacts) -> KindDecision? {
    (block.lines.firstResult(otherPrompt) ?? psqlCommand(block) ?? doubleAngle(block))
      .map { KindDecision(.context, "prompt-of-another-program", $0) }
  }

  /// `>> SET a 1`: no shell has such a prompt, and nobody appends to a file without a command.
  private static func doubleAngle(_ block: BlockFacts) -> String? {
    guard let line = block.lines.first, line.prompt == nil, line.text.hasPrefix(">> "),
      line.text.utf8.dropFirst(3).first.map(ShellByte.isLetter) == true,
      line.text.split(separator: " ").count > 2
    else { return nil }
    return ">>"
  }

  /// `\c a` and `\dt`, which only psql knows.
  private static func psqlCommand(_ block: BlockFacts) -> String? {
    guard let line = block.lines.first?.text, line.utf8.first == ShellByte.backslash else {
      return nil
    }
    let name = line.utf8.dropFirst().prefix { $0 != 0x20 }
    guard (1...4).contains(name.count), name.first.map(ShellByte.isLetter) == true,
      name.dropFirst().allSatisfy({ ShellByte.isLetter($0) || $0 == ShellByte.plus }),
      // A backslash before a command leaves its aliases out.
      name.count == 1 || !CommandTable.knows(String(Substring(name)))
    else { return nil }
    return line
  }

  private static let prompts: Fragments = [
    ">>> ", "In [", "mysql> ", "postgres=# ", "postgres=> ", "sqlite> ", "scala> ", "irb(",
    "/ # ", "~ # ", "sftp> ", "ftp> ", "MariaDB [", "julia> ", "hive> ", "cqlsh> ", "cqlsh:",
    "ksql> ", "spark-sql> ", "127.0.0.1:6379> ", "(gdb) ", "ghci> ", "iex(", "mongosh> ",
    "test> ", "redis> ", "influx> ", "jshell> ", "trino> ", "presto> ",
    "msf > ", "msf5 > ", "msf6 > ", "msf exploit(", "msf5 exploit(", "msf6 exploit(",
    "meterpreter > ", "(lldb) ", "(Pdb) ", "ipdb> ", "(qemu) ", "mininet> ", "U-Boot> ", "SQL> ",
    "grunt> ", "neo4j> ", "[bluetooth]# ", "localhost:6379> ", "rs0:PRIMARY> ",
  ]
  /// The prompt of a REPL, a database or a container's root at the start of a line.
  private static func otherPrompt(_ line: BlockLine) -> String? {
    let text = line.text.trimmed
    if let prompt = prompts.first(beginning: text) { return prompt.trimmed }
    if text.utf8.first == ShellByte.greater, isOfDatabase(text) { return ">" }
    let isBracketed = text.utf8.first == ShellByte.openBracket
    guard isBracketed ? isOfContainer(text) : text.hasPrefix("root@"),
      let mark = text.firstRange(ofASCII: "# ")
    else { return nil }
    if isBracketed { return String(text[..<mark.lowerBound]) + "#" }
    let label = text[..<mark.lowerBound]
    return label.contains(" ") ? nil : String(label) + "#"
  }

  /// `[root@0123456789ab /]# `, where the host's name is the id that Docker has given a container.
  private static func isOfContainer(_ text: String) -> Bool {
    guard text.hasPrefix("[root@") else { return false }
    let host = text.utf8.dropFirst(6).prefix { $0 != ShellByte.space }
    return host.count == 12
      && host.allSatisfy { ShellByte.isDigit($0) || (0x61...0x66).contains($0) }
  }
}
