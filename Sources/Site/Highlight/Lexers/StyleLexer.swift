/// Reads CSS, and of SCSS and Less what they share with it: nested rules, variables and `//`.
struct StyleLexer: CodeReading {
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
    while position < end {
      let start = position
      switch bytes[start] {
      case 0x20, 0x09, 0x0A, 0x0D, 0x7B, 0x7D, 0x3B: position += 1
      case 0x2F where commentEnd(start) != nil: readComment()
      default:
        let last = statementEnd()
        let isRule = last < end && bytes[last] == 0x7B
        if bytes[start] == 0x40 {
          readAtWord()
          readValue(to: last)
        } else if isRule {
          readSelector(to: last)
        } else {
          readDeclaration(to: last)
        }
        position = max(position, last)
      }
    }
  }

  /// Where the statement at the position ends: at its `{`, `;` or `}`.
  private func statementEnd() -> Int {
    var offset = position
    var depth = 0
    while offset < end {
      switch bytes[offset] {
      case 0x22, 0x27: offset = quoteEnd(offset) - 1
      case 0x28: depth += 1
      case 0x29: depth -= 1
      case 0x2F: offset = (commentEnd(offset) ?? offset + 1) - 1
      case 0x7B where offset > position && bytes[offset - 1] == 0x23:
        // SCSS's `#{x}`
        while offset < end, bytes[offset] != 0x7D { offset += 1 }
      case 0x3B where depth > 0: break
      case 0x3B, 0x7B, 0x7D: return offset
      default: break
      }
      offset += 1
    }
    return min(offset, end)
  }

  /// Behind the string at an offset, which the end of the line ends at the latest.
  private func quoteEnd(_ start: Int) -> Int {
    var offset = start + 1
    while offset < end, bytes[offset] != 0x0A {
      if bytes[offset] == bytes[start] { return offset + 1 }
      offset += bytes[offset] == 0x5C ? 2 : 1
    }
    return min(offset, end)
  }

  /// Behind the comment at an offset; `nil` where none begins.
  private func commentEnd(_ start: Int) -> Int? {
    if byte(start + 1) == 0x2A {
      var offset = start + 2
      while offset < end, !starts(with: "*/", at: offset) { offset += 1 }
      return min(offset + 2, end)
    }
    guard byte(start + 1) == 0x2F,
      start == 0 || bytes[start - 1].isBlank || bytes[start - 1] == 0x0A
    else { return nil }
    return lineEnd(from: start)
  }

  private mutating func readComment() {
    let start = position
    position = commentEnd(start) ?? start + 1
    mark(start, .comment)
  }

  private mutating func readAtWord() {
    let start = position
    position += 1
    skipName()
    mark(start, .keyword)
  }

  private mutating func skipName() {
    while position < end, bytes[position].isNamePart || bytes[position] == 0x2D { position += 1 }
  }

  private mutating func readSelector(to last: Int) {
    while position < last {
      let start = position
      let byte = bytes[start]
      switch byte {
      case 0x2F where commentEnd(start) != nil: readComment()
      case 0x22, 0x27: readString()
      case 0x2E, 0x23:
        position += 1
        skipName()
        if position > start + 1 { mark(start, .type) }
      case 0x3A:
        while next == 0x3A { position += 1 }
        skipName()
        mark(start, .function)
      case 0x5B:
        position += 1
        let name = position
        skipName()
        mark(name, .key)
      case _ where byte.isDigit: readNumber()
      case _ where byte.isNamePart:
        skipName()
        mark(start, .keyword)
      default: position += 1
      }
    }
  }

  private mutating func readDeclaration(to last: Int) {
    let name = position
    if bytes[name] == 0x24 { position += 1 }
    skipName()
    let isVariable = bytes[name] == 0x24 || starts(with: "--", at: name)
    if next == 0x3A || byte(afterBlanks(position)) == 0x3A {
      mark(name, isVariable ? .variable : .key)
    } else {
      position = name
    }
    readValue(to: last)
  }

  private mutating func readValue(to last: Int) {
    while position < last {
      let start = position
      let byte = bytes[start]
      switch byte {
      case 0x2F where commentEnd(start) != nil: readComment()
      case 0x22, 0x27: readString()
      case 0x23 where self.byte(start + 1).isNamePart:
        position += 1
        skipName()
        mark(start, .number)
      case 0x21, 0x40:
        position += 1
        skipName()
        if position > start + 1 { mark(start, .keyword) }
      case 0x24:
        position += 1
        skipName()
        mark(start, .variable)
      case 0x2D where self.byte(start + 1) == 0x2D:
        skipName()
        mark(start, .variable)
      case 0x2E where self.byte(start + 1).isDigit: readNumber()
      case 0x2D where self.byte(start + 1).isDigit || self.byte(start + 1) == 0x2E: readNumber()
      case _ where byte.isDigit: readNumber()
      case _ where byte.isNamePart || byte == 0x2D: readValueWord()
      default: position += 1
      }
    }
  }

  private mutating func readValueWord() {
    let start = position
    skipName()
    // `(min-width: 40rem)` in a query.
    if next == 0x3A, start > 0, bytes[start - 1] == 0x28 { return mark(start, .key) }
    guard next == 0x28 else { return }
    mark(start, .function)
    guard position - start == 3, starts(with: "url", at: start) else { return }
    // An address has no quotes around it and may hold anything but a bracket.
    position += 1
    let address = position
    guard next != 0x22, next != 0x27 else { return }
    while position < end, bytes[position] != 0x29, bytes[position] != 0x0A { position += 1 }
    mark(address, .string)
  }

  private mutating func readString() {
    let start = position
    position = quoteEnd(start)
    mark(start, .string)
  }

  private mutating func readNumber() {
    let start = position
    position += 1
    while position < end,
      bytes[position].isNamePart || bytes[position] == 0x25
        || bytes[position] == 0x2E && byte(position + 1).isDigit
    {
      position += 1
    }
    mark(start, .number)
  }
}
