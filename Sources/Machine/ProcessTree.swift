internal import FoundationEssentials
package import Glibc

/// The processes below one of this program's children, as `/proc` tells them.
///
/// This program is a child subreaper, so that a process whose parent ended (after `setsid`, `nohup`
/// or a double fork) still has it among its ancestors.
package struct ProcessTree {
  private let parents: [pid_t: pid_t]

  package init() {
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    parents = Dictionary(
      entries.compactMap { pid_t($0) }.compactMap { pid in Self.parent(of: pid).map { (pid, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// All processes below `root`, itself left out.
  package func descendants(of root: pid_t) -> [pid_t] {
    var children: [pid_t: [pid_t]] = [:]
    for (pid, parent) in parents { children[parent, default: []].append(pid) }
    var result: [pid_t] = []
    var open = children[root] ?? []
    while let pid = open.popLast() {
      result.append(pid)
      open += children[pid] ?? []
    }
    return result
  }

  /// The processes whose parent `parent` is.
  package func children(of parent: pid_t) -> [pid_t] {
    parents.filter { $0.value == parent }.map(\.key)
  }

  /// The environment a process was started with, `NAME=value` each; empty for another user's.
  package static func environment(of pid: pid_t) -> [Substring] {
    contents("/proc/\(pid)/environ").split(separator: "\0")
  }

  /// The words of a process's command line.
  package static func arguments(of pid: pid_t) -> [Substring] {
    let text = contents("/proc/\(pid)/cmdline")
    return text.split(separator: "\0")
  }

  /// Field 4 of `/proc/PID/stat`; field 2 is a name in brackets that may hold anything (proc(5)).
  private static func parent(of pid: pid_t) -> pid_t? {
    let text = contents("/proc/\(pid)/stat")
    guard let end = text.lastIndex(of: ")") else { return nil }
    let fields = text[text.index(after: end)...].split(separator: " ")
    return fields.count > 1 ? pid_t(fields[1]) : nil
  }

  private static func contents(_ path: String) -> String {
    let data = FileManager.default.contents(atPath: path) ?? Data()
    return String(decoding: data, as: UTF8.self)
  }
}
