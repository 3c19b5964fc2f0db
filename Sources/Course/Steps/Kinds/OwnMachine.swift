/// Logins to a machine that the reader has set up, such as a VM of the course: who logs in there works on
/// it from then on as on the own one, unless the text says that what follows is meant for it alone.
struct OwnMachine {
  private var title: OpenHeading?
  private var heading: OpenHeading?
  /// The texts since that heading.
  private var texts: [Prose] = []
  /// The login to such a machine in this section.
  private var login: String?

  mutating func enterSection(_ heading: OpenHeading) {
    if title == nil { title = heading }
    self.heading = heading
    texts.removeAll(keepingCapacity: true)
    login = nil
  }

  /// - Returns: the login, where the text says that what follows is meant for its machine alone.
  mutating func note(_ prose: Prose) -> String? {
    texts.append(prose)
    guard let open = login, Phrases.first(Self.insides, in: prose.marked) != nil else { return nil }
    login = nil
    return open
  }

  /// Whether a command is the login to such a machine.
  ///
  /// - Parameter login: its text.
  mutating func takes(_ login: String, _ command: ResolvedCommand) -> Bool {
    guard command.name == "ssh", isMentioned, !Self.isNumbered(command) else { return false }
    self.login = login
    return true
  }

  /// Whether the page or the section speaks of such a machine.
  private var isMentioned: Bool {
    [title, heading].contains { heading in
      heading.map { Phrases.first(Self.machines, in: $0.lowercased) != nil } ?? false
    } || texts.contains { Phrases.first(Self.machines, in: $0.marked) != nil }
  }

  /// Whether the machine is one of several, `node1`.
  private static func isNumbered(_ command: ResolvedCommand) -> Bool {
    guard let host = command.values.last?.utf8, let last = host.last else { return false }
    return ShellByte.isDigit(last) && !host.contains(ShellByte.dot)
  }

  private static let machines: Phrases = [
    "vm", "virtual machine", "ec2", "compute engine", "compute instance", "cloud instance",
    "gcp instance", "droplet", "lightsail", "vps", "máquina virtual",
  ]
  private static let insides: Phrases = [
    "logged in", "logging in", "log in", "once connected", "on the vm", "in the vm", "on your vm",
    "in your vm", "on the instance", "in the instance", "on the remote machine", "on the droplet",
  ]
}
