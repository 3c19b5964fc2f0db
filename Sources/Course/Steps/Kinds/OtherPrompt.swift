/// Lines that carry the prompt of another program than the reader's shell.
extension PlaceRules {
  /// The lines carry the prompt of another program.
  static func otherPrompt(_ block: BlockFacts) -> KindDecision? {
    (block.lines.firstResult(otherPrompt) ?? psqlCommand(block) ?? statement(block)
      ?? interpreted(block))
      .map { KindDecision(.context, "prompt-of-another-program", $0) }
  }

  /// `>> PUT a 1`, `> db.a.find()`, `> show dbs`: no shell has the first prompt, and nobody writes to files
  /// of the names that the others would give.
  private static func statement(_ block: BlockFacts) -> String? {
    guard let line = block.lines.first, line.prompt == nil else { return nil }
    if let label = deviceLabel(line.text) { return label }
    guard line.text.utf8.first == ShellByte.greater else { return nil }
    let words = line.text.split(separator: " ").map(String.init)
    guard words.count > 1 else { return nil }
    if words[0] == ">>", words.count > 2, words[1].utf8.first.map(ShellByte.isLetter) == true {
      return ">>"
    }
    let isStatement =
      words[0] == ">"
      && (words[1].hasPrefix("db.")
        || words.count > 2 && words[1] == "show" && shown.contains(words[2]))
    return isStatement ? "> " + words[1] : nil
  }

  private static let shown: NameSet = ["dbs", "collections", "tables", "databases", "tables;"]

  /// The first of lines that all begin with `> ` and of which one is an assignment as shells have none: they
  /// are typed to the interpreter of some language.
  private static func interpreted(_ block: BlockFacts) -> String? {
    guard !block.hasPrompts else { return nil }
    var first: String?
    var isTold = false
    for line in block.lines where !line.isComment && !line.text.isBlank {
      let text = line.text.trimmed
      guard text.hasPrefix("> "), case let statement = String(text.dropFirst(2)),
        !CommandTable.knows(statement.firstWord)
      else { return nil }
      isTold = isTold || ContentRules.isSetting(statement)
      first = first ?? text
    }
    return isTold ? first : nil
  }

  /// `> SELECT 1` and `>> JSON.GET a`: a word in capitals that only clients of databases are given, behind
  /// a prompt.
  private static func isOfDatabase(_ line: String) -> Bool {
    let text = line.utf8.drop { $0 == ShellByte.greater }
    guard text.first == 0x20, line.utf8.count - text.count < 3 else { return false }
    let word = text.dropFirst().prefix { $0 != 0x20 }
    guard word.count > 2, word.allSatisfy({ (0x41...0x5A).contains($0) || $0 == ShellByte.dot })
    else { return false }
    return word.dropLast().contains(ShellByte.dot) || verbs.contains(String(Substring(word)))
  }

  private static let verbs: NameSet = [
    "SELECT", "SHOW", "CREATE", "INSERT", "UPDATE", "DELETE", "DROP", "ALTER", "DESCRIBE", "USE",
    "GRANT", "SET", "GET", "MSET", "MGET", "HSET", "HGET", "HGETALL", "LPUSH", "RPUSH", "LRANGE",
    "SADD", "SMEMBERS", "ZADD", "ZRANGE", "INCR", "EXISTS", "EXPIRE", "TTL", "KEYS", "AUTH",
    "MATCH", "MERGE", "DEL", "EXPLAIN", "XADD",
  ]

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
    if let folder = rootFolder(text) { return folder + " #" }
    let isBracketed = text.utf8.first == ShellByte.openBracket
    guard isBracketed ? isOfContainer(text) : text.hasPrefix("root@"),
      let mark = text.firstRange(ofASCII: "# ")
    else { return nil }
    if isBracketed { return String(text[..<mark.lowerBound]) + "#" }
    let label = text[..<mark.lowerBound]
    return label.contains(" ") ? nil : String(label) + "#"
  }

  /// `/etc` of `/etc # ls`, as the shells of small images show it to root. A program may stand before a
  /// comment too, but seldom in such a folder.
  private static func rootFolder(_ text: String) -> String? {
    guard folders.first(beginning: text) != nil, let mark = text.firstRange(ofASCII: " # ") else {
      return nil
    }
    let folder = text[..<mark.lowerBound]
    guard !folder.utf8.contains(ShellByte.space), !folder.contains("bin/"),
      !folder.contains("init.d/"),
      String(folder).lastPathPart?.contains(byte: ShellByte.dot) != true,
      CommandTable.knows(String(text[mark.upperBound...]).firstWord)
    else { return nil }
    return String(folder)
  }

  private static let folders: Fragments = [
    "/etc", "/var/", "/app", "/tmp", "/home/", "/root", "/usr/share/", "/data", "/src", "/srv",
    "/work", "/code", "/mnt/", "/proc", "/sys",
  ]

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
