extension UInt8 {
  /// A space or tab.
  var isSpaceOrTab: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

  /// What separates words in ASCII, line endings included.
  var isSpace: Bool { self == UInt8(ascii: " ") || (9...13).contains(self) }

  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  /// Whether it is a letter of ASCII.
  var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }

  /// Whether it is a letter or digit of ASCII.
  var isAlphanumeric: Bool { isLetter || isDigit }

  /// Whether it is one of ASCII's punctuation characters (CommonMark 0.30 section 2.1).
  var isPunctuation: Bool { (33...126).contains(self) && !isAlphanumeric }
}

extension ArraySlice<UInt8> {
  /// The bytes without blanks at either end.
  var trimmed: ArraySlice<UInt8> { drop(while: \.isSpaceOrTab).withoutTrailingBlanks }

  var withoutTrailingBlanks: ArraySlice<UInt8> {
    prefix((lastIndex { !$0.isSpaceOrTab } ?? startIndex - 1) - startIndex + 1)
  }

  var text: String { String(decoding: self, as: UTF8.self) }
}

extension Unicode.Scalar {
  /// Whether CommonMark takes it for whitespace (section 2.1).
  var isMarkdownSpace: Bool {
    (9...13).contains(value) || properties.generalCategory == .spaceSeparator
  }

  /// Whether CommonMark takes it for punctuation (section 2.1).
  var isMarkdownPunctuation: Bool {
    if value < 128 { return UInt8(value).isPunctuation }
    return switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      true
    default: false
    }
  }
}

extension Array {
  /// How many elements at the start match, where all that match stand before all others.
  func partitionPoint(_ matches: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if matches(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
