/// A file that a text asks the reader to write to: "add to your `.bashrc`", "Create `app/Dockerfile`
/// with:", "In `config.yml`:".
struct FileMention: Equatable {
  /// The file as the text writes it.
  var name: String
  /// The words that ask for it.
  var act: String
  var action: StepEdit.Action

  /// - Parameter block: the content, which may be values for keys that the file has.
  static func target(in prose: Prose, _ block: BlockFacts) -> FileMention? {
    let text = prose.marked
    guard let mentioned = file(among: prose.codes) ?? plainFile(prose) else { return nil }
    // Who says "your .bashrc" means the one in the home folder, wherever the reader is.
    let name = DotfileCheck.startupFiles.contains(mentioned) ? "~/\(mentioned)" : mentioned
    // The acts in the sentence that names the file; a sentence before it is about something else.
    let file = mentioned.lowercased()
    let sentence = prose.sentences.last { $0.contains(ascii: file) } ?? text
    let asks =
      announces(sentence) || isAsked(file, sentence) || isFilled(block, file, sentence)
    // "In the original `a.yml` we had a task for creating a user:"
    if Phrases.first(memories, in: sentence) != nil { return nil }
    // Where the words are of another language, the content says what they ask for.
    if block.language == .unmarked, file.hasSuffix("dockerfile"),
      !text.utf8.allSatisfy({ $0 < 0x80 }),
      block.lines.first?.text.hasPrefix("FROM ") == true
    {
      return FileMention(
        name: name == "dockerfile" ? "Dockerfile" : name, act: "FROM", action: .create)
    }
    if StartupLines.areMeant(block, for: mentioned, sentence), sentence == prose.sentences.last {
      return FileMention(name: name, act: mentioned, action: .append)
    }
    if asks, let act = wholeFile(sentence, file) {
      return FileMention(
        name: name, act: act,
        action: EditWords.action(in: sentence, file: name, lines: block.lines.lazy.map(\.text)))
    }
    if let act = Phrases.first(additions, in: sentence) {
      return FileMention(name: name, act: act, action: .append)
    }
    // "Create a file named `a.txt` and fill it. Example:"
    let last = prose.sentences.last ?? ""
    guard asks || (last.trimmed.hasSuffix(":") && last.utf8.count < 25) else { return nil }
    let change = Phrases.first(changes, in: sentence)
    if let act = Phrases.first(creations, in: sentence), !isOfNaming(act, behind: file, sentence) {
      // No notes mean a start-up file to hold these lines and no others, and who says "create or
      // update" reckons with other lines in the file.
      let isStartup = DotfileCheck.startupFiles.contains { name.hasSuffix($0) }
      let isOld = Phrases.first(openings, in: sentence) != nil
      return FileMention(name: name, act: act, action: isStartup || isOld ? .append : .create)
    }
    if let change {
      let setting = EditWords.setting(in: sentence, lines: block.lines.lazy.map(\.text))
      return FileMention(
        name: name, act: setting ?? change, action: setting == nil ? .append : .set)
    }
    guard sentence.hasPrefix("in ") || sentence.contains(ascii: "into ") else { return nil }
    let places: Phrases = [
      "^in `\(file)`", "^in the `\(file)`", "^in your `\(file)`",
      "into `\(file)`", "into the `\(file)`", "into your `\(file)`",
    ]
    guard Phrases.first(runs, in: sentence) == nil,
      Phrases.first(places, in: sentence) != nil
    else { return nil }
    return FileMention(name: name, act: "in", action: .append)
  }

  /// "Enter the following into `FILE`", with or without a colon.
  private static func isAsked(_ file: String, _ sentence: String) -> Bool {
    sentence.contains(ascii: "following ")
      && ["into", "lines into", "to", "lines to", "in"].contains { word in
        ["", "the ", "your "].contains {
          sentence.contains(ascii: "following \(word) \($0)`\(file)`")
        }
      }
  }

  /// "Edit `.env` according to your account", and a block of values for keys.
  private static func isFilled(_ block: BlockFacts, _ file: String, _ sentence: String) -> Bool {
    Phrases.first(fillings, in: sentence) != nil && sentence.contains(ascii: "`\(file)`")
      && block.givesValues
  }

  private static let fillings: Phrases = [
    "^edit", "^update", "^modify", "^fill in", "^fill out", "^configure", "^adjust", "^change",
  ]

