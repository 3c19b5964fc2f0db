/// Paths with `/` between folders, as values.
enum CoursePath {
  /// The folder of a file with a slash at its end; empty for a file without one.
  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: 0x2F) else { return "" }
    return String(path[...slash])
  }

  /// The file's name without its folders.
  static func name(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: 0x2F) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }

  /// The path that a relative one leads to, without `.` and `..`.
  ///
  /// - Parameter folder: with a slash at its end, or empty.
  /// - Returns: `nil` where it leads out of the top folder; empty for the top folder itself.
  static func resolved(_ path: some StringProtocol, in folder: String) -> String? {
    var parts = folder.utf8.split(separator: 0x2F)
    for part in Substring(path).utf8.split(separator: 0x2F) {
      if part.elementsEqual(".".utf8) { continue }
      if part.elementsEqual("..".utf8) {
        if parts.popLast() == nil { return nil }
      } else {
        parts.append(part)
      }
    }
    return parts.map { String(Substring($0)) }.joined(separator: "/")
  }

  /// What leads from a folder to a file: `../b/c.md` from `a/` to `b/c.md`.
  static func relative(from folder: String, to file: String) -> String {
    let from = folder.utf8.split(separator: 0x2F)
    let to = file.utf8.split(separator: 0x2F)
    var common = 0
    while common < from.count, common < to.count - 1, from[common].elementsEqual(to[common]) {
      common += 1
    }
    let up = String(repeating: "../", count: from.count - common)
    return up + to[common...].map { String(Substring($0)) }.joined(separator: "/")
  }
}
