/// Moves shell text to the right and back without changing what it means.
///
/// Lines that begin within a quote or a here-document stay where they are.
enum ShellIndent {
  /// How far the commands of a function stand to the right.
  static let width = 2

  /// The text with two blanks before each line that is free to move; empty lines stay empty.
  static func indented(_ text: String) -> String {
    moved(text) { line in line.isEmpty ? "" : "  \(line)" }
  }

  /// The text with up to two blanks less before each such line.
  static func dedented(_ text: String) -> String {
    moved(text) { line in
      let blanks = line.utf8.prefix(width).prefix { $0 == 0x20 }.count
      return String(line.dropFirst(blanks))
    }
  }

  /// For each line of a text, whether blanks before it mean nothing to the shell.
  static func freeLines(_ text: String) -> [Bool] {
    let bytes = Array(text.utf8)
    var starts = [0]
    for (index, byte) in bytes.enumerated() where byte == 0x0A { starts.append(index + 1) }
    guard starts.count > 1 else { return [true] }
    var free = [Bool](repeating: true, count: starts.count)
    var line = 1
    for token in ShellScript(bytes: bytes + [0x0A]).tokens {
      while line < starts.count, starts[line] < token.range.lowerBound { line += 1 }
      // A here-document's lines and its end stand at the start of theirs.
      if line < starts.count, starts[line] == token.range.lowerBound,
        token.kind == .hereDocumentDelimiter || token.kind == .hereDocumentBody
      {
        free[line] = false
      }
      var inside = line
      while inside < starts.count, starts[inside] <= token.range.upperBound {
        let start = starts[inside]
        if start - 1 >= token.range.lowerBound, start - 1 < token.range.upperBound {
          free[inside] = token.kind == .continuation && partsWords(bytes, at: start)
        }
        inside += 1
      }
    }
    return free
  }

  private static func moved(_ text: String, _ move: (Substring) -> String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return zip(lines, freeLines(text)).map { $1 ? move($0) : String($0) }.joined(separator: "\n")
  }

  /// Whether a line that a backslash continues begins a word of its own: `a\` and `b` are one word.
  private static func partsWords(_ bytes: [UInt8], at start: Int) -> Bool {
    func isBlank(_ index: Int) -> Bool {
      !bytes.indices.contains(index) || bytes[index] == 0x20 || bytes[index] == 0x09
        || bytes[index] == 0x0A
    }
    return isBlank(start - 3) || isBlank(start)
  }
}
