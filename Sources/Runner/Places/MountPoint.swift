internal import FoundationEssentials
internal import Machine

/// A file system of this machine and where it is mounted.
struct MountPoint {
  var path: String
  var type: String
  private var isReadOnly: Bool

  /// All mount points, as proc(5) describes `/proc/self/mountinfo`; of several at one path the last.
  static func all() -> [MountPoint] {
    let data = FileManager.default.contents(atPath: "/proc/self/mountinfo") ?? Data()
    var byPath: [String: MountPoint] = [:]
    for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard let dash = fields.firstIndex(of: "-"), fields.count > dash + 1, fields.count > 5 else {
        continue
      }
      let path = unescaped(fields[4])
      byPath[path] = MountPoint(
        path: path, type: String(fields[dash + 1]),
        isReadOnly: fields[5].split(separator: ",").contains("ro"))
    }
    return byPath.values.sorted { $0.path < $1.path }
  }

  /// Whether the sandbox gets a layer of its own over it.
  var isLayered: Bool {
    // A colon or a comma would end the path among the overlay's options.
    path == "/"
      || (isOrdinary && !isReadOnly && !path.contains { $0 == ":" || $0 == "," }
        && Self.layerable.contains(type) && isFolder && System.isReadable(path))
  }

  /// Whether it is shown in the sandbox as it is, not to be written: a file that is mounted by
  /// itself, as containers have `/etc/resolv.conf`, or a file system that cannot be a lower layer.
  ///
  /// Not a socket: who can see it can talk to the service behind it, Docker's for one. Nor what this
  /// user cannot see either.
  var isShownReadOnly: Bool {
    guard isOrdinary, !isLayered, let kind = System.information(of: path)?.kind else {
      return false
    }
    return kind == .file || kind == .folder
  }

  /// Whether it is part of the tree that programs know, not of the kernel's own.
  private var isOrdinary: Bool {
    path != "/"
      && !["/proc", "/sys", "/dev", "/run", "/tmp", "/var/tmp"].contains { root in
        path == root || path.hasPrefix(root + "/")
      }
  }

  private var isFolder: Bool {
    var isDirectory = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory
  }

  private static let layerable: Set<String> = [
    "ext2", "ext3", "ext4", "xfs", "btrfs", "f2fs", "jfs", "zfs", "tmpfs", "overlay",
    "bcachefs",
  ]

  /// Blanks and backslashes stand as octal numbers.
  private static func unescaped(_ text: Substring) -> String {
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\\"), rest.count >= 3,
        let code = UInt8(String(decoding: rest.prefix(3), as: UTF8.self), radix: 8)
      {
        result.append(code)
        rest = rest.dropFirst(3)
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
