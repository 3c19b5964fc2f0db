/// What one simple command asks of the machine it runs on.
public struct CommandDemands: Sendable {
  /// The command that `sudo` and its like run.
  public let name: String
  public let traits: Set<StepTrait>
  /// Hosts beyond this machine that its words name, with the port.
  public let hosts: [(host: String, port: Int)]

  public init(_ simple: SimpleCommand) {
    let command = ResolvedCommand(simple)
    name = command.name
    traits = CommandTable.traits(of: simple)
    hosts = traits.contains(.network) ? command.values.compactMap(Self.host) : []
  }

  /// Whether its questions have an answer from the environment, so that it does not wait.
  public var isAnsweredByEnvironment: Bool {
    ["apt", "apt-get", "aptitude", "pip", "pip3", "conda", "mamba", "micromamba"].contains(name)
  }

  /// Whether it fetches from the system's package sources.
  public var usesPackageSources: Bool {
    traits.contains(.network) && ["apt", "apt-get", "aptitude"].contains(name)
  }

  /// Whether it is a program that the table has, and so no slip of the author's when it is missing.
  public var isKnownProgram: Bool { CommandTable.hasRow(name) }

  /// The host of `https://host:port/…` or `git@host:…`.
  private static func host(_ word: String) -> (String, Int)? {
    if let scheme = word.firstRange(of: "://") {
      let ports = ["https": 443, "http": 80, "ftp": 21, "ssh": 22, "git": 9418]
      let name = word[..<scheme.lowerBound].lowercased()
      let authority = word[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
      let address = authority.split(separator: "@").last ?? ""
      let parts = address.split(separator: ":")
      guard let host = parts.first, !isLocal(host), let port = ports[name], isName(host) else {
        return nil
      }
      return (String(host), parts.count > 1 ? Int(parts[1]) ?? port : port)
    }
    guard word.hasPrefix("git@"), let colon = word.firstIndex(of: ":") else { return nil }
    let host = word[..<colon].dropFirst(4)
    return isName(host) ? (String(host), 22) : nil
  }

  private static func isLocal(_ host: Substring) -> Bool {
    host == "localhost" || host.hasPrefix("127.") || host == "0.0.0.0" || host.hasPrefix("[")
  }

  /// Only what a host name may be made of reaches a probe's command line (RFC 1123 section 2.1).
  private static func isName(_ host: Substring) -> Bool {
    !host.isEmpty
      && host.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") }
  }
}
