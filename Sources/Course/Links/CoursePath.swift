/// Paths with `/` between folders, as values.
public enum CoursePath {
  /// The folder of a file with a slash at its end; empty for a file without one.
  public static func folder(of path: String) -> String {
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
    // The parts so far, each with a slash behind it.
    var bytes: [UInt8] = []
    bytes.reserveCapacity(folder.utf8.count + path.utf8.count + 1)
    for text in [Substring(folder), Substring(path)] {
      for part in text.utf8.split(separator: 0x2F) {
        if part.elementsEqual(".".utf8) { continue }
        if part.elementsEqual("..".utf8) {
          guard bytes.popLast() != nil else { return nil }
          while let last = bytes.last, last != 0x2F { bytes.removeLast() }
        } else {
          bytes += part
          bytes.append(0x2F)
        }
      }
    }
    return String(decoding: bytes.dropLast(), as: UTF8.self)
  }

  /// What leads from a folder to a file: `../b/c.md` from `a/` to `b/c.md`.
  ///
  /// - Parameter folder: with a slash at its end, or empty.
  static func relative(from folder: String, to file: String) -> String {
    // Where both have the same folders, up to the last slash that both have.
    var from = folder.utf8[...]
    var to = file.utf8[...]
    var (fromRest, toRest) = (from, to)
    while let byte = from.first, byte == to.first {
      from.removeFirst()
      to.removeFirst()
      if byte == 0x2F { (fromRest, toRest) = (from, to) }
    }
    let up = fromRest.count { $0 == 0x2F }
    let rest = String(Substring(toRest))
    return up == 0 ? rest : String(repeating: "../", count: up) + rest
  }
}
