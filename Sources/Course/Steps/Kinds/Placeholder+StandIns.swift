/// Words that stand in for the reader's own: `your-bucket`, `path/to/file`, `[ACCOUNT-ID]`.
extension Placeholder {
  /// `{{IMAGE_NAME}}` in words of a command. What tools fill in themselves, such as `{{.Name}}` and
  /// `{{Count}}`, is not in capitals.
  static func doublyBraced(_ simple: SimpleCommand) -> [String] {
    var found: [String] = []
    for text in simple.words.dropFirst().lazy.map(\.text) {
      // Expressions that look for such names, and messages to a program that fills them in.
      if text.contains(ascii: "s/") || text.contains(ascii: "{\"") { continue }
      var end = text.startIndex
      while let start = text.firstRange(ofASCII: "{{", from: end) {
        let inner = text[start.upperBound...].prefix { $0 != "}" && $0 != "{" }
        end = inner.endIndex
        let name = inner.trimmed
        guard text[end...].hasPrefix("}}"), name.utf8.count > 1,
          name.utf8.first.map({ (0x41...0x5A).contains($0) }) == true,
          name.utf8.allSatisfy({
            (0x41...0x5A).contains($0) || ShellByte.isDigit($0) || $0 == ShellByte.underscore
              || $0 == ShellByte.dash
          }), case let whole = "{{\(inner)}}", !found.contains(whole)
        else { continue }
        found.append(whole)
        // Nobody leaves more to be filled in.
        if found.count > 50 { return found }
      }
    }
    return found
  }

  /// What every stand-in has a part of, in lowercase, but for those in brackets.
  static let hints: Fragments = [
    "your", "path/", "xxxx", "changeme", "replace", "some-", "some_", "...", "…",
    "-that-", "_here", "-name", "_name", "_ip", "_url", "://", "x.x.x", "x.y.z",
    "enter_", "username", "@my", "xx.x",
    "xx-x", "foo", "@",
  ]

  /// `postgres://DB_USER:DB_PASSWORD@HOST/a`: an address with names in capitals for who and where.
  private static func isAddressOfNames(_ word: String) -> Bool {
    guard let start = word.firstRange(ofASCII: "://") else { return false }
    let authority = word.utf8[start.upperBound...].prefix {
      $0 != UInt8(ascii: "/") && $0 != ShellByte.question
    }
    return authority.split { ":@.\"'".utf8.contains($0) }.contains { part in
      part.allSatisfy { (0x41...0x5A).contains($0) || $0 == ShellByte.underscore }
        && (part.contains(ShellByte.underscore)
          ? part.count > 4 : partsOfAddress.contains(String(Substring(part))))
    }
  }

