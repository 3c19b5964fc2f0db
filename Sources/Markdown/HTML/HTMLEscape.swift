extension [UInt8] {
  /// Appends text with `&`, `<`, `>` and `"` as entities, fit for content and quoted attributes.
  public mutating func append(escaping text: some StringProtocol) {
    let text = String(text)
    let longer = Self.growth(ofEscaped: text.utf8Span.span)
    if longer == 0 {
      append(contentsOf: text.utf8)
    } else {
      append(escaping: text.utf8Span.span, growth: longer)
    }
  }

  /// Appends UTF-8 with `&`, `<`, `>` and `"` as entities, fit for content and quoted attributes.
  public mutating func append(escaping bytes: Span<UInt8>) {
    append(escaping: bytes, growth: Self.growth(ofEscaped: bytes))
  }

  private mutating func append(escaping bytes: Span<UInt8>, growth: Int) {
    append(addingCapacity: bytes.count + growth) { output in
      for index in bytes.indices {
        let byte = bytes[index]
        if growth == 0 || Self.growth(ofEscaped: byte) == 0 {
          output.append(byte)
        } else {
          for part in Self.entity(byte).utf8 { output.append(part) }
        }
      }
    }
  }

  /// Appends an address for a quoted attribute: bytes that no URL may hold are percent-encoded, and
  /// those already encoded stay as they are.
  ///
  /// The set is libcmark's own, which is that of RFC 3986 without the square brackets.
  public mutating func append(escapingURL url: some StringProtocol) {
    let url = String(url)
    let bytes = url.utf8Span.span
    // An entity has six bytes at most, `&#x27;`.
    append(addingCapacity: bytes.count * 6) { output in
      for index in bytes.indices {
        let byte = bytes[index]
        if byte.isPlainInURL {
          output.append(byte)
        } else if byte == UInt8(ascii: "&") || byte == UInt8(ascii: "'") {
          for part in (byte == UInt8(ascii: "&") ? "&amp;" : "&#x27;").utf8 { output.append(part) }
        } else {
          output.append(UInt8(ascii: "%"))
          output.append(Self.hexadecimalDigit(byte >> 4))
          output.append(Self.hexadecimalDigit(byte & 15))
        }
      }
    }
  }

  /// Appends the path of a file as an address: also the bytes that mean something in a URL and not in
  /// a file's name, `%`, `#` and `?`, are percent-encoded.
  public mutating func append(escapingPath path: some StringProtocol) {
    let path = String(path)
    guard path.utf8.contains(where: { "%#?".utf8.contains($0) }) else {
      return append(escapingURL: path)
    }
    var plain = path.utf8[...]
    while let index = plain.firstIndex(where: { "%#?".utf8.contains($0) }) {
      append(escapingURL: String(decoding: plain[..<index], as: UTF8.self))
      append(UInt8(ascii: "%"))
      append(Self.hexadecimalDigit(plain[index] >> 4))
      append(Self.hexadecimalDigit(plain[index] & 15))
      plain = plain[plain.index(after: index)...]
    }
    append(escapingURL: String(decoding: plain, as: UTF8.self))
  }

  /// Appends HTML as it stands.
  @inlinable
  public mutating func append(html: some StringProtocol) {
    append(contentsOf: html.utf8)
  }

  /// Appends a number in decimal digits.
  mutating func append(number: Int) {
    append(contentsOf: String(number).utf8)
  }

  /// How many bytes text gets longer by.
  private static func growth(ofEscaped bytes: Span<UInt8>) -> Int {
    var longer = 0
    for index in bytes.indices { longer += growth(ofEscaped: bytes[index]) }
    return longer
  }

  /// How many bytes an entity has more than the byte that it stands for.
  private static func growth(ofEscaped byte: UInt8) -> Int {
    switch byte {
    case UInt8(ascii: "&"): 4
    case UInt8(ascii: "<"), UInt8(ascii: ">"): 3
    case UInt8(ascii: "\""): 5
    default: 0
    }
  }

  private static func entity(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    default: "&quot;"
    }
  }

  /// - Parameter value: below 16.
  private static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}

extension UInt8 {
  /// Whether it is a letter, a digit or one of `-_.+!*(),%#@?=;:/$~`.
  fileprivate var isPlainInURL: Bool {
    // A bit for each byte below 64, and for each from 64 to 127.
    let low: UInt64 = 0xAFFF_FF3A_0000_0000
    let high: UInt64 = 0x47FF_FFFE_87FF_FFFF
    return self < 128 && (self < 64 ? low : high) >> UInt64(self & 63) & 1 == 1
  }
}
