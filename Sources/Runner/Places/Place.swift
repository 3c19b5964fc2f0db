internal import Machine

/// Where a session's shell runs.
protocol Place {
  /// Where a private folder can be made.
  var temporaryFolder: String { get }
  /// Where the shell sees the session's folder.
  func folderInside(_ folder: String) -> String
  /// The folder in which the page begins.
  var startFolder: String { get }
  /// Small files that the place puts into the session's folder, by name.
  var files: [String: String] { get }

  /// The words that start `shell` in this place; the first is a program's path.
  func launch(_ shell: [String], folder: String) throws(MachineError) -> [String]

  /// `NAME=value` each.
  ///
  /// - Parameter folder: the session's folder as the shell sees it.
  func environment(folder: String) -> [String]

  /// What commands have changed so far, in a place that is thrown away; `nil` where it stays.
  func changes() -> SandboxChanges?

  /// What to tell when the shell did not come up.
  func failure(_ reason: String) -> MachineError
}

extension Place {
  func changes() -> SandboxChanges? { nil }
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

  /// Answers yes where apt asks, and makes an update that fetched nothing an error, not a warning.
  static let aptConfiguration = """
    APT::Get::Assume-Yes "true";
    APT::Update::Error-Mode "any";
    Dpkg::Use-Pty "false";
    Dpkg::Options { "--force-confdef"; "--force-confold"; };

    """
}