  /// Whether a word that names a file stands behind the file's name, and so is about something else:
  /// "when the `a.py` file is called".
  private static func isOfNaming(_ act: String, behind file: String, _ sentence: String) -> Bool {
    guard act == "called" || act == "named", let name = sentence.firstRange(of: file),
      let word = sentence.firstRange(ofASCII: act)
    else { return false }
    return word.lowerBound > name.lowerBound
  }

  /// The file of a text that has another one between itself and the block, and says so.
  static func below(in prose: Prose, _ block: BlockFacts) -> FileMention? {
    guard !block.isShell, Phrases.first(contentsBelow, in: prose.marked) != nil else { return nil }
    return target(in: prose, block)
  }

  private static let contentsBelow: Phrases = [
    "save below", "save (below)", "text below", "content below", "contents below", "lines below",
    "code below", "file below", "below as", "(below) as",
    "with the following content", "with the following contents",
  ]

  /// Whether a sentence leads to what stands below it: some end it with no colon.
  private static func announces(_ sentence: String) -> Bool {
    let text = sentence.trimmed
    return text.hasSuffix(":") || text.hasSuffix("following") || text.hasSuffix("：")
      || Phrases.first(contentsBelow, in: text) != nil
  }

  /// The file named last. Of the start-up files of several shells it is that of bash, which runs the
  /// steps.
  private static func file(among codes: [String]) -> String? {
    guard let last = codes.last(where: isFile) else { return nil }
    guard DotfileCheck.startupFiles.contains(where: last.hasSuffix) else { return last }
    return codes.last { $0.hasSuffix(".bashrc") } ?? last
  }

  /// Words that say that the lines are all that the file is to hold.
  private static func wholeFile(_ sentence: String, _ file: String) -> String? {
    if let act = EditWords.replacement(in: sentence) { return act }
    let isAsked = Phrases.first(changes, in: sentence) != nil
    if isAsked, let whole = EditWords.whole(in: sentence) { return whole }
    guard let look = EditWords.look(in: sentence) else { return nil }
    if isAsked { return look }
    // The file itself has to look so, not what a program makes of it.
    guard let mention = sentence.firstRange(of: "`\(file)`") ?? sentence.firstRange(of: file)
    else { return nil }
    let words = sentence[mention.upperBound...].split(separator: " ").first { $0 != "file" }
    return ["should", "must", "needs"].contains(words) ? look : nil
  }

  /// The file that a text below a block says to keep it in.
  static func savedBelow(_ prose: Prose) -> FileMention? {
    guard prose.mayBegin(with: savings), let act = Phrases.first(savings, in: prose.marked),
      let name = prose.codes.first(where: isFile)
    else { return nil }
    return FileMention(name: name, act: String(act.dropFirst()), action: .create)
  }

  /// The file that a block's first line names in a comment that says nothing else: `# .env`.
  static func comment(of block: BlockFacts) -> FileMention? {
    guard block.language != .other, let line = block.lines.first?.text,
      line.utf8.first == ShellByte.hash
    else { return nil }
    if let added = StartupLines.added(to: line, block) { return added }
    let name = line.drop { $0 == "#" }.trimmed
    guard name.contains(byte: ShellByte.dot), block.lines.count > 1, isFile(name) else {
      return nil
    }
    let isStartup = DotfileCheck.startupFiles.contains(where: name.hasSuffix)
    return FileMention(name: name, act: "#", action: isStartup ? .append : .create)
  }

  /// Words about what the file has held so far.
  private static let memories: Phrases = [
    "we had", "you had", "in the original", "we have seen", "we already have", "used to have",
  ]
  /// Words by which a file that is created may be there already.
  private static let openings: Phrases = ["update", "edit", "modify", "open"]
  private static let runs: Phrases = ["run", "execute", "type"]
  private static let savings: Phrases = [
    "^save this", "^save it", "^save the above", "^save that", "^put this in", "^guarda esto",
    "^guárdalo", "^salve isso", "^enregistrez",
  ]
  /// Words that ask for lines beside those that a file has.
  private static let additions: Phrases = [
    "add", "adding", "append", "appending", "include", "adjust", "must have the following",
    "should have the following", "must contain the following", "should contain the following",
  ]
  /// Words that ask for a file of just these lines.
  private static let creations: Phrases = [
    "create", "creating", "write", "save", "saved", "make", "called", "named", "containing",
    "contains",
  ]
  /// Words that leave open what else the file holds, so that nothing of it may be lost.
  private static let changes: Phrases = [
    "put", "paste", "copy", "insert", "place", "edit", "open", "update", "modify", "change",
    "configure", "fill", "replace", "set", "define", "store",
  ]

