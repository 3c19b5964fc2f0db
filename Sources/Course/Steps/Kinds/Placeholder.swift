/// Finds what the reader has to replace before a command can run.
///
/// Only shapes that no real command has are taken: `<name>` and `[version]` among the arguments,
/// `your-bucket`, `YOUR_KEY`, `xxxx`, `path/to/…`, and an ellipsis for arguments that are left out.
enum Placeholder {
  /// The rule of a command that shows by itself what is to be replaced.
  static let rule = "placeholder"

  /// The first words to be replaced, or `nil`.
  static func words(in command: StepCommand) -> String? { all(in: command).first }

  /// All words to be replaced, those between angle brackets first.
  static func all(in command: StepCommand) -> [String] {
    let text = command.text
    let signs = PlaceholderSigns(in: text)
    var found = signs.contains(.angle) ? angled(withoutBodies(text)) : []
    let mayStandIn = signs.contains(.bracket) || hints.stand(in: text.inLowercase)
    let hasBraces = signs.contains(.brace)
    let isMasked =
      signs.contains(.star) && text.contains(ascii: "*****")
      || signs.contains(.angle) && text.contains(ascii: "<>")
    let mayBeOwn =
      isMasked || signs.contains(.at) && text.inLowercase.contains(ascii: "you@")
    if signs.contains(.capital), let name = backquoted(text) { found.append(name) }
    guard
      mayStandIn || hasBraces || mayBeOwn || signs.contains(.underscore)
        || signs.contains(.capital) && capitalNames.stand(in: text)
    else { return found }
    for (simple, resolved) in zip(command.simpleCommands, command.resolved) {
      // What a site's generator is to fill in; `{{` within an argument is a command's own.
      if hasBraces, let name = simple.words.first?.text,
        name.hasPrefix("{{") || isBracedCommand(name)
      {
        found.append(name)
      }
      if hasBraces, !readers.contains(resolved.name) {
        found += doublyBraced(simple).filter { !found.contains($0) }
      }
      if let words = (hasBraces ? braced(simple) : nil) ?? capitals(resolved),
        !found.contains(words)
      {
        found.append(words)
      }
      guard mayStandIn || mayBeOwn else { continue }
      let values = simple.assignments.map(\.value) + simple.redirections.map(\.target)
      let marked = found
      if isMasked, !telling.contains(resolved.name) {
        found += (simple.words.dropFirst().map(\.text) + values.map(\.text)).compactMap(masked)
      }
      if !telling.contains(resolved.name) {
        found += simple.words.dropFirst().compactMap(\.value).compactMap { value in
          let end =
            value.hasPrefix("--") ? value.split(separator: "=").last.map(String.init) : value
          return end.flatMap { isOwn($0) ? $0 : nil }
        }
      }
      if signs.contains(.bracket), !telling.contains(resolved.name),
        let name = simple.bracketedName, !found.contains(name)
      {
        found.append(name)
      }
      let takesNames = takesNames(resolved)
      for word in simple.words.dropFirst() + values
      where (isStandIn(word.text) || takesNames && namesThing(word.text.inLowercase))
        && !marked.contains(where: word.text.contains(ascii:))
      {
        // `--name some-db` names what later commands of the notes call so.
        if resolved.container != nil, word.text.hasPrefix("some-") { continue }
        if telling.contains(resolved.name), word.text.contains(ascii: "://") { continue }
        // A name that only stands in what they make.
        if labelling.contains(resolved.name), word.text.contains(ascii: "@my") { continue }
        // Nobody leaves more to be filled in.
        if found.count > 50 { return found }
        // What is printed may end so.
        if word.text.hasSuffix("..."), resolved.name == "echo" || resolved.name == "printf" {
          continue
        }
        found += standIns(in: word.text).filter { !found.contains($0) }
      }
    }
    return found
  }

  /// `{do_something}` where a command belongs: to a shell the brace is a part of its name.
  private static func isBracedCommand(_ name: String) -> Bool {
    guard name.utf8.first == ShellByte.openBrace, let letter = name.utf8.dropFirst().first,
      ShellByte.isLetter(letter)
    else { return false }
    let inner = name.utf8.dropFirst()
    let end = inner.last == UInt8(ascii: "}") ? inner.dropLast() : inner
    return end.allSatisfy { ShellByte.continuesName($0) || $0 == ShellByte.dash }
      && (end.contains(ShellByte.underscore) || end.count < inner.count)
  }

