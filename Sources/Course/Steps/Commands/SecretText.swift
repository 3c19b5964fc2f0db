/// Whether a password, token or key stands in a command, default ones such as `root` included.
enum SecretText {
  static func isIn(_ simple: SimpleCommand) -> Bool {
    for assignment in simple.assignments where isSecret(name: assignment.name) {
      if !isReference(assignment.value.text) { return true }
    }
    let words = simple.words.map(\.text)
    for (index, word) in words.enumerated() {
      // A word of several lines is a program or a text, not a setting.
      guard !word.contains(ascii: "\n") else { continue }
      if let equals = word.firstIndex(of: "=") {
        let value = String(word[word.index(after: equals)...])
        if isSecret(name: String(word[..<equals])), !isReference(value) { return true }
      } else if index + 1 < words.count, word.hasPrefix("--"), isSecret(name: word) {
        if !isReference(words[index + 1]), !words[index + 1].hasPrefix("-") { return true }
      }
      if hasLogin(word)
        || (index > 0 && ["-u", "--user"].contains(words[index - 1]) && isLogin(word))
      {
        return true
      }
    }
    return false
  }

  /// `POSTGRES_PASSWORD`, `--password`, `-e API_KEY`, `GITHUB_TOKEN`; a name that ends in FILE or PATH
  /// only says where a secret is.
  private static func isSecret(name: String) -> Bool {
    let parts = name.uppercased().split { !$0.isLetter }.map(String.init)
    guard let last = parts.last, !["FILE", "PATH", "NAME", "ID", "DIR"].contains(last) else {
      return false
    }
    let text = parts.joined(separator: "_")
    let marks = [
      "PASSWORD", "PASSWD", "PASS", "TOKEN", "SECRET", "API_KEY", "APIKEY", "ACCESS_KEY",
      "SECRET_KEY", "PRIVATE_KEY",
    ]
    return marks.contains {
      text == $0 || text.hasSuffix("_" + $0) || text.hasSuffix($0) && $0.count > 6
    }
  }

  /// Whether the value stands somewhere else: a variable, a file, a command's output, or nothing.
  private static func isReference(_ value: String) -> Bool {
    let bare = value.filter { $0 != "\"" && $0 != "'" }
    return bare.isEmpty || bare.hasPrefix("$") || bare.hasPrefix("`") || bare.hasPrefix("/")
      || bare.hasPrefix("~")
  }

  /// `scheme://user:password@host`
  private static func hasLogin(_ word: String) -> Bool {
    guard let scheme = word.firstRange(ofASCII: "://") else { return false }
    let authority = word[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" }
    guard let at = authority.lastIndex(of: "@") else { return false }
    let login = authority[..<at]
    guard let colon = login.firstIndex(of: ":") else { return false }
    return !isReference(String(login[login.index(after: colon)...]))
  }

  /// `user:password`
  private static func isLogin(_ word: String) -> Bool {
    let bare = word.filter { $0 != "\"" && $0 != "'" }
    guard let colon = bare.firstIndex(of: ":") else { return false }
    return !isReference(String(bare[bare.index(after: colon)...]))
  }
}
