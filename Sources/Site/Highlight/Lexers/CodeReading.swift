/// A reader that goes through code once, byte by byte, and notes the ranges that have a role.
protocol CodeReading {
  /// The whole text, of which it may read a part.
  var bytes: [UInt8] { get }
  /// The offset of the next byte.
  var position: Int { get set }
  /// Where the part ends.
  var end: Int { get }
  var tokens: CodeTokens { get set }

  mutating func read()
}

extension CodeReading {
  /// The next byte; 0 at the end.
  var next: UInt8 { position < end ? bytes[position] : 0 }

  /// The byte at an offset; 0 outside of the part's end.
  func byte(_ offset: Int) -> UInt8 { offset < end ? bytes[offset] : 0 }

  mutating func mark(_ start: Int, _ role: CodeRole) {
    tokens.append(start, position, role, in: bytes)
  }

  /// Marks a range of which the position need not be the end.
  mutating func mark(_ range: Range<Int>, _ role: CodeRole) {
    tokens.append(range.lowerBound, range.upperBound, role, in: bytes)
  }

  mutating func skipBlanks() {
    while position < end, bytes[position].isBlank { position += 1 }
  }

  /// Goes to the line feed that ends the line, or to the end.
  mutating func skipLine() {
    while position < end, bytes[position] != 0x0A { position += 1 }
  }

  /// The offset of the line feed that ends the line at an offset, or the end.
  func lineEnd(from offset: Int) -> Int {
    var offset = offset
    while offset < end, bytes[offset] != 0x0A { offset += 1 }
    return offset
  }

  func starts(with text: StaticText, at offset: Int) -> Bool {
    guard offset + text.count <= end else { return false }
    for index in 0..<text.count where bytes[offset + index] != text[index] { return false }
    return true
  }

  /// The offset behind the blanks from an offset on.
  func afterBlanks(_ offset: Int) -> Int {
    var offset = offset
    while offset < end, bytes[offset].isBlank { offset += 1 }
    return offset
  }
}

/// Up to eight bytes to compare with.
typealias StaticText = Region.Mark

extension UInt8 {
  /// A blank within a line; the carriage return before a line feed is one too.
  var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0D }

  /// A letter, a digit, `_` or part of a letter beyond ASCII.
  var isNamePart: Bool {
    self >= 0x80 || self == 0x5F || (0x61...0x7A).contains(self | 0x20) || isDigit
  }

  var isDigit: Bool { self &- 0x30 < 10 }
}
