import Course
internal import Glibc
internal import Machine

/// Layered file systems in a mount space of their own, entered with bubblewrap: own processes,
/// devices, temporary folder and kernel settings, few capabilities.
struct Bubblewrap {
  let storage: Layers
  let isRoot = getuid() == 0
  private let program: String
  private let isOffline: Bool

  /// The device of the person's terminal that steps which ask are given, as they see it.
  static let terminalInside = "/run/notes-terminal"
  private let terminal: String?

  /// - Parameters:
  ///   - setup: what the run asks of it.
  init(environment: [String: String], _ setup: PlaceSetup) throws(MachineError) {
    guard let program = Programs(environment).path(of: "bwrap") else {
      throw Self.missing("bubblewrap is not installed", package: "bubblewrap")
    }
    guard getuid() == 0 || Programs(environment).path(of: "fuse-overlayfs") != nil else {
      throw Self.missing(
        "only root can lay the machine's files under a sandbox without it",
        package: "fuse-overlayfs")
    }
    self.program = program
    isOffline = setup.isOffline
    terminal = setup.terminal
    storage = try Layers(keeping: setup.keptFolder, isRoot: isRoot)
  }

  /// Files of the session's folder that take the place of what does not work inside.
  var files: [String: String] {
    [
      "apt.conf": QuietEnvironment.aptConfiguration
        // The helper user of apt does not exist where only one user does.
        + (isRoot ? "" : "APT::Sandbox::User \"root\";\n"),
      "bin/sudo": SudoScript.text, "policy-rc.d": "#!/bin/sh\nexit 101\n",
    ]
  }

  /// Out of the way of what notes delete: everything below `/tmp`, say.
  static let folderInside = "/run/notes"

  /// The words that lay a layer over each of the folders and run `bash` in what comes of it.
  ///
  /// - Parameters:
  ///   - lowers: folders by the path at which they stand inside; `/` first.
  ///   - options: more of bubblewrap's options, after those for the file systems of the kernel.
  ///   - folder: the session's folder on this machine.
  func launch(
    _ bash: [String], over lowers: [(path: String, folder: String)], options: [String],
    folder: String
  ) throws(MachineError) -> [String] {
    var lines: [String] = []
    for lower in lowers {
      let layer = try storage.layer(over: lower.folder, at: lower.path)
      if !isRoot { try RootOnlyFiles.make(in: layer.upper, over: lower.folder) }
      let target = storage.root + (lower.path == "/" ? "" : lower.path)
      let options = "lowerdir=\(lower.folder),upperdir=\(layer.upper),workdir=\(layer.work)"
      let command =
        isRoot
        ? "mount -t overlay notes -o \(options + ",xino=off,volatile,redirect_dir=on,metacopy=off".shellQuoted)"
        : "fuse-overlayfs -o \(options + ",squash_to_root".shellQuoted)"
      let quoted = target.shellQuoted
      // The mounts of containers come and go, and not all can be a lower layer: those are shown as
      // they are, or left out.
      let original = lower.folder.shellQuoted
      lines.append(
        lower.path == "/"
          ? "\(command) \(quoted)"
          : """
          [ ! -d \(quoted) ] || \(command) \(quoted) 2>/dev/null || { \
          mount --rbind \(original) \(quoted) && mount -o remount,bind,ro \(quoted); } 2>/dev/null || :
          """)
    }
    let words = [program] + self.options + options + session(folder) + ["--"] + bash
    lines.append("exec " + words.map(\.shellQuoted).joined(separator: " "))
    // For an ordinary user a process space around all: fuse-overlayfs, too, ends with the shell.
    let user = isRoot ? [] : ["--user", "--map-root-user", "--pid", "--fork", "--kill-child"]
    return ["/usr/bin/unshare"] + user
      + [
        "--mount", "--propagation", "private", "--", "/bin/sh", "-ec",
        lines.joined(separator: "\n"),
      ]
  }

  private var options: [String] {
    [
      "--bind", storage.root, "/", "--dev", "/dev", "--proc", "/proc", "--ro-bind", "/sys", "/sys",
      "--ro-bind", "/proc/sys", "/proc/sys",
      "--perms", "1777", "--tmpfs", "/dev/shm",
      // Folders of their own, not new ones for each shell: what a step leaves there stays for the run.
      "--bind", storage.temporary, "/tmp", "--bind", storage.runtime, "/run",
    ]
  }

