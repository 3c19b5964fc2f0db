/// Whether a password, token or key stands in a command, default ones such as `root` included.
enum SecretText {
  static func isIn(_ simple: SimpleCommand) -> Bool { found(in: simple) != nil }

  /// The first word, or assignment's value, that gives a secret away, and the secret.
  static func found(in simple: SimpleCommand) -> (word: Word, value: String)? {
    for assignment in simple.assignments where isSecret(name: assignment.name) {
      let value = assignment.value.text
      if !isReference(value) { return (assignment.value, value) }
    }
    // Most words are too plain to hold any.
    guard simple.words.contains(where: mayTell) else { return nil }
    // What is looked for may be settings of passwords.
    let isSearch = simple.name.map(searchers.contains) == true
    for (index, word) in simple.words.enumerated() where mayTell(word) {
      let text = word.text
      if text == "--secret" || text.hasPrefix("--secret="),
        simple.words[..<index].contains(where: { namers.contains($0.text) })
      {
        continue
      }
      // A word of several lines is a program or a text, not a setting.
      guard !text.contains(byte: 0x0A) else { continue }
      if let equals = text.utf8.firstIndex(of: UInt8(ascii: "=")) {
        // Of a command in quotes, the setting is what stands before the blank.
        let value = String(Substring(text.utf8[equals...].dropFirst().prefix { $0 != 0x20 }))
        let name = String(text[..<equals])
        if !isSearch, isSecret(name: name), !isKeyFile(value, of: name), !isReference(value) {
          return (word, value)
        }
      } else if index + 1 < simple.words.count, text.hasPrefix("--"), isSecret(name: text) {
        let next = simple.words[index + 1]
        if !isKeyFile(next.text, of: text), !isReference(next.text), !next.text.hasPrefix("-") {
          return (next, next.text)
        }
      } else if text.hasPrefix("-p"), text.utf8.count > 2,
        // The client may be run by another command, or in a container.
        simple.words[..<index].contains(where: { passwordClients.contains($0.text) })
      {
        let value = String(text.dropFirst(2))
        if !isReference(value) { return (word, value) }
      }
      guard text.contains(byte: UInt8(ascii: ":")) else { continue }
      if let value = login(text) ?? (isUser(index, of: simple) ? afterColon(text) : nil),
        !isReference(value)
      {
        return (word, value)
      }
    }
    return nil
  }

  /// Whether a word holds a sign behind which a secret may stand, or is an option.
  private static func mayTell(_ word: Word) -> Bool {
    let bytes = word.source.bytes
    return bytes.first == ShellByte.dash
      || bytes.contains { $0 == ShellByte.equals || $0 == UInt8(ascii: ":") }
  }

  /// Whether a word is the `user:password` of a program that asks a server for something; to others,
  /// `-u` is a format of dates in UTC or the number of a user.
  private static func isUser(_ index: Int, of simple: SimpleCommand) -> Bool {
    index > 0 && ["-u", "--user"].contains(simple.words[index - 1].text)
      && simple.words[..<index].contains { askingClients.contains($0.text) }
  }

  private static let askingClients: NameSet = [
    "curl", "http", "https", "xh", "wget", "aria2c", "ab", "hey", "wrk",
  ]

  /// Whether the value is the name of a file, as many programs take it for a private key.
  private static func isKeyFile(_ value: String, of option: String) -> Bool {
    option == "--private-key" && value.utf8.count < 32 && !value.hasPrefix("0x")
  }

  /// Programs whose `--secret` names one that is kept elsewhere.
  private static let namers: NameSet = ["docker", "podman", "nerdctl", "buildah"]

  private static let searchers: NameSet = [
    "grep", "egrep", "fgrep", "rg", "ag", "ack",
  ]

  /// Clients that take a password right behind `-p`.
  private static let passwordClients: NameSet = [
    "mysql", "mysqldump", "mysqladmin", "mariadb", "sshpass",
  ]

  /// `POSTGRES_PASSWORD`, `--password`, `-e API_KEY`, `GITHUB_TOKEN`; a name that ends in FILE or PATH
  /// only says where a secret is.
  static func isSecret(name: String) -> Bool {
    guard hints.stand(in: name.inLowercase) else { return false }
    let name = name.uppercased()
    let parts = name.split { !$0.isLetter }.map(String.init)
    guard let last = parts.last, !["FILE", "PATH", "NAME", "ID", "DIR"].contains(last) else {
      return false
    }
    let text = parts.joined(separator: "_")
    // The name of a new cluster of etcd, which keeps nobody out.
    if text == "INITIAL_CLUSTER_TOKEN" || text == "ETCD_INITIAL_CLUSTER_TOKEN" { return false }
    let marks = [
      "PASSWORD", "PASSWD", "PASS", "TOKEN", "SECRET", "API_KEY", "APIKEY", "ACCESS_KEY",
      "SECRET_KEY", "PRIVATE_KEY",
    ]
    return marks.contains {
      text == $0 || text.hasSuffix("_" + $0) || text.hasSuffix($0) && $0.count > 6
    }
  }

  private static let hints: Fragments = ["pass", "token", "secret", "key"]

  /// Whether the value stands somewhere else, in a variable, a file or a command's output, or there is
  /// none: `none`, `XXX`.
  static func isReference(_ value: String) -> Bool {
    let bare = value.filter { $0 != "\"" && $0 != "'" }
    return bare.isEmpty || bare.hasPrefix("$") || bare.hasPrefix("`") || bare.hasPrefix("/")
      || bare.hasPrefix("~") || bare == "none"
      || bare.utf8.count > 2 && bare.utf8.allSatisfy { $0 | 0x20 == UInt8(ascii: "x") }
  }

  /// The password of `scheme://user:password@host`.
  private static func login(_ word: String) -> String? {
    guard let scheme = word.firstRange(ofASCII: "://") else { return nil }
    let authority = word.utf8[scheme.upperBound...].prefix {
      $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?")
    }
    let end = authority.lastIndex(of: ShellByte.at)
    return end.flatMap { afterColon(word[scheme.upperBound..<$0]) }
  }

  /// The password of `user:password`.
  private static func afterColon(_ word: some StringProtocol) -> String? {
    let bare = word.filter { $0 != "\"" && $0 != "'" }
    return bare.firstIndex(of: ":").map { String(bare[bare.index(after: $0)...]) }
  }

  /// Whether its author has left out a part of the value: `eyJhb...9w`.
  static func isCut(_ value: String) -> Bool {
    value.contains(ascii: "...") || value.contains(ascii: "…")
  }

  /// Whether everyone knows the value, as the password that an image or an example begins with, so
  /// that it keeps nothing.
  static func isWellKnown(_ value: String) -> Bool {
    let known: Set<String> = [
      "root", "postgres", "admin", "password", "passwd", "pass", "secret", "example", "test",
      "mysql", "mongo", "redis", "guest", "user", "docker", "changeme", "minioadmin", "minio",
      "airflow", "kestra", "grafana", "root123", "admin123", "pgadmin", "my-secret-pw",
    ]
    // The keys of Amazon's manuals say so themselves.
    return value.contains(ascii: "EXAMPLEKEY")
      || known.contains(value.lowercased().filter { $0 != "\"" && $0 != "'" })
  }
}
