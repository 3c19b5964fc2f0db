/// Reads code by the tables of a ``Grammar``.
///
/// Each byte is looked at a bounded number of times, whatever the text.
struct GrammarLexer: CodeReading {
  let bytes: [UInt8]
  var position: Int
  let end: Int
  var tokens: CodeTokens

  let grammar: Grammar
  let features: Grammar.Features
  let traits: [UInt8]
  /// Where no regular expression ends before, as its line has been searched.
  var noRegexBefore = 0

  init(_ bytes: [UInt8], _ part: Range<Int>, grammar: Grammar) {
    self.bytes = bytes
    position = part.lowerBound
    end = part.upperBound
    tokens = CodeTokens(size: part.count)
    self.grammar = grammar
    features = grammar.features
    traits = grammar.traits
  }

  mutating func read() {
    let starts = grammar.starts
    while position < end {
      switch starts[Int(bytes[position])] {
      case .nothing: position += 1
      case .word: readWord()
      case .digit: readNumber(from: position)
      case .dot: readDot()
      case .mark: readMark()
      }
    }
  }

  /// A `.` begins a number where a digit is next and no value stands before it.
  private mutating func readDot() {
    let start = position
    position += 1
    guard next.isDigit, start == 0 || !endsValue(bytes[start - 1]) else { return }
    readNumber(from: start)
  }

  private func endsValue(_ byte: UInt8) -> Bool {
    byte.isNamePart || byte == 0x29 || byte == 0x2E || byte == 0x5D
  }

  private mutating func readNumber(from start: Int) {
    let isHexadecimal = bytes[position] == 0x30 && byte(position + 1) | 0x20 == 0x78
    repeat { position += 1 } while position < end && continuesNumber(isHexadecimal)
    mark(start, .number)
  }

  /// `1.5`, `1e-5` and `1'000` go on; `1..<5` and `1.max` do not.
  private func continuesNumber(_ isHexadecimal: Bool) -> Bool {
    let byte = bytes[position]
    if traits[Int(byte)] & Grammar.Trait.number != 0 { return true }
    switch byte {
    case 0x2E: return self.byte(position + 1).isDigit
    case 0x2B, 0x2D:
      return !isHexadecimal && bytes[position - 1] | 0x20 == 0x65
        && self.byte(position + 1).isDigit
    default: return false
    }
  }

  /// Whether only blanks stand before an offset in its line.
  func isFirst(_ offset: Int) -> Bool {
    let before = significant(before: offset)
    return before < 0 || bytes[before] == 0x0A
  }

  /// The offset of the last byte before an offset that is no blank; -1 for none.
  ///
  /// Blanks are passed over from what stands behind them alone, so that each is looked at few times.
  func significant(before offset: Int) -> Int {
    var offset = offset - 1
    while offset >= 0, bytes[offset].isBlank { offset -= 1 }
    return offset
  }
}
