/// What an author says of a step beyond its text; `nil` and empty where nothing is said.
public struct StepSettings: Sendable, Equatable {
  /// The id of the step.
  public var name: String?
  public var kind: StepKind?
  /// `true` for a step that is never run, `false` for one that is run whatever the rules say.
  public var isSkipped: Bool?
  public var isOptional: Bool?
  /// The exit status, 0 to 255, with which its last command is to end.
  public var exitStatus: Int?
  /// How long the step may take.
  public var timeout: Duration?
  /// The folder to run it in, as the shell reads it; the step after it is where it would have been.
  public var folder: String?
  /// Variables of this step alone, in the order they are set.
  public var environment: [Variable] = []
  /// Ids or numbers of steps that have to pass before.
  public var needs: [String] = []
  /// Whether it runs on while the steps after it do.
  public var isBackground: Bool?
  /// When a background step counts as started: once all of these hold.
  public var wait: [WaitCondition] = []
  /// The systems it is meant for, such as `macos`; empty for any.
  public var systems: [String] = []
  /// Whether it has to have a terminal.
  public var usesTerminal: Bool?
  /// The file whose content the block is, as the shell reads it.
  public var file: FileTarget?
  /// Whether the page leaves it out.
  public var isHidden: Bool?
  /// Names of variables whose values are shown nowhere.
  public var secrets: [String] = []
  /// What is typed when its commands ask, a line each.
  public var answers: [String] = []
  /// Rules of `notes check` that are switched off for it.
  public var silenced: [String] = []

  public struct Variable: Sendable, Equatable {
    public var name: String
    public var value: String
  }

  public struct FileTarget: Sendable, Equatable {
    public var path: String
    public var isAddition: Bool
  }

  public init() {}

  /// Whether the step is for this program's system at all.
  public var isForThisSystem: Bool {
    systems.isEmpty || systems.contains { Self.ownSystems.contains($0.lowercased()) }
  }

  private static let ownSystems: Set<String> = [
    "linux", "unix", "posix", "ubuntu", "debian", "fedora", "wsl", "all", "any",
  ]
}

/// What tells that a background step has started.
public enum WaitCondition: Sendable, Equatable {
  /// A port of this machine takes connections.
  case port(Int)
  /// It has printed a line that holds the text.
  case output(String)
  /// The address answers with a status below 400.
  case url(String)
  case delay(Duration)
}

extension StepSettings {
  /// The settings where `other`, which is trusted more, says nothing.
  func overridden(by other: StepSettings) -> StepSettings {
    var result = self
    result.name = other.name ?? name
    result.kind = other.kind ?? kind
    result.isSkipped = other.isSkipped ?? isSkipped
    result.isOptional = other.isOptional ?? isOptional
    result.exitStatus = other.exitStatus ?? exitStatus
    result.timeout = other.timeout ?? timeout
    result.folder = other.folder ?? folder
    let names = Set(other.environment.map(\.name))
    result.environment = environment.filter { !names.contains($0.name) } + other.environment
    if !other.needs.isEmpty { result.needs = other.needs }
    result.isBackground = other.isBackground ?? isBackground
    if !other.wait.isEmpty { result.wait = other.wait }
    if !other.systems.isEmpty { result.systems = other.systems }
    result.usesTerminal = other.usesTerminal ?? usesTerminal
    result.file = other.file ?? file
    result.isHidden = other.isHidden ?? isHidden
    // Neither a secret nor a silenced rule of the page is taken back by a block.
    result.secrets = secrets + other.secrets
    result.silenced = silenced + other.silenced
    if !other.answers.isEmpty { result.answers = other.answers }
    return result
  }
}
