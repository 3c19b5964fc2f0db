extension [UInt8] {
  /// Appends text with `&`, `<`, `>` and `"` as entities, fit for content and quoted attributes.
  @inlinable
  public mutating func append(escaping text: some StringProtocol) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): append(html: "&amp;")
      case UInt8(ascii: "<"): append(html: "&lt;")
      case UInt8(ascii: ">"): append(html: "&gt;")
      case UInt8(ascii: "\""): append(html: "&quot;")
      default: append(byte)
      }
    }
  }

  /// Appends an address for a quoted attribute: bytes that no URL may hold are percent-encoded, and
  /// those already encoded stay as they are.
  ///
  /// The set is libcmark's own, which is that of RFC 3986 without the square brackets.
  @inlinable
  public mutating func append(escapingURL url: some StringProtocol) {
    for byte in url.utf8 {
      switch byte {
      case UInt8(ascii: "&"): append(html: "&amp;")
      case UInt8(ascii: "'"): append(html: "&#x27;")
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        append(byte)
      case _ where "-_.+!*(),%#@?=;:/$~".utf8.contains(byte): append(byte)
      default:
        append(UInt8(ascii: "%"))
        append(Self.hexadecimalDigit(byte >> 4))
        append(Self.hexadecimalDigit(byte & 15))
      }
    }
  }

  /// Appends the path of a file as an address: also the bytes that mean something in a URL and not in
  /// a file's name, `%`, `#` and `?`, are percent-encoded.
  @inlinable
  public mutating func append(escapingPath path: some StringProtocol) {
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

  /// - Parameter value: below 16.
  @usableFromInline
  static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }

  /// Appends HTML as it stands.
  @inlinable
  public mutating func append(html: some StringProtocol) {
    append(contentsOf: html.utf8)
  }
}
