/// Trees of folders, as `tree` draws them.
enum FolderTree {
  /// The folder whose tree the lines draw: its name, and a branch right below.
  static func root(of lines: [BlockLine]) -> String? {
    let lines = lines.drop { $0.isComment || $0.text.isBlank }
    guard let first = lines.first, lines.count > 1,
      branches.first(beginning: lines[lines.startIndex + 1].text.trimmed) != nil,
      case let root = first.text.prefix(while: { $0 != "#" }).trimmed,
      !root.isEmpty, !root.contains(" "), root.hasSuffix("/") || !isCommand(root, lines.count)
    else { return nil }
    return root
  }

  /// Whether the name above the branches is rather a command that drew them.
  private static func isCommand(_ name: String, _ count: Int) -> Bool {
    drawers.contains(name)
      || (count < 3 || name.hasPrefix("./"))
        && (name.lastPathPart ?? name).contains(byte: ShellByte.dot)
      || count < 3 && !name.contains("/")
  }

  private static let drawers: NameSet = [
    "tree", "lsblk", "pstree", "ls", "systemd-cgls", "findmnt",
  ]

  /// The lines by which programs draw trees and frames.
  static let branches: Fragments = ["├", "└", "│", "┌"]
}