  /// The command without the lines of its here-documents, which are a file's content: HTML, say.
  static func withoutBodies(_ text: String) -> String {
    guard text.contains(ascii: "<<") else { return text }
    let bodies = ShellScript(text + "\n").tokens.filter { $0.kind == .hereDocumentBody }
    guard !bodies.isEmpty else { return text }
    var bytes = Array(text.utf8)
    for body in bodies.reversed() { bytes.removeSubrange(body.range.clamped(to: 0..<bytes.count)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Names between angle brackets that mark text up, and are for no one to replace.
  private static let elements: Set<Substring> = [
    "a", "b", "body", "br", "code", "div", "em", "h1", "h2", "h3", "head", "hr", "html", "i", "img",
    "li", "ol", "p", "pre", "script", "span", "strong", "style", "table", "td", "title", "tr", "ul",
  ]

  /// `<words of letters>`, with nothing of a redirection about it: the `>` follows at once.
  static func angled(_ text: String) -> [String] {
    guard text.contains(byte: ShellByte.less) else { return [] }
    var found: [String] = []
    var rest = text.utf8[...]
    while let start = rest.firstIndex(of: ShellByte.less) {
      rest = rest[start...].dropFirst()
      let end = rest.firstIndex {
        $0 == ShellByte.greater || $0 == ShellByte.less || $0 == ShellByte.newline
      }
      guard let end else { break }
      guard rest[end] == ShellByte.greater else { continue }
      let inner = Substring(rest[..<end])
      let isName =
        inner.utf8.allSatisfy(mayStandInAngles) && inner.first?.isLetter == true
        && inner.last?.isWhitespace == false
        && (inner.utf8.allSatisfy { $0 < 0x80 }
          || inner.allSatisfy { $0.isLetter || $0.isNumber || "-_ ./".contains($0) })
      // `key=<>` has a gap; `3<>file` opens one to read and write, and `a <> b` compares.
      let before = text.utf8[..<start].last
      let after = text.utf8[end...].dropFirst().first
      let isGap =
        inner.isEmpty && (before == ShellByte.equals || before == UInt8(ascii: ":"))
        && (after.map { $0 <= 0x20 } ?? true)
      // `<code>.c` is the name of a file.
      let isOfFile =
        after == ShellByte.dot
        && rest[end...].dropFirst(2).first.map(ShellByte.isLetter) == true
      if isName && (isOfFile || !elements.contains(inner)) || isGap { found.append("<\(inner)>") }
    }
    return found
  }

  /// Whether a name between angle brackets may have the byte; which letters there are beyond ASCII is
  /// for tables to say.
  private static func mayStandInAngles(_ byte: UInt8) -> Bool {
    byte >= 0x80 || ShellByte.continuesName(byte) || byte == ShellByte.dash || byte == 0x20
      || byte == ShellByte.dot || byte == UInt8(ascii: "/")
  }

  private static let readers: NameSet = [
    "awk", "sed", "jq", "yq", "perl", "python", "python3", "node", "ruby", "find", "xargs", "git",
    "printf", "echo", "cat", "parallel", "grep", "rg", "gsed", "rename",
  ]

  /// `{id}` and `{API key}` as a whole argument or a part of a path; braces that are code stand in the
  /// arguments of commands that read a language.
  private static func braced(_ simple: SimpleCommand) -> String? {
    let words = (simple.words.dropFirst() + simple.assignments.map(\.value)).lazy.map(\.text)
      .filter { $0.utf8.contains(UInt8(ascii: "{")) }
    guard !words.isEmpty else { return nil }
    if let name = simple.name, readers.contains(name) { return nil }
    for word in words {
      guard let start = word.firstIndex(of: "{") else { continue }
      let rest = word[word.index(after: start)...]
      guard let end = rest.firstIndex(of: "}") else { continue }
      let before = word[..<start].last
      let inner = rest[..<end]
      guard before.map({ "\"'/=:_-".contains($0) }) ?? true, inner.count > 1,
        inner.first?.isLetter == true,
        inner.allSatisfy({ $0.isLetter || $0.isNumber || "_- ".contains($0) })
      else { continue }
      return "{\(inner)}"
    }
    return nil
  }

  /// `PROJECT_ID`, `IMAGE-ID` or `CONTAINER` as an argument: what the reader's own thing is called, in
  /// capitals.
  private static func capitals(_ command: ResolvedCommand) -> String? {
    let words = command.values
    guard words.contains(where: mayEndInCapitals), CommandTable.hasRow(command.name) else {
      return nil
    }
    if command.container != nil || command.name == "kubectl",
      let index = words.firstIndex(where: nouns.contains), !words[..<index].contains("--"),
      !words[..<index].contains("printenv"),
      index == 0 || !["-e", "--env", "--build-arg"].contains(words[index - 1]),
      case let noun = words[index]
    {
      return noun
    }
    // `gh secret set API_TOKEN` gives a secret its name.
    let isNaming =
      command.name == "gh" && words.count > 2 && words[1] == "set"
      && ["secret", "variable"].contains(words[0])
    for (index, word) in words.enumerated() where mayEndInCapitals(word) {
      if isNaming, index == 2 { continue }
      if index > 0, ["-e", "--env", "--build-arg"].contains(words[index - 1]) { continue }
      guard let value = word.split(separator: "=").last, word.hasPrefix("-") || !word.contains("="),
        let bar = value.lastIndex(where: { $0 == "_" || $0 == "-" }), bar != value.startIndex,
        ["ID", "NAME", "KEY", "TOKEN", "REGION", "ZONE"].contains(
          value[value.index(after: bar)...]),
        value.allSatisfy({ $0.isUppercase || $0 == "_" || $0 == "-" })
      else { continue }
      return String(value)
    }
    return nil
  }

  /// Whether a word has a bar and ends as one of the names of things does, or may be such a name.
  private static func mayEndInCapitals(_ word: String) -> Bool {
    guard let last = word.utf8.last, "DEYNGR=".utf8.contains(last), word.utf8.count > 2 else {
      return false
    }
    return word.contains(byte: ShellByte.underscore) || word.contains(byte: ShellByte.dash)
      || nouns.contains(word)
  }

  /// Parts of which every name in capitals with a dash has one, or is one.
  private static let capitalNames: Fragments = [
    "IMAGE", "CONTAINER", "POD", "NAMESPACE", "-ID", "-NAME", "-KEY", "-TOKEN", "-REGION", "-ZONE",
  ]
  private static let nouns: NameSet = [
    "IMAGE", "CONTAINER", "IMAGE:TAG", "IMAGE_NAME:TAG", "POD", "NAMESPACE", "IMAGEID",
    "CONTAINERID",
  ]

  /// The part of a word that its author has hidden, `vpc-*****`.
  private static func masked(_ word: String) -> String? {
    guard !word.contains(" "), let stars = word.firstRange(ofASCII: "*****"),
      let before = word[..<stars.lowerBound].utf8.last,
      before == ShellByte.dash || before == ShellByte.equals || before == UInt8(ascii: "/")
        || ShellByte.continuesName(before)
    else { return nil }
    return word.split(separator: "=").last.map(String.init)
  }

  private static let labelling: NameSet = ["ssh-keygen", "openssl", "kinit"]
  private static let telling: NameSet = ["echo", "printf", "read", "say", "logger", "grep", "sed"]

  /// `Your Name`, `YOUR MESSAGE HERE`, `you@example.com`: what the reader is to say of himself.
  private static func isOwn(_ value: String) -> Bool {
    guard let first = value.utf8.first(where: { $0 != 0x20 }), first | 0x20 == UInt8(ascii: "y")
    else { return false }
    let text = value.inLowercase
    if text.hasPrefix("you@"), !text.contains(ascii: "your") { return true }
    let words = text.split(separator: " ").map(String.init)
    return words.count > 1 && words[0] == "your"
      && (owned.contains(words[words.count - 1]) || words.last == "here")
  }

  private static let owned: NameSet = [
    "name", "email", "address", "message", "text", "title", "description", "password", "username",
    "id", "token", "key",
  ]
}
