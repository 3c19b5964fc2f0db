/// What the words of a command say of other machines.
enum RemoteHost {
  private static let ports: NameTable<Int> = [
    "https": 443, "http": 80, "ftp": 21, "ssh": 22, "git": 9418,
  ]

  /// The host and port of `https://host:port/…` or `git@host:…`, or `nil`; this machine's own names
  /// are given too.
  static func host(in word: String) -> (host: String, port: Int)? {
    guard word.contains(byte: UInt8(ascii: ":")) else { return nil }
    if let scheme = word.firstRange(ofASCII: "://") {
      // The address may be the value of an option: `--endpoint-url=http://…`.
      let before = word.utf8[..<scheme.lowerBound].split { !ShellByte.isLetter($0) }
      let authority = word.utf8[scheme.upperBound...].prefix {
        $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != ShellByte.hash
      }
      let parts = authority.split(separator: ShellByte.at).last?.split(separator: UInt8(ascii: ":"))
      guard let name = before.last, let port = ports[String(Substring(name)).inLowercase],
        let parts, let host = parts.first, isName(host)
      else { return nil }
      return (String(Substring(host)), parts.count > 1 ? Int(Substring(parts[1])) ?? port : port)
    }
    guard word.hasPrefix("git@"), let colon = word.utf8.firstIndex(of: UInt8(ascii: ":")) else {
      return nil
    }
    let host = word.utf8[..<colon].dropFirst(4)
    return isName(host) ? (String(Substring(host)), 22) : nil
  }

  static func isLocal(_ host: some StringProtocol) -> Bool {
    host == "localhost" || host.hasPrefix("127.") || host == "0.0.0.0" || host.hasPrefix("[")
      || host.hasSuffix(".localhost") || isNamedLoopback(String(host))
  }

  /// `app.127.0.0.1.nip.io`: names that the public answers with the address within them.
  private static func isNamedLoopback(_ host: String) -> Bool {
    guard let suffix = mirrors.first(where: host.hasSuffix) else { return false }
    let name = host.dropLast(suffix.utf8.count)
    return name.hasSuffix("127.0.0.1") || name.hasSuffix("127-0-0-1")
  }

  private static let mirrors = [".nip.io", ".sslip.io"]

  /// Whether a host is this machine or one of a network of its own: a name without a point, or an
  /// address that no router of the internet knows (RFC 1918, RFC 3927).
  static func isPrivate(_ host: String) -> Bool {
    if isLocal(host) || !host.contains(".") || host.hasSuffix(".local") { return true }
    if ["10.", "192.168.", "169.254."].contains(where: host.hasPrefix) { return true }
    let parts = host.split(separator: ".").map { Int($0) }
    return parts.count == 4 && parts[0] == 172 && (16...31).contains(parts[1] ?? 0)
  }

  /// Whether a word names a store on other machines, such as `gs://bucket/file`.
  static func isRemoteStore(_ word: String) -> Bool {
    word.contains(ascii: "://")
      && ["gs://", "s3://", "s3a://", "abfs://", "wasb://"].contains { word.contains(ascii: $0) }
  }

  /// Whether a word names an image on a server, such as `docker://ubuntu`.
  static func isImage(_ word: String) -> Bool {
    word.contains(ascii: "://")
      && ["docker://", "library://", "shub://", "oras://"].contains(where: word.hasPrefix)
  }

