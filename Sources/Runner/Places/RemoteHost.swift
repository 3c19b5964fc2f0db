internal import Machine

/// Another machine that the system's `ssh` leads to: what the commands do there stays done.
///
/// One connection carries everything; the session's folder lies on the other machine, and goes when
/// the connection ends, however it does.
struct RemoteHost: Place {
  private let host: String
  private let variables: [String: String]
  private let ssh: String
  private let folder: String

  /// - Parameter host: a name of the person's `ssh` configuration, `user@host`, or an `ssh://` address.
  init(_ host: String, environment: [String: String]) throws(MachineError) {
    guard let ssh = Programs(environment).path(of: "ssh") else {
      throw MachineError(
        "\(host) cannot be reached: ssh is not installed",
        mend: "`apt install openssh-client` makes it possible")
    }
    self.ssh = ssh
    self.host = host
    variables = environment
    // Nobody knows the name before the folder is made, which fails where one of that name is.
    let name = (0..<2).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }.joined()
    folder = "/tmp/notes-session-\(name)"
  }

  var isRemote: Bool { true }
  var temporaryFolder: String { variables["TMPDIR"] ?? "/tmp" }
  func folderInside(_ folder: String) -> String { self.folder }
  var startFolder: String? { nil }
  var files: [String: String] { ["apt.conf": QuietEnvironment.aptConfiguration] }

  func launch(_ bash: [String], folder: String) -> [String] {
    [
      ssh, "-T", "-x", "-o", "BatchMode=yes", "-o", "ConnectTimeout=15",
      // A line that went dead is noticed after a minute.
      "-o", "ServerAliveInterval=15", "-o", "LogLevel=ERROR", "--", host,
      // Whatever the person's shell there is, it understands this.
      "exec bash --norc --noprofile",
    ]
  }

  func environment(folder: String) -> [String] { variables.map { "\($0)=\($1)" }.sorted() }
  func exports(folder: String) -> [String] { QuietEnvironment.exports(folder: folder) }

  func failure(_ reason: String) -> MachineError {
    MachineError(
      "no shell starts on \(host): \(reason)",
      mend: "`ssh -o BatchMode=yes \(host) bash --version` has to work without a question")
  }
}
