import Course
import Runner

/// Tells what a run in a throw-away place changed.
///
/// A line for each file that a person is likely to look for: those of the home folder first, then
/// those of `/etc`; all others as a count for each folder.
struct ChangeReport {
  let changes: SandboxChanges
  let home: String
  /// Whether every file gets its line.
  let showsAll: Bool

  /// How many lines a part has at most.
  private static let cap = 6

  func text(_ terminal: Terminal, fate: String) -> String {
    guard !changes.isEmpty || showsAll else { return "" }
    let entries = ChangeEntry.entries(of: changes.files.filter { $0.package == nil }, home: home)
    let near = entries.filter { $0.rank < 2 }
    let far = entries.filter { $0.rank == 2 }
    var lines = shown(near).map { $0.line(terminal) }
    if showsAll {
      lines += far.map { $0.line(terminal) }
    } else {
      lines += counts(far)
    }
    let hidden = near.count - shown(near).count
    if hidden > 0 { lines.append("  … \(hidden) more; --changes shows all\n") }
    return "Changed in the sandbox, \(fate): \(changes.summary)\n" + lines.joined()
  }

  private func shown(_ entries: [ChangeEntry]) -> [ChangeEntry] {
    if showsAll { return entries }
    return (0..<2).flatMap { rank in entries.filter { $0.rank == rank }.prefix(Self.cap) }
  }

  /// A line for each of the folders in which most changed.
  private func counts(_ entries: [ChangeEntry]) -> [String] {
    var folders: [(path: String, files: Int, size: Int)] = []
    for (path, entries) in Dictionary(grouping: entries, by: \.group) {
      let files = entries.map { max($0.files, 1) }.reduce(0, +)
      folders.append((path, files, entries.map(\.size).reduce(0, +)))
    }
    folders.sort { $0.files == $1.files ? $0.path < $1.path : $0.files > $1.files }
    let lines = folders.prefix(Self.cap).map { folder in
      "  … \(folder.path.printable): \(folder.files.counted("change")), \(folder.size.bytes)\n"
    }
    let rest = folders.dropFirst(Self.cap)
    guard !rest.isEmpty else { return lines }
    return lines + ["  … \(rest.count.counted("more folder")); --changes shows all\n"]
  }
}

/// A change as a person counts it: a new folder is one, with all that is new in it.
struct ChangeEntry {
  var path: String
  var change: PathChange
  /// How many files are new in a new folder, or were in a deleted one.
  var files = 0
  var size: Int
  /// 0 in the home folder, 1 below `/etc`, 2 elsewhere.
  var rank: Int

  static func entries(of changes: [PathChange], home: String) -> [ChangeEntry] {
    var result: [ChangeEntry] = []
    var newFolder: String?
    // By their paths' parts, a folder stands right before all that it holds.
    for change in changes.sorted(by: { $0.parts.lexicographicallyPrecedes($1.parts) }) {
      if let folder = newFolder, change.path.hasPrefix(folder + "/"), change.kind == .new {
        if change.type != .folder {
          result[result.count - 1].files += 1
          result[result.count - 1].size += change.size
        }
        continue
      }
      let isHome = change.path.hasPrefix(home + "/")
      let rank = isHome ? 0 : change.path.hasPrefix("/etc/") ? 1 : 2
      result.append(
        ChangeEntry(
          path: isHome ? "~" + change.path.dropFirst(home.count) : change.path, change: change,
          files: change.files ?? 0, size: change.size, rank: rank))
      newFolder = change.kind == .new && change.type == .folder ? change.path : nil
    }
    return result.enumerated().sorted {
      ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
    }
    .map(\.element)
  }

  /// The folder that a far change is counted under, two levels deep.
  var group: String { "/" + change.parts.dropLast().prefix(2).joined(separator: "/") }

  func line(_ terminal: Terminal) -> String {
    let isFolder = change.type == .folder
    let held = isFolder && files > 0 ? ", \(files.counted("file")), \(size.bytes)" : ""
    let (sign, style, words): (String, Terminal.Style, String) =
      switch change.kind {
      case .new:
        (
          "+", .green,
          change.movedFrom.map { "moved from \($0.printable)" }
            ?? (isFolder ? "new folder\(held)" : "new, \(size.bytes)")
        )
      case .changed:
        ("~", .yellow, "changed, \((change.sizeBefore ?? 0).bytes) → \(size.bytes)")
      case .metadata: ("~", .yellow, "other permissions, owner or time")
      case .deleted:
        ("-", .red, isFolder ? "folder deleted\(held)" : "deleted, \(size.bytes)")
      }
    let name = path.printable + (isFolder ? "/" : "")
    return "  \(terminal.paint(sign, style)) \(name)  \(terminal.paint(words, .dim))\n"
  }
}

extension PathChange {
  fileprivate var parts: [Substring] { path.split(separator: "/") }
}
