/// Lines that carry the prompt of another program than the reader's shell.
extension PlaceRules {
  /// The lines carry the prompt of another program.
  static func otherPrompt(_ block: BlockFacts) -> KindDecision? {
    (block.lines.firstResult(otherPrompt) ?? psqlCommand(block) ?? statement(block))
      .map { KindDecision(.context, "prompt-of-another-program", $0) }
  }

  /// `>> SET a 1`, `> SELECT 1;`, `> db.a.find()`: no shell has the first prompt, and nobody writes to
  /// files of the names that the others would give.
  private static func statement(_ block: BlockFacts) -> String? {
    guard let line = block.lines.first, line.prompt == nil else { return nil }
    if let label = deviceLabel(line.text) { return label }
    guard line.text.utf8.first == ShellByte.greater else { return nil }
    let words = line.text.split(separator: " ").map(String.init)
    guard words.count > 1 else { return nil }
    if words[0] == ">>", words.count > 2, words[1].utf8.first.map(ShellByte.isLetter) == true {
      return ">>"
    }
    guard words[0] == ">" else { return nil }
    let isStatement =
      words[1].hasPrefix("db.") || words.count > 2 && statements.contains(words[1])
      || words.count > 2 && words[1] == "show" && shown.contains(words[2])
      || isModuleCommand(words[1])
    return isStatement ? "> " + words[1] : nil
  }

  /// `JSON.GET`, as the modules of Redis name their commands.
  private static func isModuleCommand(_ word: String) -> Bool {
    let parts = word.utf8.split(separator: ShellByte.dot, omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { $0.count > 1 && $0.allSatisfy { (0x41...0x5A).contains($0) } }
  }

  /// With which statements to databases begin.
  private static let statements: NameSet = [
    "SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "ALTER", "DROP", "SHOW", "DESCRIBE",
    "EXPLAIN",
    "GRANT", "USE", "MATCH", "SET", "GET", "HSET", "HGET", "HGETALL", "LPUSH", "RPUSH", "SADD",
    "ZADD", "XADD", "KEYS", "INCR", "EXISTS", "MERGE",
  ]
  private static let shown: NameSet = ["dbs", "collections", "tables", "databases", "tables;"]

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

  /// `rtr1#` of `rtr1#show version`, and `rtr1(config)#`, as routers and switches show them.
  static func deviceLabel(_ line: String) -> String? {
    guard line.contains(byte: ShellByte.hash), let sign = line.utf8.firstIndex(of: ShellByte.hash)
    else { return nil }
    let label = line.utf8[..<sign]
    guard let first = label.first, ShellByte.isLetter(first), label.count < 40,
      label.allSatisfy({ ShellByte.continuesName($0) || "()-/.".utf8.contains($0) })
    else { return nil }
    let rest = String(line[sign...].dropFirst())
    let isConfiguring = label.last == UInt8(ascii: ")") && Substring(label).contains("(config")
    return isConfiguring || toDevices.first(beginning: rest) != nil ? Substring(label) + "#" : nil
  }

  private static let toDevices: Fragments = ["show ", "sh ", "conf t", "configure ", "copy run"]
}
