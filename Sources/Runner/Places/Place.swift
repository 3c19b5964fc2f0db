import Course
internal import Machine

/// Where a session's shells run.
protocol Place {
  /// Where a private folder can be made.
  var temporaryFolder: String { get }
  /// Whether the session's folder lies on another machine.
  var isRemote: Bool { get }
  /// Where the shell sees the session's folder.
  func folderInside(_ folder: String) -> String
  /// The folder in which the page begins; `nil` for the home folder that the place itself gives.
  var startFolder: String? { get }
  /// Small files that the place puts into the session's folder, by name.
  var files: [String: String] { get }

  /// The words that start bash in this place, there or around it; the first is a program's path.
  ///
  /// - Parameters:
  ///   - bash: the words as they would be on this machine.
  ///   - folder: the session's folder on this machine.
  func launch(_ bash: [String], folder: String) throws(MachineError) -> [String]

  /// `NAME=value` each, for what `launch` starts.
  ///
  /// - Parameter folder: the session's folder as the shell sees it.
  func environment(folder: String) -> [String]

  /// The path by which commands see the person's terminal, given by its path on this machine.
  func terminalInside(_ terminal: String) -> String

  /// What commands have changed so far, in a place that is thrown away; `nil` where it stays or
  /// cannot be told.
  func changes() -> SandboxChanges?

  /// Variables that do not reach the shell from `launch`, in the shell's syntax: `NAME='value'` each.
  ///
  /// - Parameter folder: the session's folder as the shell sees it.
  func exports(folder: String) -> [String]

  /// The words that remove what `launch` made where it does not end by itself.
  var removal: [String] { get }

  /// What to tell when the shell did not come up.
  func failure(_ reason: String) -> MachineError
}

/// What holds for a place on this machine whose processes are this program's own.
extension Place {
  func changes() -> SandboxChanges? { nil }
  func terminalInside(_ terminal: String) -> String { terminal }
  var isRemote: Bool { false }
  var removal: [String] { [] }
  func exports(folder: String) -> [String] { [] }
}

/// The answers to questions that documented commands ask, given by environment so that the commands
/// run unchanged.
enum QuietEnvironment {
  static func variables(folder: String) -> [String: String] {
    [
      "TERM": "dumb", "NO_COLOR": "1", "PAGER": "cat", "GIT_PAGER": "cat", "COLUMNS": "80",
      "DEBIAN_FRONTEND": "noninteractive", "APT_CONFIG": "\(folder)/apt.conf",
      "GIT_TERMINAL_PROMPT": "0", "PIP_NO_INPUT": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1",
      "CONDA_ALWAYS_YES": "true", "HOMEBREW_NO_AUTO_UPDATE": "1",
    ]
  }

  /// The same for a place that inherits nothing from this program.
  static func exports(folder: String) -> [String] {
    variables(folder: folder).map { "\($0)=\($1.shellQuoted)" }.sorted()
  }

  /// Answers yes where apt asks, and makes an update that fetched nothing an error, not a warning.
  static let aptConfiguration = """
    APT::Get::Assume-Yes "true";
    APT::Update::Error-Mode "any";
    Dpkg::Use-Pty "false";
    Dpkg::Options { "--force-confdef"; "--force-confold"; };

    """
}
