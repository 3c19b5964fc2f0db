/// The prompts of shells, as notes show them at the starts of lines.
enum Prompt {
  /// The length in bytes of the prompt that a line begins with and of the blank after it; `nil` without
  /// prompt. No-break spaces count as blanks.
  static func length(_ text: ArraySlice<UInt8>) -> Int? {
    let special =
      generatedLength(text) ?? angledLength(text) ?? bracketedLength(text) ?? documentedLength(text)
    if let special { return special }
    for sign in signs {
      guard let start = text.firstIndex(of: sign[0]), text[start...].starts(with: sign) else {
        continue
      }
      let end = start + sign.count
      guard let blank = blankLength(text[end...]) else { continue }
      let command = text[(end + blank)...]
      let label = String(decoding: text[..<start], as: UTF8.self)
      guard isLabel(label, before: sign[0], command) else { continue }
      return command.startIndex - text.startIndex + branchLength(command)
        + (sign == Self.arrow && label.isEmpty ? folderLength(command) : 0)
    }
    return rareSigns.contains { text.starts(with: $0) } ? rareLength(text) : nil
  }

  /// `$ `, `$> `, and what zsh and its themes show.
  private static let signs = ["$", "$>", "❯", "➜", "%"].map { Array($0.utf8) }
  private static let arrow = Array("➜".utf8)
  /// Signs that lists and messages begin with as well.
  private static let rareSigns = ["λ", "»", "▶"].map { Array($0.utf8) }

  /// For each byte whether a prompt has it: a sign begins with it, or what stands for one.
  static let bytes = (UInt8.min...UInt8.max).map { byte in
    byte == ShellByte.openBrace || byte == ShellByte.at
      || (signs + rareSigns).contains { $0[0] == byte }
  }

  /// Whether a line may begin with a prompt that has none of ``bytes``.
  static func mayBegin(_ text: String) -> Bool {
    text.utf8.first == UInt8(ascii: "~") || text.hasPrefix(documented)
  }

  /// The prompt that MySQL's manual shows for any shell.
  private static let documented = "shell> "

  private static func documentedLength(_ text: ArraySlice<UInt8>) -> Int? {
    text.starts(with: documented.utf8) ? documented.utf8.count : nil
  }

  /// The length of the blank after a sign, 0 at the line's end; `nil` where something else follows.
  private static func blankLength(_ text: ArraySlice<UInt8>) -> Int? {
    switch text.first {
    case nil: 0
    case ShellByte.space, ShellByte.tab: 1
    case 0xC2 where text.starts(with: [0xC2, 0xA0]): 2
    default: nil
    }
  }

  /// A sign that only a command makes a prompt.
  private static func rareLength(_ text: ArraySlice<UInt8>) -> Int? {
    let command = text.drop { $0 >= 0x80 }
    guard command.first == 0x20, beginsWithKnown(command) else { return nil }
    return command.startIndex + 1 - text.startIndex
  }

  /// How much of what follows the sign shows a branch: `$ (main) git push`. No shell takes a command
  /// behind parentheses.
  private static func branchLength(_ text: ArraySlice<UInt8>) -> Int {
    guard text.first == ShellByte.openParenthesis,
      let end = text.firstIndex(of: ShellByte.closeParenthesis), end - text.startIndex > 1,
      text[..<end].dropFirst().allSatisfy({
        ShellByte.continuesName($0) || "-/.".utf8.contains($0)
      }), text[end...].dropFirst().first == 0x20, beginsWithKnown(text[(end + 1)...])
    else { return 0 }
    return end + 2 - text.startIndex
  }

  /// How much of what follows `➜ ` shows the folder and the branch: `folder git:(main) ✗ `.
  private static func folderLength(_ text: ArraySlice<UInt8>) -> Int {
    let folder = text.drop { $0 == 0x20 }
    var command = folder.drop { $0 != 0x20 }.drop { $0 == 0x20 }
    if command.starts(with: "git:(".utf8),
      let end = command.firstIndex(of: ShellByte.closeParenthesis)
    {
      command = command[end...].dropFirst().drop { $0 == 0x20 }
      if command.starts(with: "✗ ".utf8) { command = command.drop { $0 != 0x20 }.dropFirst() }
      return command.startIndex - text.startIndex
    }
    let isFolder =
      folder.startIndex > text.startIndex && !beginsWithKnown(folder) && beginsWithKnown(command)
    return isFolder ? command.startIndex - text.startIndex : 0
  }

  /// Whether what stands before a sign belongs to a prompt.
  private static func isLabel(
    _ label: String, before sign: UInt8, _ command: ArraySlice<UInt8>
  ) -> Bool {
    if label.isEmpty || isPromptLabel(label[...]) { return true }
    switch sign {
    case ShellByte.dollar:
      return isMachine(label) || isMac(label) || isWord(label) && beginsWithKnown(command)
    case UInt8(ascii: "%"): return isZsh(label)
    default: return false
    }
  }

  /// `user@host folder % `, as zsh shows it on macOS.
  private static func isZsh(_ label: String) -> Bool {
    let words = withoutEnvironment(label[...]).split(separator: " ")
    return words.count == 2 && label.hasSuffix(" ") && words[0].contains("@")
      && words.allSatisfy { $0.utf8.allSatisfy { ShellByte.isPlain($0) || "@~".utf8.contains($0) } }
  }

