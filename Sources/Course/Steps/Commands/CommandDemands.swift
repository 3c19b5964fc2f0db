/// What one simple command asks of the machine it runs on.
public struct CommandDemands: Sendable {
  /// The command that `sudo` and its like run.
  public let name: String
  /// The program that is started, which differs for `python3 -m pip` and `docker compose`.
  public let program: String
  public let traits: Set<StepTrait>
  /// Hosts beyond this machine that its words name, with the port.
  public let hosts: [(host: String, port: Int)]

  /// Commands that it installs.
  public let installedCommands: [String]

  public init(_ simple: SimpleCommand) {
    let command = ResolvedCommand(simple)
    name = command.name
    program = command.program
    installedCommands = Products.commands(of: command)
    traits = CommandTable.traits(of: simple, command).traits
    hosts =
      traits.contains(.network)
      ? command.values.compactMap(RemoteHost.host).filter { !RemoteHost.isLocal($0.host) } : []
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
}
