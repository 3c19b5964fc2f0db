/// Trees of folders, as `tree` draws them.
enum FolderTree {
  /// The folder whose tree the lines draw: its name, and a branch right below.
  static func root(of lines: [BlockLine]) -> String? {
    guard lines.count > 2, branches.first(beginning: lines[1].text.trimmed) != nil,
      case let root = lines[0].text.prefix(while: { $0 != "#" }).trimmed,
      !root.isEmpty, !root.contains(" "), root != "tree"
    else { return nil }
    return root
  }

  /// The lines by which programs draw trees and frames.
  static let branches: Fragments = ["├", "└", "│", "┌"]
}
