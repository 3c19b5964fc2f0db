internal import FoundationEssentials
internal import Glibc
internal import Machine

/// Files that only root can read but that installing packages writes.
///
/// In an ordinary user's sandbox the user plays root, but fuse-overlayfs reads the machine as the
/// user. So such files are made anew in the upper layer before anything runs: as good as empty, which
/// is all that locks and caches need.
enum RootOnlyFiles {
  /// Makes those that the person cannot read.
  ///
  /// - Parameters:
  ///   - upper: the layer over a mount point.
  ///   - mountPoint: `/`, or where a file system of its own holds a part of the files.
  static func make(in upper: String, over mountPoint: String) throws(MachineError) {
    let prefix = mountPoint == "/" ? "" : mountPoint
    for path in folders + files where path.hasPrefix(prefix + "/") {
      let target = upper + path.dropFirst(prefix.count)
      guard let lower = System.information(of: path), !System.isReadable(path),
        System.information(of: target) == nil
      else { continue }
      try makeParents(of: path, in: upper, prefix: prefix)
      if lower.kind == .folder {
        try System.makeFolder(target)
        // Nothing of the folder below is to be read.
        _ = try System.open("\(target)/.wh..wh..opq", O_WRONLY | O_CREAT)
        System.setPermissions(lower.permissions, of: target)
      } else {
        let file = try System.open(target, O_WRONLY | O_CREAT, mode: lower.permissions)
        try System.write(content(of: path), to: file.number)
      }
    }
  }

  /// The files that are not the run's own change.
  static let made = Set(files)

  private static let folders = [
    "/var/lib/apt/lists/partial", "/var/cache/apt/archives/partial", "/var/cache/ldconfig",
    "/var/cache/private", "/var/lib/private", "/var/log/private", "/var/lib/polkit-1",
    "/var/spool/cron/crontabs", "/etc/ssl/private", "/etc/polkit-1/rules.d", "/etc/sudoers.d",
    "/root",
  ]

  private static let files = [
    "/var/lib/dpkg/lock", "/var/lib/dpkg/lock-frontend", "/var/lib/dpkg/triggers/Lock",
    "/var/lib/apt/lists/lock", "/var/cache/apt/archives/lock", "/var/cache/debconf/passwords.dat",
    "/var/log/apt/term.log", "/var/log/btmp", "/etc/.pwd.lock", "/etc/shadow", "/etc/shadow-",
    "/etc/gshadow", "/etc/gshadow-", "/etc/security/opasswd", "/etc/sudoers",
    "/etc/default/cacerts",
  ]

  /// The folders on the way, as they are below.
  private static func makeParents(
    of path: String, in upper: String, prefix: String
  ) throws(MachineError) {
    var parents: [String] = []
    var parent = Files.parent(path)
    while parent.count > prefix.count {
      parents.append(parent)
      parent = Files.parent(parent)
    }
    for parent in parents.reversed() {
      let target = upper + parent.dropFirst(prefix.count)
      guard System.information(of: target) == nil else { continue }
      try System.makeFolder(target)
      System.makeAlike(target, to: parent)
    }
  }

  /// Users and groups stand in their shadow files too, or adding one fails: with no password, as
  /// shadow(5) and gshadow(5) have it.
  private static func content(of path: String) -> String {
    switch path {
    case "/etc/shadow": lines(of: "/etc/passwd") { "\($0[0]):*:19000:0:99999:7:::" }
    case "/etc/gshadow":
      lines(of: "/etc/group") { "\($0[0]):*::\($0.count > 3 ? $0[3] : "")" }
    case "/etc/sudoers": "root ALL=(ALL:ALL) ALL\n"
    default: ""
    }
  }

  private static func lines(of path: String, _ line: ([Substring]) -> String) -> String {
    let bytes = (try? Files.read(path)) ?? []
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .map { line($0.split(separator: ":", omittingEmptySubsequences: false)) + "\n" }.joined()
  }
}