  /// The `GITHUB_USERNAME` of `https://github.com/GITHUB_USERNAME/a`.
  private static func namesInPath(of word: String) -> [String] {
    guard word.contains(byte: ShellByte.underscore), let start = word.firstRange(ofASCII: "://")
    else { return [] }
    // What stands on the reader's own machine is named by the notes.
    let host = word.utf8[start.upperBound...].prefix {
      $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ":")
    }
    if RemoteHost.isLocal(Substring(host)) { return [] }
    return word.utf8[start.upperBound...].split { "/:@?".utf8.contains($0) }
      .lazy.map(Substring.init).filter { isName(inCapitals: $0) }.map(String.init)
  }

  /// `GITHUB_USERNAME`: a word with a bar whose last part is the name of what a reader has of his own.
  private static func isName(inCapitals part: Substring) -> Bool {
    guard let bar = part.utf8.lastIndex(of: ShellByte.underscore), bar != part.startIndex,
      part.utf8.allSatisfy({ (0x41...0x5A).contains($0) || $0 == ShellByte.underscore })
    else { return false }
    return ownThings.contains(String(part[part.index(after: bar)...]))
  }

  private static let ownThings: NameSet = [
    "ID", "NAME", "USERNAME", "USER", "TOKEN", "KEY", "PROJECT", "REPO", "REPOSITORY", "ORG",
  ]
  private static let partsOfAddress: NameSet = [
    "IP", "HOST", "PORT", "USER", "USERNAME", "PASSWORD", "DOMAIN", "BUCKET", "SERVER",
  ]

  /// `b-X.X.X.jar`, `v1.x.x`: a version that is left open, with no letter about it.
  private static func hasOpenVersion(_ word: String) -> Bool {
    guard let range = word.firstRange(ofASCII: "x.x.x") ?? word.firstRange(ofASCII: "x.y.z") else {
      return false
    }
    let before = word.utf8[..<range.lowerBound].last
    let after = word.utf8[range.upperBound...].first
    return (before.map { !ShellByte.isLetter($0) || $0 == UInt8(ascii: "v") } ?? true)
      && (after.map { !ShellByte.isLetter($0) } ?? true)
  }

  static func isStandIn(_ word: String) -> Bool {
    let lowered = word.inLowercase
    if word.contains(byte: ShellByte.openBracket), bracketed(word) { return true }
    guard hints.stand(in: lowered) || word.utf8.first == ShellByte.openBracket else { return false }
    if isLoginOfNobody(lowered) { return true }
    if lowered.hasPrefix("some_") || lowered.hasPrefix("some-") { return true }
    if isAddressOfNames(word) || !namesInPath(of: word).isEmpty || hasOpenVersion(lowered) {
      return true
    }
    // `yourusername`, `you@yourdomain`: a word that says whose it should be.
    if lowered.contains(ascii: "your"),
      lowered.split(whereSeparator: { !$0.isLetter }).contains(where: {
        $0.hasPrefix("your") && $0.count > 4 && $0 != "yours" && $0 != "yourself"
      })
    {
      return true
    }
    if marks.stand(in: lowered) || word == "…"
      || (word.hasSuffix("...") && !word.hasSuffix("/...") && !word.contains(" "))
    {
      return true
    }
    // `[version]` is a pattern of file names to the shell, but no author means that.
    guard word.hasPrefix("["), word.hasSuffix("]"), word.count > 4 else { return false }
    var inner = word.dropFirst().dropLast()
    // `[SERVICE...]`: any number of them.
    if inner.hasSuffix("...") { inner = inner.dropLast(3) }
    return inner.allSatisfy { $0.isLetter || $0 == "_" || $0 == "-" || $0 == " " }
      || leavesChoice(inner.utf8)
  }

  /// `NAME/ID` of `[NAME/ID]`: names in capitals of which the reader takes one. No pattern of file names
  /// matches a slash.
  private static func leavesChoice(_ inner: Substring.UTF8View) -> Bool {
    let parts = inner.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return parts.count > 1
      && parts.allSatisfy { part in
        part.count > 1 && part.allSatisfy { (0x41...0x5A).contains($0) || "_-".utf8.contains($0) }
      }
  }

  /// `user@remote:a`: words for who and where that name nobody.
  private static func isLoginOfNobody(_ word: String) -> Bool {
    guard let sign = word.utf8.firstIndex(of: ShellByte.at) else { return false }
    let host = word.utf8[sign...].dropFirst().prefix { $0 != UInt8(ascii: ":") }
    return nobodies.contains(String(word[..<sign]))
      && machines.contains(String(Substring(host)))
  }

  private static let nobodies: NameSet = ["user", "username", "foo", "foobar"]
  private static let machines: NameSet = [
    "host", "hostname", "remote", "remotehost", "remote-host", "remote_host", "server",
    "remote_server", "remote-server", "ip", "ipaddress", "ip_address", "ip-address", "machine",
    "remote-machine", "remote_machine",
  ]

  private static let marks: Fragments = [
    "your-", "your_", "path/to/", "path/of/", "path/on/", "[your", "yourname", "xxxx", "changeme",
    "replace-me", "replace_me", "-that-", "_here", "enter_",
    "@my-domain.", "@mydomain.", "xx.xx", "xx-xx",
  ]

  /// `[ACCOUNT-ID]` within an address. Patterns of file names have ranges or few letters between brackets.
  private static func bracketed(_ word: String) -> Bool {
    guard let start = word.firstIndex(of: "["), let end = word[start...].firstIndex(of: "]"),
      let before = word[..<start].utf8.last, "/=:@".utf8.contains(before),
      word[end...].dropFirst().first.map({ "/:@&?.\"'".contains($0) }) ?? true
    else { return false }
    let inner = word[start..<end].dropFirst()
    return inner.utf8.count > 4
      && inner.utf8.contains { $0 == ShellByte.dash || $0 == ShellByte.underscore }
      && inner.utf8.prefix(2).allSatisfy { (0x41...0x5A).contains($0) }
      && inner.utf8.allSatisfy {
        (0x41...0x5A).contains($0) || $0 == ShellByte.dash || $0 == ShellByte.underscore
      }
  }

  /// The parts of a word that stand in by themselves: `YOUR_KEY` in `Authorization: YOUR_KEY` and
  /// `your-bucket` in `s3://your-bucket/data`; a path made up as a whole and all else is one.
  static func standIns(in word: String) -> [String] {
    let pieces = word.utf8.split { (0x09...0x0D).contains($0) || " \"'`=,;()&|".utf8.contains($0) }
      .flatMap { piece in
        let isPath = String(Substring(piece)).inLowercase.contains(ascii: "path/")
        return isPath ? [piece] : piece.split { "/:@?".utf8.contains($0) }
      }
    let parts = pieces.map { String(Substring($0)) }.filter {
      isStandIn($0) || namesThing($0.inLowercase)
    }
    if parts.isEmpty, !isAddressOfNames(word), case let names = namesInPath(of: word),
      !names.isEmpty
    {
      return names
    }
    return parts.isEmpty || word.hasPrefix("[") ? [word] : parts
  }
}
