internal import Course
internal import Machine

/// The files of a course outside of `content/` that its pages link to, such as `scripts/week1.sh`.
///
/// Only what a page names is looked at. What is hidden, such as `.env` and `.git`, records of runs, the
/// site itself and whatever lies outside of the course's folder, also by way of a symbolic link, is
/// given to nobody: a link to it is dead.
struct OutsideFiles {
  private(set) var files: [String: FileStamp] = [:]
  private(set) var folders: Set<String> = []
  /// All paths that were looked for.
  let wanted: Set<String>

  /// - Parameters:
  ///   - root: the course's folder.
  ///   - output: the site's folder.
  ///   - pages: those of drafts count for nothing.
  init(root: String, output: String, pages: [PageLinks]) {
    var wanted: Set<String> = []
    for page in pages where !page.isDraft { wanted.formUnion(LinkTable.pathsOutside(page)) }
    self.init(root: root, output: output, wanted: wanted)
  }

  init(root: String, output: String, wanted: Set<String>) {
    self.wanted = wanted
    var top: String?
    for path in wanted {
      guard Self.isOpen(path), !isPart("\(root)/\(path)", of: output) else { continue }
      top = top ?? System.realPath(root)
      guard let top, let real = System.realPath("\(root)/\(path)"), isPart(real, of: top),
        Self.isOpen(String(real.dropFirst(top == "/" ? 1 : top.count + 1))),
        let information = System.information(of: real)
      else { continue }
      switch information.kind {
      case .file: files[path] = FileStamp(information)
      case .folder: if !path.isEmpty { folders.insert(path) }
      case .link, .whiteout, .other: continue
      }
    }
  }

  /// Whether a path of the course is for readers.
  private static func isOpen(_ path: String) -> Bool {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"))
    return parts.first?.elementsEqual("results".utf8) != true
      && !parts.contains { $0.first == UInt8(ascii: ".") }
  }

  /// Whether a path is a folder or lies in it.
  private func isPart(_ path: String, of folder: String) -> Bool {
    path == folder || path.hasPrefix(folder == "/" ? "/" : folder + "/")
  }
}
