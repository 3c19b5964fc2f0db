/// Lines as programs print them and people do not type them, by their form alone.
enum PrintedText {
  /// The first line of a block that is printed text; `nil` for one that is not.
  static func line(of block: BlockFacts) -> String? {
    let lines = block.lines.lazy.map(\.text.trimmed).filter { !$0.isEmpty }
    guard let first = lines.first else { return nil }
    if first == "..." { return first }
    // What nothing else begins with is told whatever follows.
    if marks.first(beginning: first) != nil,
      block.language == .shell ? !block.hasKnownCommand : !block.beginsWithKnown
    {
      return first
    }
    if block.language == .shell {
      // An author who marks it as shell is believed, unless the first line can be no command and none
      // of the others is known.
      let isBelowComment = first.utf8.first == ShellByte.hash
      let typed = lines.filter { $0.utf8.first != ShellByte.hash }
      guard let shown = typed.first,
        isPlain(shown) || ShownLine.isShown(shown) || !isBelowComment && isForeign(shown)
          || ShownLine.isRule(shown) && typed.dropFirst().isEmpty,
        !block.hasKnownCommand, !block.looksLikeCode
      else { return nil }
      return shown
    }
    if lines.allSatisfy(HelpText.isEntry), !ContentRules.isStart(first) { return first }
    if block.isShell || block.looksLikeCode { return nil }
    if isPlain(first) { return first }
    let count = lines.count { isPlain($0) || isLikely($0) }
    return count * 2 > lines.count ? first : nil
  }

  /// Whether the line can be nothing else.
  private static func isPlain(_ line: String) -> Bool {
    marks.first(beginning: line) != nil || endsWithRule(line) || isPlaceOfCode(line)
      || line.hasPrefix("--- ") && line.hasSuffix("-----")
      || isTagged(line) || isListed(line) || isNumbered(line) || LoggedText.isStamped(line)
      || line.hasPrefix("PING ") && line.contains(ascii: " (")
  }

  /// `1) SIGHUP`, as lists to choose from are numbered.
  private static func isNumbered(_ line: String) -> Bool {
    let digits = line.utf8.prefix(while: ShellByte.isDigit).count
    return (1...3).contains(digits)
      && line.utf8.dropFirst(digits).starts(with: [UInt8(ascii: ")"), 0x20])
  }

  /// Whether a line that no prompt begins does so with a letter or sign beyond ASCII, as no program's
  /// name does, or as a value of JSON.
  private static func isForeign(_ line: String) -> Bool {
    guard let first = line.utf8.first else { return false }
    if first >= 0x80 { return !line.hasPrefix("\u{276F}") && !line.hasPrefix("\u{279C}") }
    return line == "[" || first == ShellByte.openBrace && line.hasPrefix("{\"") || isNamed(line)
  }

  /// `name: value`, where no program has a name that ends so.
  private static func isNamed(_ line: String) -> Bool {
    let word = line.utf8.prefix { $0 != 0x20 }
    return word.last == UInt8(ascii: ":") && word.count > 2 && word.count < line.utf8.count
      && word.dropLast().allSatisfy { ShellByte.continuesName($0) || $0 == ShellByte.dash }
  }

  /// Whether the line below a command without a prompt can only be what that one printed.
  static func isPrinted(_ line: String, below command: String) -> Bool {
    if isNeverTyped(line) { return true }
    // What opens something goes on in the line below.
    if let last = command.utf8.last, !"{([,:;|&\\".utf8.contains(last) {
      // Some mark what is printed: `> Query successfully validated, and nothing was changed.`
      let isMarked = line.hasPrefix("> ")
      let text = isMarked ? String(line.dropFirst(2)).trimmed : line.trimmed
      if isSentence(text) || ShownLine.isAnswered(text) { return true }
    }
    // The files of a folder in columns.
    guard command.firstVisible == UInt8(ascii: "l"), command.trimmed == "ls",
      line.trimmed.contains(ascii: "  "),
      !line.utf8.contains(where: { "#=/&|;\\".utf8.contains($0) })
    else { return false }
    let words = line.split(separator: " ").map(String.init)
    return words.first.map { !CommandTable.knows($0) } == true
      && words.allSatisfy { $0.utf8.first != ShellByte.dash }
  }

