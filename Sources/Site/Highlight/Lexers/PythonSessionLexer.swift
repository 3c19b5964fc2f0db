/// Reads what Python's own prompt shows: code behind `>>> ` and `... `, and what it printed.
struct PythonSessionLexer: CodeReading {
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
    var isCode = false
    while position < end {
      let line = position
      let isFirst = starts(with: ">>>", at: line)
      isCode = isFirst || isCode && starts(with: "...", at: line)
      if isCode {
        position += 3
        mark(line, .operator)
        let code = position
        skipLine()
        tokens.append(contentsOf: CodeLanguage.python.tokens(of: bytes, code..<position))
      } else {
        skipLine()
        mark(line, .output)
      }
      position += 1
    }
    position = end
  }
}
