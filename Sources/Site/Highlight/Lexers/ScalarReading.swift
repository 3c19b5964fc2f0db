/// What the formats of settings have in common: values that are numbers, words or texts with places
/// that are filled in.
extension CodeReading {
  /// Whether a range is a number, a date, a time or a version as a whole.
  func isNumber(_ range: Range<Int>) -> Bool {
    guard let first = range.first else { return false }
    let start = bytes[first] == 0x2D || bytes[first] == 0x2B ? first + 1 : first
    guard start < range.upperBound,
      bytes[start].isDigit || bytes[start] == 0x2E && byte(start + 1).isDigit
    else { return false }
    let isHexadecimal = bytes[start] == 0x30 && start + 1 < end && bytes[start + 1] | 0x20 == 0x78
    return bytes[start..<range.upperBound].allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x2E, 0x5F, 0x3A, 0x2D, 0x2B, 0x65, 0x45: true
      case 0x61...0x66, 0x41...0x46, 0x78, 0x58: isHexadecimal
      case 0x54, 0x5A: range.count >= 8
      default: false
      }
    }
  }

  /// Marks a range as a number or as a word of the language, where it is one as a whole.
  mutating func markScalar(_ range: Range<Int>, words: WordTable) -> Bool {
    if isNumber(range) {
      mark(range, .number)
      return true
    }
    // No word of a format of settings is longer.
    guard range.count <= 8, !range.isEmpty else { return false }
    let role = words[range.reduce(0) { WordTable.key($0, bytes[$1] | 0x20) }].role
    mark(range, role)
    return role != .plain
  }

  /// The range without the blanks at its end.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var last = range.upperBound
    while last > range.lowerBound, bytes[last - 1].isBlank { last -= 1 }
    return range.lowerBound..<last
  }

  /// Where `${x}`, `${{ x }}` or `{{ x }}` at an offset ends in its line; `nil` for none.
  ///
  /// - Parameter noneBefore: where none ends before, as the line has been searched; kept from call to
  ///   call.
  func templateEnd(at offset: Int, noneBefore: inout Int) -> Int? {
    guard offset >= noneBefore else { return nil }
    let brace = bytes[offset] == 0x24 ? offset + 1 : offset
    guard byte(brace) == 0x7B, brace > offset || byte(brace + 1) == 0x7B else { return nil }
    let isDouble = byte(brace + 1) == 0x7B
    var close = brace + 1
    while close < end, bytes[close] != 0x0A {
      if bytes[close] == 0x7D, !isDouble || byte(close + 1) == 0x7D {
        return close + (isDouble ? 2 : 1)
      }
      close += 1
    }
    noneBefore = close
    return nil
  }
}

extension WordTable {
  /// Words that are values in most formats of settings.
  static let settings = WordTable(
    [("true false null yes no on off none ~", .role(.number))], foldsCase: true)
}