  /// `Enumerating objects: 5, done.`: several words without an option, the first with a capital, as few
  /// programs have in their names.
  private static func isSentence(_ line: String) -> Bool {
    guard let first = line.utf8.first, (0x41...0x5A).contains(first), !line.contains(ascii: " -")
    else { return false }
    let word = line.utf8.prefix { $0 != 0x20 }
    let name = word.last == UInt8(ascii: ",") ? word.dropLast() : word
    // A program may be called so, as those of bioinformatics are, but seldom has words of a sentence.
    let isSaid =
      ".:!".utf8.contains(line.utf8.last ?? 0) || line.contains(ascii: ": ")
      || line.contains(ascii: ", ") || line.utf8.count { $0 == 0x20 } >= 4
      || line.utf8.last == ShellByte.closeParenthesis && isOfAct(line)
    return isSaid && name.count > 2 && word.count < line.utf8.count
      && name.dropFirst().allSatisfy { (0x61...0x7A).contains($0) }
      && !CommandTable.knows(String(Substring(name)))
  }

  /// Whether a line begins as commands do, or has signs of them: what is printed may have them as well.
  static func mayBeTyped(_ line: String) -> Bool {
    // A tag: few commands begin with where they read from.
    if line.firstVisible == ShellByte.less { return false }
    return typed.first(beginning: line.trimmed) != nil || hasSignsOfShell(line)
  }

  /// Whether a line has signs that commands have more often than what they print.
  static func hasSignsOfShell(_ line: String) -> Bool {
    line.hasPrefix("./") || line.contains(ascii: " -")
      || line.utf8.contains { "$|>&;=`".utf8.contains($0) }
  }

  private static let typed: Fragments = [
    "./", "../", "/", "~", "(", "{ ", "! ", "[ ", "[[ ", "for ", "while ", "until ", "if ", "case ",
    "\"$",
  ]

  /// Whether a line has a form that nobody types: it is no comment and begins with no program.
  static func isNeverTyped(_ line: String) -> Bool {
    let text = line.trimmed
    guard let first = text.utf8.first, first != ShellByte.hash || text.hasPrefix("## [1] ") else {
      return false
    }
    // Most lines are told by their ends: a word in small letters begins few of the others.
    if (0x61...0x7A).contains(first), first != UInt8(ascii: "t"), first != UInt8(ascii: "d"),
      first != UInt8(ascii: "l"), let last = text.utf8.last, !"d*=".utf8.contains(last),
      !text.contains(byte: UInt8(ascii: ":"))
    {
      return false
    }
    if isReport(line) || isForeign(text) { return true }
    let word = text.utf8.prefix { $0 != 0x20 }
    guard !CommandTable.knows(String(Substring(word))) else { return false }
    return isTableHeading(line) || isPlain(text) || isTotal(text) || isFrame(text)
      || messageStarts.first(beginning: line) != nil
  }

  /// `total 3`, above what `ls -l` lists.
  private static func isTotal(_ line: String) -> Bool {
    line.hasPrefix("total ") && line.utf8.dropFirst(6).allSatisfy(ShellByte.isDigit)
  }

  /// `+------+----+`, as clients of databases frame tables.
  private static func isFrame(_ line: String) -> Bool {
    line.utf8.first == ShellByte.plus && line.utf8.last == ShellByte.plus && line.utf8.count > 4
      && line.utf8.allSatisfy { "+-=".utf8.contains($0) }
  }

  static let messageStarts: Fragments = [
    "docker: ", "curl: (", "ssh: ", "npm ERR!", "npm WARN",
    "error:", "Error:", "Error ", "ERROR", "Warning:", "WARNING", "warning:", "Traceback ",
    "fatal:",
    "usage:", "Usage:", "panic:", "E: ", "W: ", "[INFO]", "INFO ", "INFO[", "error[", "warning[",
    "CMake Error", "CMake Warning",
    "make: ***", "make[", "bash: ", "-bash: ",
    "zsh: ",
  ]

  /// Whether the line may be a sentence or a setting as well.
  private static func isLikely(_ line: String) -> Bool {
    line.hasPrefix("##") || line.hasSuffix("...") || line.hasSuffix(", done.")
      || LoggedText.isTimed(line) || isOfAct(line) || isFigure(line)
  }

  /// What runners of tests and of playbooks begin their lines with.
  private static let marks: Fragments = [
    "=== RUN", "--- FAIL", "--- PASS", "--- SKIP", "PLAY [", "PLAY RECAP", "TASK [",
    "RUNNING HANDLER", "ok: [", "changed: [", "skipping: [", "fatal: [", "failed: [", "## [1] ",
    "[==", ">>> [", "Unable to find image '", "Submitted batch job ", "╷",
  ]

