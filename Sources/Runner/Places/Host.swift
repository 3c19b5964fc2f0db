internal import Machine

/// The machine itself: what the commands do stays done.
struct Host: Place {
  private let variables: [String: String]

  init(environment: [String: String]) { variables = environment }

  var temporaryFolder: String { variables["TMPDIR"] ?? "/tmp" }
  var startFolder: String? { variables["HOME"] ?? "/" }
  var files: [String: String] { ["apt.conf": QuietEnvironment.aptConfiguration] }

  func folderInside(_ folder: String) -> String { folder }

  func launch(_ bash: [String], folder: String) -> [String] { bash }

  func environment(folder: String) -> [String] {
    variables.merging(QuietEnvironment.variables(folder: folder)) { _, quiet in quiet }
      .map { "\($0)=\($1)" }.sorted()
  }

  func failure(_ reason: String) -> MachineError { MachineError("no shell starts: \(reason)") }
}
