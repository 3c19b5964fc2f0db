/// Pictures that authors draw with the signs of a keyboard: boxes, and lines that join them.
enum Drawing {
  /// The first line of a block that is one: at least a third of its lines hold nothing but strokes.
  static func line(of block: BlockFacts) -> String? {
    guard block.language == .unmarked else { return nil }
    let lines = block.lines.lazy.map(\.text.trimmed).filter { !$0.isEmpty }
    let count = lines.count { isStroke($0) }
    guard count > 2, count * 3 >= lines.count,
      // A bar alone between lines without another stroke parts the choices of a grammar.
      lines.contains(where: { isStroke($0) && $0.utf8.count > 1 })
    else { return nil }
    return lines.first
  }

  /// Whether a line has nothing but strokes, and one that leads down. A rule of a table stands between
  /// bars, and two slashes or bars are signs of languages.
  private static func isStroke(_ line: String) -> Bool {
    let bytes = line.utf8
    guard bytes.allSatisfy({ " |/\\-+_^vV".utf8.contains($0) }),
      bytes.contains(where: { "|/\\".utf8.contains($0) })
    else { return false }
    let isRule =
      bytes.first == ShellByte.bar && bytes.last == ShellByte.bar && bytes.contains(ShellByte.dash)
    // A backslash alone only goes on from the line above.
    return !isRule && line != "\\" && !line.hasPrefix("//") && !line.hasPrefix("||")
  }
}
