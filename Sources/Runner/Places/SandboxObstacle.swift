internal import FoundationEssentials
internal import Machine

/// A setting of the machine that keeps a sandbox from being made.
struct SandboxObstacle: Equatable {
  var reason: String
  var mend: String

  /// The one that stands in the way, where one of those that are known does.
  ///
  /// - Parameters:
  ///   - setting: the content of a file below `/proc/sys`, or `nil` where the kernel has none.
  ///   - hasFuse: whether `/dev/fuse` can be opened.
  static func find(
    isRoot: Bool, setting: (String) -> String? = Self.setting, hasFuse: Bool = Self.hasFuse
  ) -> SandboxObstacle? {
    // Root needs no user namespace but the right to mount, which containers take away.
    if isRoot { return nil }
    let switches = [
      ("user.max_user_namespaces", "0", "10000", "user namespaces are switched off"),
      ("kernel.unprivileged_userns_clone", "0", "1", "only root may make user namespaces"),
      (
        "kernel.apparmor_restrict_unprivileged_userns", "1", "0",
        "AppArmor keeps ordinary users from user namespaces"
      ),
    ]
    for (name, bad, good, reason) in switches where setting(name) == bad {
      return SandboxObstacle(
        reason: "\(reason) (\(name) is \(bad))",
        mend: "`sudo sysctl \(name)=\(good)` allows it, or root runs `notes`")
    }
    return hasFuse
      ? nil
      : SandboxObstacle(
        reason: "/dev/fuse cannot be opened",
        mend: "`sudo modprobe fuse` makes it; a container needs `--device /dev/fuse`")
  }

  private static func setting(_ name: String) -> String? {
    let path = "/proc/sys/" + name.split(separator: ".").joined(separator: "/")
    return FileManager.default.contents(atPath: path).map { data in
      String(decoding: data.filter { $0 != 0x0A }, as: UTF8.self)
    }
  }

  private static var hasFuse: Bool {
    System.isReadable("/dev/fuse") && System.information(of: "/dev/fuse")?.kind == .other
  }
}