  /// Whether a command names hosts and all of them are this machine, so that it needs no network.
  ///
  /// - Parameters:
  ///   - isLogin: whether a bare word is a host, as for `ssh`.
  ///   - takesServices: whether a name without a point in an address is a container's or a service's of
  ///     the same machine.
  static func areAllLocal(_ words: [String], isLogin: Bool, takesServices: Bool = false) -> Bool {
    var isFound = false
    var isService = false
    for (index, word) in words.enumerated() {
      guard isLogin || mayNameHost(word.utf8) else { continue }
      // What is sent may name any host.
      if index > 0, !isLogin, sending.contains(words[index - 1]), !word.hasPrefix("http") {
        continue
      }
      let host: String?
      if let (named, _) = Self.host(in: word) {
        host = named
      } else if ["localhost", "127.0.0.1", "0.0.0.0"].contains(where: word.hasPrefix),
        // `0.0.0.0/0` is every address there is.
        !word.hasPrefix("0.0.0.0/")
      {
        host = "localhost"
      } else if let scheme = word.firstRange(ofASCII: "://"),
        ["localhost", "127.0.0.1", "0.0.0.0"].contains(where: word[scheme.upperBound...].hasPrefix)
      {
        host = "localhost"
      } else {
        let isHost = isLogin && !word.hasPrefix("-")
        host = isHost ? word.split(separator: "@").last.map(String.init) : nil
      }
      guard let host else { continue }
      isFound = true
      if isLocal(host) { continue }
      // A proxy or what is sent is not what is fetched.
      guard takesServices, word.hasPrefix("http"), Self.isService(host),
        index == 0 || !["-x", "--proxy", "-e", "-F", "-d", "-H"].contains(words[index - 1])
      else { return false }
      isService = true
    }
    // An address may be written without its scheme.
    return isFound && !(isService && words.contains(where: isHost))
  }

  /// Options of `curl` that take what is sent.
  private static let sending: NameSet = [
    "-d", "--data", "--data-raw", "--data-binary", "--data-urlencode", "--json", "-H", "--header",
    "-F", "--form",
  ]

  /// `e.org/a`: a word with a point before its first slash.
  private static func isHost(_ word: String) -> Bool {
    word.utf8.first != ShellByte.dash
      && word.utf8.prefix { $0 != UInt8(ascii: "/") }.dropFirst().dropLast().contains(ShellByte.dot)
  }

  /// `hasher` of `http://hasher/`; in capitals it would stand for a name, and `node2` is a machine.
  private static func isService(_ host: String) -> Bool {
    let bytes = host.utf8
    guard !bytes.contains(ShellByte.dot),
      bytes.first.map({ (0x61...0x7A).contains($0) }) == true, let last = bytes.last
    else { return false }
    return !ShellByte.isDigit(last) && !host.hasSuffix("-ip") && !host.hasPrefix("path-")
      && !machines.contains(host)
  }

  private static let machines: NameSet = [
    "host", "hostname", "server", "fileserver", "mirror", "proxy", "machine", "node", "master",
  ]

  /// Whether a word has a colon, or begins as one of this machine's names does.
  private static func mayNameHost(_ word: String.UTF8View) -> Bool {
    guard let first = word.first else { return false }
    return first == UInt8(ascii: "l") || ShellByte.isDigit(first)
      || word.contains(UInt8(ascii: ":"))
  }

  private static let takingValue: NameSet = [
    "-i", "-p", "-l", "-o", "-L", "-R", "-D", "-F", "-J", "-W", "-b", "-c",
  ]

  /// Whether `ssh` is given a command for the other machine, or told to run none (`-N`).
  static func hasRemoteCommand(_ command: ResolvedCommand) -> Bool {
    var words = command.arguments[...]
    var operands = 0
    while let word = words.popFirst() {
      if ["-N", "-n", "-V", "-G"].contains(word.text) { return true }
      if takingValue.contains(word.text) {
        words = words.dropFirst()
      } else if !word.text.hasPrefix("-") || operands > 0 {
        operands += 1
      }
    }
    return operands > 1
  }

  /// Only what a host name may be made of reaches a probe's command line (RFC 1123 section 2.1).
  private static func isName(_ host: Substring.UTF8View) -> Bool {
    !host.isEmpty
      && host.allSatisfy {
        ShellByte.isLetter($0) || ShellByte.isDigit($0) || $0 == ShellByte.dot
          || $0 == ShellByte.dash
      }
  }
}
