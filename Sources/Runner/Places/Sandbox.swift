internal import Glibc
internal import Machine

/// A throw-away view of this machine: every file system as a lower layer that is never written, what
/// is changed in an upper one that goes with the run.
///
/// It guards against accidents, not against hostile code. The network and the processor are shared;
/// processes, devices and kernel settings are not.
struct Sandbox: Place {
  private let variables: [String: String]
  let storage: SandboxStorage
  let isRoot = getuid() == 0
  private let bubblewrap: String

  /// Folders below `/tmp` that are not hidden by the sandbox's own.
  private let shownFolders: [String]

  /// - Parameter kept: a folder in which the layers stay; without one they go with this value.
  init(
    environment: [String: String], kept: String? = nil, showing folders: [String] = []
  ) throws(MachineError) {
    variables = environment
    shownFolders = folders
    guard let bubblewrap = Programs(environment).path(of: "bwrap") else {
      throw Self.missing("bubblewrap is not installed", package: "bubblewrap")
    }
    guard getuid() == 0 || Programs(environment).path(of: "fuse-overlayfs") != nil else {
      throw Self.missing(
        "only root can lay the machine's files under a sandbox without it",
        package: "fuse-overlayfs")
    }
    self.bubblewrap = bubblewrap
    storage = try SandboxStorage(keeping: kept, isRoot: isRoot)
  }

  var temporaryFolder: String { variables["TMPDIR"] ?? "/tmp" }
  var startFolder: String { home }
  var home: String { variables["HOME"] ?? "/root" }

  var files: [String: String] {
    [
      "apt.conf": QuietEnvironment.aptConfiguration
        // The helper user of apt does not exist where only one user does.
        + (isRoot ? "" : "APT::Sandbox::User \"root\";\n"),
      "bin/sudo": SudoScript.text, "policy-rc.d": "#!/bin/sh\nexit 101\n",
    ]
  }

  func launch(_ shell: [String], folder: String) throws(MachineError) -> [String] {
    let script = try enterScript(shell, folder: folder)
    // In a process space of its own fuse-overlayfs ends with the shell, and the shell with this
    // program, even where that is killed.
    let guardian = isRoot ? [] : ["/usr/bin/setpriv", "--pdeathsig", "KILL", "--"]
    let user = isRoot ? [] : ["--user", "--map-root-user", "--pid", "--fork", "--kill-child"]
    return guardian + ["/usr/bin/unshare"] + user
      + ["--mount", "--propagation", "private", "--", "/bin/sh", "-ec", script]
  }

  /// Lays the layers in a mount space of its own, which ends with the shell, and enters them.
  private func enterScript(_ shell: [String], folder: String) throws(MachineError) -> String {
    let mounts = MountPoint.all()
    var lines: [String] = []
    for mount in mounts where mount.isLayered {
      let layer = try storage.layer(for: mount.path)
      if !isRoot { try RootOnlyFiles.make(in: layer.upper, over: mount.path) }
      let target = storage.root + (mount.path == "/" ? "" : mount.path)
      let options = "lowerdir=\(mount.path),upperdir=\(layer.upper),workdir=\(layer.work)"
      let command =
        isRoot
        ? "mount -t overlay notes -o \(StateScript.quoted(options + ",xino=off,volatile,redirect_dir=on,metacopy=off"))"
        : "fuse-overlayfs -o \(StateScript.quoted(options + ",squash_to_root"))"
      let quoted = StateScript.quoted(target)
      // The mounts of containers come and go, and not all can be a lower layer: those are shown as
      // they are, or left out.
      let original = StateScript.quoted(mount.path)
      lines.append(
        mount.path == "/"
          ? "\(command) \(quoted)"
          : """
          [ ! -d \(quoted) ] || \(command) \(quoted) 2>/dev/null || { \
          mount --rbind \(original) \(quoted) && mount -o remount,bind,ro \(quoted); } 2>/dev/null || :
          """)
    }
    let words = [bubblewrap] + options(mounts, folder: folder) + ["--"] + shell
    lines.append("exec " + words.map(StateScript.quoted).joined(separator: " "))
    return lines.joined(separator: "\n")
  }

  /// Out of the way of what notes delete: everything below `/tmp`, say.
  func folderInside(_ folder: String) -> String { "/run/notes" }

  private func options(_ mounts: [MountPoint], folder: String) -> [String] {
    var options = [
      "--bind", storage.root, "/", "--dev", "/dev", "--proc", "/proc", "--ro-bind", "/sys", "/sys",
      "--ro-bind", "/proc/sys", "/proc/sys",
      "--perms", "1777", "--tmpfs", "/dev/shm",
      // Folders of their own, not new ones for each shell: what a step leaves there stays for the run.
      "--bind", storage.temporary, "/tmp", "--bind", storage.runtime, "/run",
    ]
    // A home folder below /tmp would be hidden by the one that was laid over it.
    if home.hasPrefix("/tmp/") { options += ["--bind", storage.root + home, home] }
    for folder in shownFolders { options += ["--bind", storage.root + folder, folder] }
    for mount in mounts where mount.isShownReadOnly {
      options += ["--ro-bind-try", mount.path, mount.path]
    }
    // On many systems the name servers stand in a file below /run, which is empty here.
    if let resolver = System.realPath("/etc/resolv.conf"), resolver.hasPrefix("/run/") {
      options += ["--ro-bind-try", resolver, resolver]
    }
    // Links are followed: what they lead to is hidden, wherever it lies.
    for secret in Secrets.folders(home: home).compactMap(System.realPath) {
      options += ["--perms", "700", "--tmpfs", secret]
    }
    for secret in Secrets.files(home: home).compactMap(System.realPath) {
      options += ["--ro-bind", "/dev/null", secret]
    }
    options += [
      // The channels of the session are written all the same: no pipe is a file of its mount.
      "--ro-bind", folder, folderInside(folder), "--bind", "\(folder)/state",
      "\(folderInside(folder))/state", "--ro-bind", "\(folder)/policy-rc.d",
      "/usr/sbin/policy-rc.d",
      "--unshare-pid", "--unshare-ipc", "--unshare-uts", "--die-with-parent", "--new-session",
      "--cap-drop", "ALL",
    ]
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
  func environment(folder: String) -> [String] {
    let kept = ["TZ", "LANG", "http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY"]
    var result = QuietEnvironment.variables(folder: folder)
    for name in kept { result[name] = variables[name] }
    result["LANG"] = variables["LANG"] ?? "C.UTF-8"
    result["HOME"] = home
    result["USER"] = isRoot ? variables["USER"] ?? "root" : "root"
    result["LOGNAME"] = result["USER"]
    result["SHELL"] = "/bin/bash"
    result["PATH"] = "\(folder)/bin:" + (variables["PATH"] ?? "/usr/sbin:/usr/bin:/sbin:/bin")
    return result.map { "\($0)=\($1)" }.sorted()
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
