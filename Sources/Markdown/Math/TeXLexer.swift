/// Cuts TeX into tokens (The TeXbook, chapter 7). White space and comments part tokens and are none.
struct TeXLexer {
  /// Valid UTF-8.
  let bytes: [UInt8]
  /// Where the next token is looked for.
  var position = 0

  init(_ tex: String) { bytes = Array(tex.utf8) }

  mutating func next() -> TeXToken {
    skipSpace()
    let start = position
    guard start < bytes.count else { return TeXToken(kind: .end, start: start, end: start) }
    let kind: TeXToken.Kind
    switch bytes[start] {
    case UInt8(ascii: "\\"):
      kind = .command
      position += 1
      skipName()
    case UInt8(ascii: "{"): kind = single(.open)
    case UInt8(ascii: "}"): kind = single(.close)
    case UInt8(ascii: "&"): kind = single(.alignment)
    case UInt8(ascii: "^"): kind = single(.superscript)
    case UInt8(ascii: "_"): kind = single(.subscript)
    case UInt8(ascii: "'"): kind = single(.prime)
    case UInt8(ascii: "~"): kind = single(.tie)
    case UInt8(ascii: "#"): kind = single(.parameter)
    case UInt8(ascii: "$"): kind = single(.dollar)
    default: kind = .character(nextScalar())
    }
    return TeXToken(kind: kind, start: start, end: position)
  }

  /// Reads one scalar as it stands. There must be one.
  mutating func nextScalar() -> Unicode.Scalar {
    let first = bytes[position]
    position += 1
    guard first >= 0x80 else { return Unicode.Scalar(first) }
    var value = UInt32(first) & (first < 0xE0 ? 0x1F : first < 0xF0 ? 0x0F : 0x07)
    while position < bytes.count, bytes[position] & 0xC0 == 0x80 {
      value = value << 6 | UInt32(bytes[position] & 0x3F)
      position += 1
    }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// The byte at an offset, or `nil` behind the end.
  func byte(_ offset: Int) -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        position += 1
      case UInt8(ascii: "%"):
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
      default: return
      }
    }
  }

  /// A name is letters, or one character that is none.
  private mutating func skipName() {
    let start = position
    while position < bytes.count, bytes[position].isASCIILetter { position += 1 }
    if position == start, position < bytes.count { _ = nextScalar() }
  }

  private mutating func single(_ kind: TeXToken.Kind) -> TeXToken.Kind {
    position += 1
    return kind
  }
}

struct TeXToken {
  var kind: Kind
  /// Offsets in bytes.
  var start: Int
  var end: Int

  enum Kind: Equatable {
    /// A backslash and a name.
    case command
    case character(Unicode.Scalar)
    case open, close, alignment, superscript, `subscript`, prime, tie, parameter, dollar, end
  }
}

extension UInt8 {
  var isASCIILetter: Bool {
    (self | 0x20) >= UInt8(ascii: "a") && (self | 0x20) <= UInt8(ascii: "z")
  }
  var isASCIIDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}