  private func session(_ folder: String) -> [String] {
    let inside = Self.folderInside
    var options = [
      // The channels of the session are written all the same: no pipe is a file of its mount.
      "--ro-bind", folder, inside, "--bind", "\(folder)/state", "\(inside)/state",
      "--ro-bind", "\(folder)/policy-rc.d", "/usr/sbin/policy-rc.d",
      // The first process of its space is the session's own, which no signal from inside can end.
      "--unshare-pid", "--as-pid-1", "--unshare-ipc", "--unshare-uts", "--new-session",
      "--cap-drop", "ALL",
    ]
    if isOffline { options.append("--unshare-net") }
    if let terminal { options += ["--dev-bind", terminal, Self.terminalInside] }
    for capability in Self.capabilities { options += ["--cap-add", capability] }
    return options
  }

  /// What installing packages needs; nothing by which the machine itself could be changed.
  private static let capabilities = [
    "cap_chown", "cap_dac_override", "cap_fowner", "cap_fsetid", "cap_setuid", "cap_setgid",
    "cap_setpcap", "cap_setfcap", "cap_kill", "cap_sys_chroot", "cap_net_bind_service",
    "cap_audit_write",
  ]

  /// Nothing of the person's own environment but where things are: variables hold secrets too.
  ///
  /// - Parameters:
  ///   - own: variables of the system inside, among them `HOME` and `PATH`.
  ///   - folder: the session's folder as the shell sees it.
  func environment(
    of variables: [String: String], own: [String: String], folder: String
  ) -> [String] {
    let kept = ["TZ", "LANG", "http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY"]
    var result = QuietEnvironment.variables(folder: folder).merging(own) { $1 }
    for name in kept { result[name] = variables[name] ?? result[name] }
    result["LANG"] = result["LANG"] ?? "C.UTF-8"
    result["TZ"] = result["TZ"] ?? "UTC"
    result["USER"] = result["USER"] ?? "root"
    result["LOGNAME"] = result["USER"]
    result["SHELL"] = "/bin/bash"
    result["PATH"] = "\(folder)/bin:" + (own["PATH"] ?? "/usr/sbin:/usr/bin:/sbin:/bin")
    return result.map { "\($0)=\($1)" }.sorted()
  }

  /// The file on this machine with the name servers, where it lies outside of `/etc`: on many systems
  /// below `/run`, which is empty inside.
  static var resolver: String? {
    System.realPath("/etc/resolv.conf").flatMap { $0.hasPrefix("/run/") ? $0 : nil }
  }

  /// What the layers hold by now.
  ///
  /// - Parameter home: the home folder as commands see it.
  func changes(home: String) -> SandboxChanges {
    let layers = storage.layers.map { layer in
      UpperLayer(
        folder: layer.upper, lower: layer.lower, path: layer.mountPoint, keepsOwners: isRoot)
    }
    let temporary = UpperLayer(folder: storage.temporary, lower: nil, path: "/tmp")
    let stood = isRoot ? [] : RootOnlyFiles.made
    return SandboxChanges(of: layers + [temporary], home: home) { stood.contains($0) }
  }

  func failure(_ reason: String) -> MachineError {
    if let obstacle = SandboxObstacle.find(isRoot: isRoot) {
      return MachineError(
        "no sandbox can be made here: \(obstacle.reason)",
        mend: obstacle.mend + "; `--in host` runs on the machine itself, and what it changes stays")
    }
    return MachineError(
      "no sandbox can be made here: \(reason)",
      mend: "it needs the right to lay file systems over each other (root, or user namespaces and "
        + "/dev/fuse); `--in host` runs on the machine itself, and what it changes stays")
  }

  private static func missing(_ what: String, package: String) -> MachineError {
    MachineError(
      "no sandbox can be made here: \(what)",
      mend: "`apt install \(package)` makes it possible; `--in host` runs on the machine itself, "
        + "and what it changes stays")
  }
}
