/// Trees of folders, as `tree` draws them.
enum FolderTree {
  /// The folder whose tree the lines draw: its name, and a branch right below.
  static func root(of lines: [BlockLine]) -> String? {
    let lines = lines.drop { $0.isComment || $0.text.isBlank }
    guard let first = lines.first, lines.count > 1,
      branches.first(beginning: lines[lines.startIndex + 1].text.trimmed) != nil,
      case let root = first.text.prefix(while: { $0 != "#" }).trimmed,
      !root.isEmpty, !root.contains(" "), root != "tree"
    else { return nil }
    return root
  }

  /// The lines by which programs draw trees and frames.
  static let branches: Fragments = ["├", "└", "│", "┌"]
}
