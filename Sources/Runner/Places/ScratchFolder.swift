internal import Glibc
internal import Machine

/// A private folder of a run, removed with this value.
///
/// A run that is killed cannot remove its folder. So the name tells the process it belongs to, and
/// the next run removes those of processes that are gone.
final class ScratchFolder {
  let path: String

  /// - Parameter purpose: a word for the name, by which folders of the same kind are known.
  init(in parent: String, purpose: String) throws(MachineError) {
    let prefix = "notes-\(purpose)-"
    for name in Files.names(in: parent) where name.hasPrefix(prefix) {
      let process = name.dropFirst(prefix.count).prefix { $0 != "-" }
      if pid_t(process) != nil, !Files.exists("/proc/\(process)") {
        Files.removeForeign("\(parent)/\(name)")
      }
    }
    path = try System.makePrivateFolder(prefix: "\(parent)/\(prefix)\(getpid())-")
  }

  deinit { Files.removeForeign(path) }
}
