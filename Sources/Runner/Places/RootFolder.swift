internal import Machine

/// A throw-away view of a folder that holds a whole system, as debootstrap makes it: the folder is
/// never written, what is changed goes with the run.
struct RootFolder: Place {
  private let variables: [String: String]
  private let bubblewrap: Bubblewrap
  private let folder: String

  /// - Parameter folder: its path; relative to the working folder, if it is no absolute one.
  init(
    _ folder: String, environment: [String: String], _ setup: PlaceSetup = PlaceSetup()
  ) throws(MachineError) {
    variables = environment
    guard Files.isFolder(folder), let path = System.realPath(folder) else {
      throw MachineError("there is no folder \(folder) to run in")
    }
    // Either would end the path among the overlay's options.
    guard !path.contains(where: { $0 == ":" || $0 == "," }) else {
      throw MachineError("the path \(path) holds a colon or a comma, which no overlay takes")
    }
    // A link such as /bin leads from this machine's root on, not from the folder's.
    guard ["bin", "usr/bin"].contains(where: { System.isExecutable("\(path)/\($0)/bash") }) else {
      throw MachineError(
        "\(folder) holds no system to run in: there is no bin/bash",
        mend: "`mmdebstrap --variant=apt bookworm \(folder)` makes one")
    }
    self.folder = path
    bubblewrap = try Bubblewrap(environment: environment, setup)
  }

  var temporaryFolder: String { variables["TMPDIR"] ?? "/tmp" }
  var startFolder: String? { nil }
  var files: [String: String] { bubblewrap.files }

  func folderInside(_ folder: String) -> String { Bubblewrap.folderInside }

  func launch(_ bash: [String], folder: String) throws(MachineError) -> [String] {
    // The name servers are those of this machine's network.
    let resolver =
      Files.exists("\(self.folder)/etc")
      ? ["--ro-bind-try", "/etc/resolv.conf", "/etc/resolv.conf"] : []
    return try bubblewrap.launch(
      bash, over: [("/", self.folder)], options: resolver, folder: folder)
  }

  func environment(folder: String) -> [String] {
    bubblewrap.environment(of: variables, own: ["HOME": "/root"], folder: folder)
  }

  func changes() -> SandboxChanges? { bubblewrap.changes(home: "/root") }
  func terminalInside(_ terminal: String) -> String { Bubblewrap.terminalInside }

  func failure(_ reason: String) -> MachineError { bubblewrap.failure(reason) }
}
