internal import Machine

/// A throw-away view of this machine: every file system as a lower layer that is never written, what
/// is changed in an upper one that goes with the run.
///
/// It guards against accidents, not against hostile code. The network and the processor are shared;
/// processes, devices and kernel settings are not.
struct Sandbox: Place {
  private let variables: [String: String]
  private let bubblewrap: Bubblewrap

  /// Folders below `/tmp` that are not hidden by the sandbox's own.
  private let shownFolders: [String]

  init(
    environment: [String: String], _ setup: PlaceSetup = PlaceSetup()
  ) throws(MachineError) {
    variables = environment
    shownFolders = setup.shownFolders
    bubblewrap = try Bubblewrap(environment: environment, setup)
  }

  func changes() -> SandboxChanges? { bubblewrap.changes(home: home) }
  func terminalInside(_ terminal: String) -> String { Bubblewrap.terminalInside }

  var temporaryFolder: String { variables["TMPDIR"] ?? "/tmp" }
  var startFolder: String? { home }
  private var home: String { variables["HOME"] ?? "/root" }
  var files: [String: String] { bubblewrap.files }

  func folderInside(_ folder: String) -> String { Bubblewrap.folderInside }

  func launch(_ bash: [String], folder: String) throws(MachineError) -> [String] {
    let mounts = MountPoint.all()
    return try bubblewrap.launch(
      bash, over: mounts.filter(\.isLayered).map { ($0.path, $0.path) }, options: options(mounts),
      folder: folder)
  }

  private func options(_ mounts: [MountPoint]) -> [String] {
    var options: [String] = []
    // A home folder below /tmp would be hidden by the one that was laid over it.
    if home.hasPrefix("/tmp/") { options += ["--bind", bubblewrap.storage.root + home, home] }
    for folder in shownFolders { options += ["--bind", bubblewrap.storage.root + folder, folder] }
    for mount in mounts where mount.isShownReadOnly {
      options += ["--ro-bind-try", mount.path, mount.path]
    }
    if let resolver = Bubblewrap.resolver { options += ["--ro-bind-try", resolver, resolver] }
    // Links are followed: what they lead to is hidden, wherever it lies.
    for secret in Secrets.folders(home: home).compactMap(System.realPath) {
      options += ["--perms", "700", "--tmpfs", secret]
    }
    for secret in Secrets.files(home: home).compactMap(System.realPath) {
      options += ["--ro-bind", "/dev/null", secret]
    }
    return options
  }

  func environment(folder: String) -> [String] {
    var own = ["HOME": home]
    own["PATH"] = variables["PATH"]
    own["USER"] = bubblewrap.isRoot ? variables["USER"] : nil
    return bubblewrap.environment(of: variables, own: own, folder: folder)
  }

  func failure(_ reason: String) -> MachineError { bubblewrap.failure(reason) }
}
