internal import FoundationEssentials
package import Glibc

/// What processes wait for, as `/proc` tells it (proc(5)).
extension ProcessTree {
  /// The file whose lock one of the processes waits for; `nil` where none does.
  package static func lockWaited(by processes: [pid_t]) -> String? {
    // A waiting one stands below the holder, with an arrow: `1: -> FLOCK ADVISORY WRITE 123 08:01:42 …`.
    for line in text("/proc/locks").split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count > 6, fields[1] == "->", let pid = pid_t(fields[5]),
        processes.contains(pid)
      else { continue }
      let inode = fields[6].split(separator: ":").last.flatMap { UInt64($0) }
      return inode.flatMap { openFile(of: pid, inode: $0) } ?? "a file"
    }
    return nil
  }

  /// The other end of a TCP connection that one of the processes has open or is trying to open, as
  /// `192.0.2.1:443`; `nil` where none has.
  package static func connection(of processes: [pid_t]) -> String? {
    for pid in processes {
      let sockets = Set(
        links(of: pid).compactMap { link -> Substring? in
          guard link.hasPrefix("socket:[") else { return nil }
          return link.dropFirst(8).dropLast()
        })
      guard !sockets.isEmpty else { continue }
      for line in text("/proc/\(pid)/net/tcp").split(separator: "\n").dropFirst() {
        let fields = line.split(separator: " ")
        // State 01 is an open connection, 02 one that is asked for; field 9 the socket's inode.
        guard fields.count > 9, fields[3] == "01" || fields[3] == "02", sockets.contains(fields[9])
        else { continue }
        return address(fields[2])
      }
    }
    return nil
  }

  /// `0100007F:1F90`, in the byte order of the machine, as `127.0.0.1:8080`.
  private static func address(_ text: Substring) -> String? {
    let parts = text.split(separator: ":")
    guard parts.count == 2, let host = UInt32(parts[0], radix: 16),
      let port = UInt16(parts[1], radix: 16)
    else { return nil }
    let bytes = [host & 0xFF, host >> 8 & 0xFF, host >> 16 & 0xFF, host >> 24]
    return bytes.map(String.init).joined(separator: ".") + ":\(port)"
  }

  /// The path of the open file with an inode number, as the process sees it.
  private static func openFile(of pid: pid_t, inode: UInt64) -> String? {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/fdinfo")) ?? []
    let name = names.first { name in
      text("/proc/\(pid)/fdinfo/\(name)").split(separator: "\n").contains { line in
        line.hasPrefix("ino:")
          && UInt64(line.dropFirst(4).drop { $0 == "\t" || $0 == " " }) == inode
      }
    }
    return name.flatMap {
      try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(pid)/fd/\($0)")
    }
  }

  /// What the descriptors of a process lead to.
  private static func links(of pid: pid_t) -> [String] {
    let folder = "/proc/\(pid)/fd"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.compactMap {
      try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\($0)")
    }
  }

  private static func text(_ path: String) -> String {
    String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
  }
}
