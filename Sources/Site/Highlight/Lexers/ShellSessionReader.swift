/// Reads what a terminal shows: commands behind prompts, and what they printed.
///
/// Text without any prompt is all commands.
struct ShellSessionReader: CodeReading {
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
    let start = position
    var commands = 0
    while position < end {
      let line = position
      skipLine()
      if let prompt = promptLength(line..<position) {
        commands += 1
        // A backslash at the end goes on in the next line.
        while position < end, bytes[position - 1] == 0x5C {
          position += 1
          skipLine()
        }
        mark(line..<line + prompt, .operator)
        tokens.append(
          contentsOf: CodeLanguage.shell.tokens(of: bytes, line + prompt..<position))
      } else {
        mark(line, .output)
      }
      position += 1
    }
    position = end
    if commands == 0 { tokens = CodeLanguage.shell.tokens(of: bytes, start..<end) }
  }

  /// The bytes of `$ ` or `user@host:~$ `; `nil` for a line that is output.
  private func promptLength(_ line: Range<Int>) -> Int? {
    // No prompt that is written in notes is longer.
    let last = min(line.upperBound, line.lowerBound + 80)
    for offset in line.lowerBound..<last {
      let byte = bytes[offset]
      if byte == 0x20, offset > line.lowerBound, bytes[line.lowerBound] != 0x28 { return nil }
      guard byte == 0x24 || byte == 0x25 || byte == 0x23 else { continue }
      let label = bytes[line.lowerBound..<offset]
      // A `#` alone begins a comment.
      guard label.isEmpty && byte != 0x23 || label.contains(0x40) || label.first == 0x28 else {
        return nil
      }
      guard offset + 1 == line.upperBound || bytes[offset + 1] == 0x20 else { continue }
      return min(offset + 2, line.upperBound) - line.lowerBound
    }
    return nil
  }
}
