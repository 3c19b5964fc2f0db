/// Lowercasing by bytes, since the standard library's takes many times as long beyond ASCII.
extension UInt8 {
  /// The small letter of a capital of ASCII, and any other byte as it is.
  var inLowercase: UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
  }
}

extension String {
  /// The same as `lowercased()`.
  var inLowercase: String {
    switch Self.letterCase(of: utf8Span.span) {
    case .none: self
    case .other: lowercased()
    case .latin: Self.latinInLowercase(Array(utf8))
    }
  }

  /// The text of bytes that are valid UTF-8, in lowercase.
  init(inLowercase bytes: [UInt8]) {
    switch Self.letterCase(of: bytes.span) {
    case .none: self.init(decoding: bytes, as: UTF8.self)
    case .other: self = String(decoding: bytes, as: UTF8.self).lowercased()
    case .latin: self = Self.latinInLowercase(bytes)
    }
  }

  private static func latinInLowercase(_ bytes: consuming [UInt8]) -> String {
    var previous: UInt8 = 0
    for index in bytes.indices {
      let byte = bytes[index]
      if byte < 0x80 {
        if (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) { bytes[index] |= 0x20 }
      } else if previous == 0xC3, byte < 0x9F, byte != 0x97 {
        bytes[index] |= 0x20
      }
      previous = byte
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private enum LetterCase {
    /// No letter is a capital.
    case none
    /// Capitals of ASCII and of Latin-1, whose lowercase letters stand 32 places further on.
    case latin
    /// There are letters that only the Unicode tables know about.
    case other
  }

  private static func letterCase(of bytes: Span<UInt8>) -> LetterCase {
    var hasCapitals = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte < 0x80 {
        if byte >= UInt8(ascii: "A"), byte <= UInt8(ascii: "Z") { hasCapitals = true }
        continue
      }
      // The bytes of a string are valid UTF-8, so that those of the sequence follow.
      switch byte {
      case 0xC2: index += 1
      case 0xC3:
        hasCapitals = true
        index += 1
      case 0xE2 where hasNoCase(bytes[index], bytes[index + 1]): index += 2
      // Scripts of East Asia.
      case 0xE3...0xE9: index += 2
      // Variation selectors, and marks of the fullwidth forms.
      case 0xEF where bytes[index] == 0xB8 || bytes[index] == 0xBC && bytes[index + 1] < 0xA1:
        index += 2
      // Emoji and their like.
      case 0xF0 where bytes[index] == 0x9F: index += 3
      default: return .other
      }
    }
    return hasCapitals ? .latin : .none
  }

  /// Whether the sequence E2 and these two is a mark, an arrow, a sign of mathematics or a symbol.
  private static func hasNoCase(_ second: UInt8, _ third: UInt8) -> Bool {
    switch second {
    case 0x80...0x83, 0x87...0x91, 0x94...0xAF: true
    case 0x86: third >= 0x90
    default: false
    }
  }
}