  /// `user@host:~> ls`, `user@host ~/folder> ls` and `~/folder > ls`, as the shells of SUSE, csh and
  /// fish show it.
  private static func angledLength(_ text: ArraySlice<UInt8>) -> Int? {
    let isFolder = text.first == UInt8(ascii: "~")
    guard let at = isFolder ? text.startIndex : text.firstIndex(of: ShellByte.at),
      at - text.startIndex < 30,
      let sign = text[at...].firstIndex(of: ShellByte.greater), sign - text.startIndex < 60,
      text[sign...].dropFirst().first == 0x20
    else { return nil }
    let label = text[..<sign].drop { $0 == ShellByte.dollar }
    let words = label.split(separator: 0x20, maxSplits: 2, omittingEmptySubsequences: false)
    // A folder may have a blank behind it, and what has logged in there one before it.
    let isOfFish =
      words.count == 2
      && (isFolder
        ? words[1].isEmpty
        : words[0].contains(ShellByte.at) && words[1].first.map { "~/".utf8.contains($0) } == true)
    guard words.count == 1 || isOfFish,
      label.allSatisfy({ ShellByte.continuesName($0) || "@~/.:- ".utf8.contains($0) }),
      beginsWithKnown(text[(sign + 2)...])
    else { return nil }
    return sign + 2 - text.startIndex
  }

  /// `[root@host folder]# `, as Red Hat's shells show it to root.
  private static func bracketedLength(_ text: ArraySlice<UInt8>) -> Int? {
    guard text.first == ShellByte.openBracket,
      let close = text.firstIndex(of: ShellByte.closeBracket),
      text[close...].dropFirst().first == ShellByte.hash,
      let blank = blankLength(text[close...].dropFirst(2)),
      text[..<close].contains(ShellByte.at),
      isPromptLabel(Substring(decoding: text[...close], as: UTF8.self))
    else { return nil }
    return close + 2 + blank - text.startIndex
  }

  /// Whether the text begins with a program that is known.
  private static func beginsWithKnown(_ text: ArraySlice<UInt8>) -> Bool {
    let word = text.drop { $0 == 0x20 }.prefix { $0 != 0x20 }
    return CommandTable.knows(String(decoding: word, as: UTF8.self))
  }

  /// `host` of `host$ ls`.
  private static func isWord(_ label: String) -> Bool {
    label.utf8.count < 20 && label.utf8.allSatisfy(ShellByte.isLetter)
  }

  /// `{{ site.prompt }} ls`: a site's generator is to fill the prompt in.
  private static func generatedLength(_ text: ArraySlice<UInt8>) -> Int? {
    let blanks = text.prefix { $0 == 0x20 }.count
    let rest = text.dropFirst(blanks)
    guard rest.starts(with: [0x7B, 0x7B]), let end = rest.firstIndex(of: 0x7D),
      rest[end...].starts(with: [0x7D, 0x7D, 0x20]),
      String(decoding: rest[..<end], as: UTF8.self).trimmed.hasSuffix("prompt")
    else { return nil }
    return end - text.startIndex + 3
  }

  /// `host:folder user$`, as the shell of macOS shows it, after an environment's name or alone.
  private static func isMac(_ text: String) -> Bool {
    let words = withoutEnvironment(text[...])
      .split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 2, words[1].first?.isLetter == true,
      words[1].allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }),
      let colon = words[0].firstIndex(of: ":")
    else { return false }
    let folder = words[0][words[0].index(after: colon)...]
    return colon > words[0].startIndex && !folder.isEmpty
      && words[0].allSatisfy { $0.isLetter || $0.isNumber || "~/._:-".contains($0) }
  }

  /// `web-a $ ` and `node $ ` at a line's start: a machine's name of one word with a mark in it.
  private static func isMachine(_ text: String) -> Bool {
    guard text.hasSuffix(" "), text.utf8.first.map(ShellByte.isLetter) == true else { return false }
    let name = text.utf8.dropLast()
    return name.count < 30 && name.contains(ShellByte.dash)
      && name.allSatisfy { ShellByte.continuesName($0) || $0 == ShellByte.dash }
  }

  /// Whether what stands before the `$` is nothing, an environment's name or `user@host:folder`.
  private static func isPromptLabel(_ text: Substring) -> Bool {
    let label = withoutEnvironment(text.trimmed[...]).trimmed
    if label.isEmpty || label == ">" || label == "~]" { return true }
    // `~/folder$ `
    if label.hasPrefix("~"), !label.contains(" "),
      label.allSatisfy({ $0.isLetter || $0.isNumber || "~/._-".contains($0) })
    {
      return true
    }
    // `host:~$ ` and `host:/folder$ `
    if let colon = label.utf8.firstIndex(of: UInt8(ascii: ":")), colon != label.startIndex,
      let next = label.utf8[colon...].dropFirst().first, next == 0x7E || next == 0x2F,
      label.utf8[..<colon].allSatisfy({ ShellByte.continuesName($0) || $0 == ShellByte.dash }),
      label.utf8[colon...].allSatisfy({ ShellByte.continuesName($0) || "~/.:-".utf8.contains($0) })
    {
      return true
    }
    // `[user@host folder]$`, as Red Hat's shells show it.
    if label.hasPrefix("["), label.hasSuffix("]") {
      return label.dropFirst().dropLast().allSatisfy {
        $0.isLetter || $0.isNumber || " @~/._:-<>".contains($0)
      }
    }
    // `node1$` and `bash-5.2$`: a machine's or a shell's name has a digit and no other signs.
    if label.contains(where: \.isNumber), label.first?.isLetter == true, label.utf8.count < 30,
      label.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "." })
    {
      return true
    }
    return label.contains("@") && !label.contains(" ") && !label.contains("=")
      && !label.contains("\"") && !label.contains("'")
  }

  /// What follows `(env) `.
  private static func withoutEnvironment(_ text: Substring) -> Substring {
    guard text.hasPrefix("("), let end = text.firstIndex(of: ")") else { return text }
    return text[end...].dropFirst().drop { $0 == " " }
  }
}
