/// Files that change by the way, of which a reader learns nothing.
struct ChangeNoise {
  /// Where the person's home folder is.
  var home: String

  func covers(_ path: String) -> Bool {
    if Self.files.contains(path) || path.hasSuffix(".pyc") { return true }
    let folders = Self.folders + ["\(home)/.cache", "/root/.cache"]
    return folders.contains { path == $0 || path.hasPrefix($0 + "/") }
      || path.split(separator: "/").last == "__pycache__"
  }

  /// The folders above a home folder in `/tmp`, which the sandbox makes in its own.
  func leadsHome(_ path: String) -> Bool { (home + "/").hasPrefix(path + "/") }

  /// Caches, logs and what package tools keep for themselves; dpkg's records are told as packages.
  private static let folders = [
    "/run", "/var/cache", "/var/log", "/var/lib/apt", "/var/lib/dpkg", "/var/lib/ucf",
    "/var/lib/systemd/deb-systemd-helper-enabled",
    "/var/lib/systemd/deb-systemd-user-helper-enabled",
  ]

  private static let files: Set = [
    "/etc/ld.so.cache", "/etc/.pwd.lock", "/etc/passwd-", "/etc/group-", "/etc/shadow-",
    "/etc/gshadow-", "/etc/subuid-", "/etc/subgid-", "/usr/share/info/dir",
    "/usr/share/info/dir.old", "/usr/share/applications/mimeinfo.cache",
    // Stands in the sandbox so that no service is started; nothing of it is left but its name.
    "/usr/sbin/policy-rc.d",
  ]
}
