/// A range of bytes with its role; never empty.
package struct CodeToken: Sendable, Equatable {
  package var start: Int
  package var end: Int
  package var role: CodeRole
}

/// The coloured ranges of a text in its order, without overlap; neighbours have different roles.
package struct CodeTokens: Sendable {
  package private(set) var all: [CodeToken] = []

  /// - Parameter size: the bytes of the text.
  init(size: Int) { all.reserveCapacity(size / 8 + 4) }

  /// Adds a range behind all others. It becomes one with the last where only a blank stands between
  /// them, so that `public static` is one span.
  mutating func append(_ start: Int, _ end: Int, _ role: CodeRole, in bytes: [UInt8]) {
    guard role != .plain, start < end else { return }
    let last = all.count - 1
    if last >= 0, all[last].role == role {
      let gap = start - all[last].end
      if gap == 0 || gap == 1 && bytes[start - 1] == 0x20 {
        all[last].end = end
        return
      }
    }
    all.append(CodeToken(start: start, end: end, role: role))
  }

  /// Adds the ranges of a part of the text in another language.
  mutating func append(contentsOf others: CodeTokens) { all += others.all }
}