  /// Whether a piece of inline code names a file: it has an ending, or is one of those that need none.
  static func isFile(_ code: String) -> Bool {
    let name = code.lastPathPart ?? code
    // Nothing that a shell would take for more than a name: an edit writes to it.
    guard !code.hasPrefix("-"), !code.hasSuffix("/"),
      isPlainName(code)
    else { return false }
    if isBareName(name) { return true }
    if name.hasPrefix("."), name.count > 2, !name.hasPrefix("..") { return true }
    guard let dot = name.utf8.lastIndex(of: ShellByte.dot), dot != name.startIndex else {
      return false
    }
    let ending = name[name.index(after: dot)...]
    return (1...5).contains(ending.count) && ending.first?.isLetter == true && ending != "exe"
      && ending.allSatisfy { $0.isLetter || $0.isNumber }
  }

  private static func isPlainName(_ code: String) -> Bool {
    if code.utf8.allSatisfy({ ShellByte.continuesName($0) || isNameSign($0) }) { return true }
    // Only letters beyond ASCII are left to be asked for.
    return code.utf8.contains { $0 >= 0x80 }
      && code.allSatisfy { $0.isLetter || $0.isNumber || "._-/~+@".contains($0) }
  }

  private static func isNameSign(_ byte: UInt8) -> Bool { "._-/~+@".utf8.contains(byte) }

  /// A file named without inline code, which is how many write it.
  private static func plainFile(_ prose: Prose) -> String? {
    guard prose.text.hasInnerPoint else {
      return wholeNames.first(in: prose.marked)
    }
    if let known = plainNames.first(in: prose.marked) { return known }
    // The words with a point, the last first.
    var rest = prose.text[...]
    while let point = rest.utf8.lastIndex(of: ShellByte.dot) {
      let blank = rest.utf8[..<point].lastIndex(of: 0x20)
      let start = blank.map(rest.utf8.index(after:)) ?? rest.startIndex
      let end = rest.utf8[point...].firstIndex(of: 0x20) ?? rest.endIndex
      let word = String(
        rest[start..<end].drop { "\"'(*_“‘".contains($0) }
          .trimmingEnd { "\"').,:;*_”’".contains($0) })
      let ending = word.split(separator: ".").last.map { $0.lowercased() } ?? ""
      if plainEndings.contains(ending), isFile(word) { return word }
      rest = rest[..<start]
    }
    return nil
  }

  private static let plainNames: Fragments = [
    ".bashrc", ".zshrc", ".bash_profile", ".profile", "dockerfile",
  ]

  /// Names without an ending that no word of a text is.
  private static let wholeNameTexts = ["dockerfile", "procfile", "jenkinsfile", "vagrantfile"]
  private static let wholeNames = Fragments(wholeNameTexts)

  /// Whether a file of this name is known without an ending.
  static func isBareName(_ name: String) -> Bool { bareNames.contains(name.lowercased()) }

  /// Endings that no word but a file's name has.
  private static let plainEndings: NameSet = [
    "cfg", "conf", "css", "csv", "env", "html", "ini", "j2", "json", "jsonl", "lock", "properties",
    "py", "service", "sh", "sql", "tf", "tfvars", "toml", "txt", "xml", "yaml", "yml",
  ]

  private static let bareNames = NameSet(
    wholeNameTexts + [
      "makefile", "gemfile", "pipfile", "hosts", "config", "sshd_config", "ssh_config",
      "authorized_keys", "fstab", "sudoers",
    ])
}

extension String {
  /// Whether a point stands right before a letter, as in a file's name; most texts have none.
  fileprivate var hasInnerPoint: Bool {
    let bytes = utf8Span.span
    for index in bytes.indices.dropLast() where bytes[index] == ShellByte.dot {
      if ShellByte.isLetter(bytes[index + 1]) { return true }
    }
    return false
  }
}

extension Substring {
  fileprivate func trimmingEnd(_ isEnd: (Character) -> Bool) -> Substring {
    self[..<(lastIndex { !isEnd($0) }.map(index(after:)) ?? startIndex)]
  }
}
