extension GrammarLexer {
  /// A byte that begins a string, a comment or something that not every language has.
  mutating func readMark() {
    let start = position
    if let region = region(at: start) {
      return read(region, from: start)
    }
    let byte = bytes[start]
    position += 1
    switch byte {
    case 0x23: readHash(from: start)
    case 0x24 where features.contains(.dollarVariables): readName(from: start, .variable)
    case 0x27 where features.contains(.lifetimes):
      position = start
      if !readCharacter(from: start) {
        position = start + 1
        readName(from: start, .variable)
      }
    case 0x2D: readFlag(from: start)
    case 0x2F where features.contains(.regexLiterals): readRegex(from: start)
    case 0x3C where next == 0x3C: readHereDocument(from: start)
    case 0x40 where features.contains(.decorators) || features.contains(.atVariables):
      readName(from: start, features.contains(.decorators) ? .function : .variable)
    case 0x5B where features.contains(.headings): readHeading(from: start)
    default: break
    }
  }

  /// Marks a sign with the name behind it; a decorator's name may have dots.
  private mutating func readName(from start: Int, _ role: CodeRole) {
    while position < end,
      bytes[position].isNamePart
        || role == .function && bytes[position] == 0x2E && byte(position + 1).isNamePart
    {
      position += 1
    }
    if position > start + 1 { mark(start, role) }
  }

  private mutating func readHash(from start: Int) {
    // As many as there are: they are no string's, which has been looked for.
    while next == 0x23 { position += 1 }
    if features.contains(.directives) {
      guard isFirst(start) else { return }
      skipBlanks()
    }
    guard next.isNamePart else { return }
    while position < end, bytes[position].isNamePart { position += 1 }
    mark(start, .keyword)
    guard features.contains(.directives) else { return }
    let file = afterBlanks(position)
    guard byte(file) == 0x3C else { return }
    position = file
    while position < end, bytes[position] != 0x0A, bytes[position] != 0x3E { position += 1 }
    if next == 0x3E { position += 1 }
    mark(file, .string)
  }

  private mutating func readFlag(from start: Int) {
    guard start > 0, bytes[start - 1].isBlank, next.isNamePart || next == 0x2D else { return }
    while position < end, bytes[position].isNamePart || bytes[position] == 0x2D { position += 1 }
    mark(start, .key)
  }

  /// A regular expression, where what stands before the `/` is no value that it could divide.
  private mutating func readRegex(from start: Int) {
    guard start >= noRegexBefore, mayBeRegex(start) else { return }
    var offset = position
    var isInSet = false
    while offset < end, bytes[offset] != 0x0A {
      switch bytes[offset] {
      case 0x5C: offset += 1
      case 0x5B: isInSet = true
      case 0x5D: isInSet = false
      case 0x2F where !isInSet:
        position = offset + 1
        while next.isNamePart { position += 1 }
        return mark(start, .string)
      default: break
      }
      offset += 1
    }
    noRegexBefore = offset
  }

  private func mayBeRegex(_ start: Int) -> Bool {
    let before = significant(before: start)
    guard before >= 0 else { return true }
    if let last = tokens.all.last, last.end == before + 1 { return last.role == .keyword }
    switch bytes[before] {
    case 0x0A, 0x21, 0x26, 0x28, 0x2C, 0x3A, 0x3B, 0x3D, 0x3F, 0x5B, 0x7B, 0x7C, 0x7D: return true
    default: return false
    }
  }

  /// Rust's `'a'` or `'\n'`; false where it is none, with the position unchanged.
  mutating func readCharacter(from start: Int) -> Bool {
    var offset = position + 1
    if byte(offset) == 0x5C {
      offset += 2
      // `'\u{1F600}'`
      while offset < position + 12, offset < end, bytes[offset] != 0x27, bytes[offset] != 0x0A {
        offset += 1
      }
    } else {
      offset += 1
      while offset < end, bytes[offset] & 0xC0 == 0x80, offset < position + 5 { offset += 1 }
    }
    guard byte(offset) == 0x27, offset > position + 1 else { return false }
    position = offset + 1
    mark(start, .string)
    return true
  }

  /// `<<NAME`, `<<-NAME` and `<<"NAME"`, with all lines to the one that is the name.
  private mutating func readHereDocument(from start: Int) {
    position += 1
    if next == 0x2D || next == 0x7E { position += 1 }
    if next == 0x22 || next == 0x27 { position += 1 }
    let name = position
    while position < end, bytes[position].isNamePart { position += 1 }
    let length = position - name
    guard length > 0, length <= 64 else { return }
    while position < end {
      skipLine()
      guard position < end else { break }
      position += 1
      skipBlanks()
      let line = position
      while position < end, position < line + length,
        bytes[position] == bytes[name + position - line]
      {
        position += 1
      }
      if position == line + length, !next.isNamePart { break }
    }
    mark(start, .string)
  }

  /// C++'s `R"x(…)x"`, from its quote; false where it is none, with the position unchanged.
  mutating func readDelimitedString(from start: Int) -> Bool {
    let name = position + 1
    var offset = name
    // The standard lets the delimiter have 16 bytes at the most.
    while offset < name + 16, byte(offset).isNamePart { offset += 1 }
    guard byte(offset) == 0x28 else { return false }
    let length = offset - name
    position = offset + 1
    while position < end {
      if bytes[position] == 0x29, byte(position + length + 1) == 0x22,
        (0..<length).allSatisfy({ bytes[position + 1 + $0] == bytes[name + $0] })
      {
        position += length + 2
        break
      }
      position += 1
    }
    mark(start, .string)
    return true
  }

  /// `[name]` or `[[name]]` that begins a line.
  private mutating func readHeading(from start: Int) {
    let before = start - 1
    guard before < 0 || bytes[before] == 0x0A else { return }
    let last = lineEnd(from: start)
    while position < last, bytes[position] != 0x5D, bytes[position] != 0x23 { position += 1 }
    while position < last, bytes[position] == 0x5D { position += 1 }
    mark(start, .heading)
  }
}
