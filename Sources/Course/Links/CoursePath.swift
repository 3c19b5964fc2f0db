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
    let path = String(path)
    guard append(folder.utf8Span.span, to: &bytes), append(path.utf8Span.span, to: &bytes) else {
      return nil
    }
    return String(decoding: bytes.dropLast(), as: UTF8.self)
  }

  /// Goes on along the parts of a path.
  ///
  /// - Returns: whether it stays within the top folder.
  private static func append(_ path: Span<UInt8>, to bytes: inout [UInt8]) -> Bool {
    var start = 0
    while start < path.count {
      var end = start
      while end < path.count, path[end] != 0x2F { end += 1 }
      let isPoint = end > start && path[start] == UInt8(ascii: ".")
      if isPoint, end - start == 2, path[start + 1] == UInt8(ascii: ".") {
        guard bytes.popLast() != nil else { return false }
        while let last = bytes.last, last != 0x2F { bytes.removeLast() }
      } else if end > start, !isPoint || end - start > 1 {
        for index in start..<end { bytes.append(path[index]) }
        bytes.append(0x2F)
      }
      start = end + 1
    }
    return true
  }

  /// What leads from a folder to a file: `../b/c.md` from `a/` to `b/c.md`.
  ///
  /// - Parameter folder: with a slash at its end, or empty.
  static func relative(from folder: String, to file: String) -> String {
    let from = folder.utf8Span.span
    let to = file.utf8Span.span
    // How much the folders that both have take, with the last slash.
    var common = 0
    var index = 0
    while index < from.count, index < to.count, from[index] == to[index] {
      index += 1
      if from[index - 1] == 0x2F { common = index }
    }
    if common == 0, from.isEmpty { return file }
    var bytes: [UInt8] = []
    bytes.reserveCapacity((from.count - common) * 2 + to.count)
    for index in common..<from.count where from[index] == 0x2F { bytes += "../".utf8 }
    for index in common..<to.count { bytes.append(to[index]) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