  /// A word and a line of stars or the like, `PLAY [web] *****`, or the line of stars alone.
  private static func endsWithRule(_ line: String) -> Bool {
    guard let last = line.utf8.last, last == UInt8(ascii: "*") || last == UInt8(ascii: "=") else {
      return false
    }
    let rule = line.utf8.reversed().prefix { $0 == last }.count
    let before = line.utf8.dropLast(rule).last
    return rule > 4 && line.utf8.count > 8 && (before == nil || before == 0x20)
  }

  /// `./server.go:71:14: cannot use`, as compilers name places.
  private static func isPlaceOfCode(_ line: String) -> Bool {
    let word = line.utf8.prefix { $0 != 0x20 }
    guard word.last == UInt8(ascii: ":"), word.count < line.utf8.count else { return false }
    let parts = word.dropLast().split(separator: UInt8(ascii: ":"))
    return parts.count > 1 && parts[0].contains(ShellByte.dot)
      && parts.dropFirst().allSatisfy { $0.allSatisfy(ShellByte.isDigit) }
  }

  /// `-rw-r--r-- 1 me me 51 a.sh`, as `ls -l` lists files.
  private static func isListed(_ line: String) -> Bool {
    let mode = line.utf8.prefix { $0 != 0x20 }
    return (10...11).contains(mode.count) && mode.first.map { "-dl".utf8.contains($0) } == true
      && mode.dropFirst().allSatisfy { "rwxstST-+.@".utf8.contains($0) }
      && mode.contains(UInt8(ascii: "r"))
  }

  /// `[BRANCH] Total: 1`, `[E::open] Could not`: a word in brackets and a text.
  private static func isTagged(_ line: String) -> Bool {
    guard line.utf8.first == UInt8(ascii: "["),
      let close = line.utf8.firstIndex(of: UInt8(ascii: "]"))
    else { return false }
    let tag = line.utf8[..<close].dropFirst()
    let rest = line.utf8[close...].dropFirst()
    guard let first = tag.first, first != 0x20, first != UInt8(ascii: "\""), rest.first == 0x20,
      rest.count > 3
    else { return false }
    // An array of some language goes on with a sign.
    return rest.dropFirst().first.map {
      ShellByte.isLetter($0) || $0 >= 0x80 || ShellByte.isDigit($0)
    } == true
  }

  /// `Created project 'a'`, `Installing dependencies`: what a program says that it does or has done.
  private static func isOfAct(_ line: String) -> Bool {
    let word = line.utf8.prefix { $0 != 0x20 }
    guard let first = word.first, (0x41...0x5A).contains(first), word.count > 4,
      word.count < line.utf8.count, word.dropFirst().allSatisfy({ (0x61...0x7A).contains($0) })
    else { return false }
    return word.suffix(2).elementsEqual("ed".utf8) || word.suffix(3).elementsEqual("ing".utf8)
  }

  /// `Reads that failed: 0.5`: several words, a colon and a number.
  private static func isFigure(_ line: String) -> Bool {
    guard let colon = line.utf8.lastIndex(of: UInt8(ascii: ":")) else { return false }
    let name = line.utf8[..<colon]
    let value = line.utf8[colon...].dropFirst()
    return name.contains(0x20) && value.first == 0x20
      && value.dropFirst().first.map(ShellByte.isDigit) == true
  }

  /// Three or more words in capitals, set in columns.
  static func isTableHeading(_ line: String) -> Bool {
    guard !line.utf8.contains(where: { (0x61...0x7A).contains($0) }), line.contains(ascii: "  ")
    else { return false }
    let words = line.split(separator: " ")
    return words.count >= 3
      && words.allSatisfy { $0.allSatisfy { $0.isUppercase || "_-()/%#".contains($0) } }
  }

  /// What a cluster's tools say they have done: `deployment.apps/web created`.
  static func isReport(_ line: String) -> Bool {
    // Whatever was done, it ends in a `d`.
    guard line.utf8.last(where: { $0 != 0x20 }) == UInt8(ascii: "d") else { return false }
    let words = line.utf8.split(separator: 0x20)
    guard words.count > 1, let act = words.last, reports.contains(String(Substring(act))) else {
      return false
    }
    return words[0].dropFirst().contains(0x2F) && !"./~$".utf8.contains(words[0].first ?? 0x2E)
      || words.count == 3 && words[1].first == ShellByte.doubleQuote
  }

  private static let reports: NameSet = [
    "created", "configured", "unchanged", "deleted", "patched", "labeled", "annotated", "exposed",
    "scaled", "restarted", "edited", "replaced", "evicted", "cordoned", "uncordoned", "drained",
  ]
}
