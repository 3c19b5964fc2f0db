/// Reads what `diff` and `git diff` print. The signs of lines that come and go are part of the text,
/// so nothing is told by colour alone.
struct DiffLexer: CodeReading {
  let bytes: [UInt8]
  var position: Int
  let end: Int
  var tokens: CodeTokens

  init(_ bytes: [UInt8], _ part: Range<Int>) {
    self.bytes = bytes
    position = part.lowerBound
    end = part.upperBound
    tokens = CodeTokens(size: part.count)
  }

  mutating func read() {
    var isBehindOldFile = false
    while position < end {
      let start = position
      skipLine()
      let lineFeed = position
      if position < end { position += 1 }
      // A line taken out that begins with `-- ` looks like the head of a file, but for what follows.
      let isOldFile = starts(with: "--- ", at: start) && starts(with: "+++ ", at: position)
      let isNewFile = isBehindOldFile && starts(with: "+++ ", at: start)
      isBehindOldFile = isOldFile
      switch bytes[start] {
      case _ where isOldFile || isNewFile: mark(start..<lineFeed, .heading)
      case 0x2B, 0x3E: mark(start, .inserted)
      case 0x2D where !isSeparator(start..<lineFeed), 0x3C: mark(start, .deleted)
      case 0x40 where byte(start + 1) == 0x40: markHunk(start..<lineFeed)
      case 0x5C: mark(start..<lineFeed, .comment)
      case 0x64 where starts(with: "diff ", at: start): mark(start..<lineFeed, .heading)
      case 0x69 where starts(with: "index ", at: start): mark(start..<lineFeed, .comment)
      case 0x30...0x39: mark(start..<lineFeed, .number)
      default: break
      }
    }
  }

  /// `---` alone stands between the old lines and the new ones where `diff` prints no context.
  private func isSeparator(_ line: Range<Int>) -> Bool {
    trimmed(line).count == 3 && starts(with: "---", at: line.lowerBound)
  }

  /// `@@ -1,2 +1,3 @@` without the line of code that may stand behind it.
  private mutating func markHunk(_ line: Range<Int>) {
    var close = line.lowerBound + 2
    while close < line.upperBound, !starts(with: "@@", at: close) { close += 1 }
    mark(line.lowerBound..<min(close + 2, line.upperBound), .number)
  }
}
