/// The escapes of a line with the suffix `(esc)`.
enum LineEscapes {
  /// `\t`, `\\`, `\e`, `\x1b` and `\033` as the bytes they stand for; what is no escape stays.
  ///
  /// - Parameter letters: those that stand for a control character or themselves.
  static func resolved(
    _ text: some Sequence<UInt8>, letters: String = Dialect.notes.escapes
  ) -> [UInt8] {
    let letters = letters.utf8
    var bytes: [UInt8] = []
    var rest = Array(text)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let next = rest.first else {
        bytes.append(byte)
        continue
      }
      if letters.contains(next) {
        bytes.append(simple[next] ?? next)
        rest = rest.dropFirst()
      } else if let (code, count) = number(rest) {
        bytes.append(code)
        rest = rest.dropFirst(count)
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }

  /// The line with what cannot be seen as escapes, or `nil` where nothing is to be escaped.
  ///
  /// - Parameter isASCII: whether all beyond ASCII is, too.
  static func written(_ bytes: [UInt8], isASCII: Bool) -> String? {
    let isText = !isASCII && String(validating: bytes, as: UTF8.self) != nil
    func isHidden(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x7F || (byte > 0x7F && !isText) }
    guard bytes.contains(where: isHidden) else { return nil }
    var result: [UInt8] = []
    for byte in bytes {
      switch byte {
      case 0x09: result += #"\t"#.utf8
      case 0x0D: result += #"\r"#.utf8
      case UInt8(ascii: "\\"): result += #"\\"#.utf8
      case _ where isHidden(byte): result += hexadecimal(byte)
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// `\x1b`
  static func hexadecimal(_ byte: UInt8) -> [UInt8] {
    let digits = String(byte, radix: 16)
    return Array((digits.utf8.count == 1 ? #"\x0"# : #"\x"#).utf8) + Array(digits.utf8)
  }

  private static let simple: [UInt8: UInt8] = [
    UInt8(ascii: "a"): 7, UInt8(ascii: "b"): 8, UInt8(ascii: "t"): 9, UInt8(ascii: "n"): 10,
    UInt8(ascii: "v"): 11, UInt8(ascii: "f"): 12, UInt8(ascii: "r"): 13, UInt8(ascii: "e"): 27,
  ]

  /// The byte that `x1b` or `033` stands for, and the length of the number.
  private static func number(_ text: ArraySlice<UInt8>) -> (UInt8, Int)? {
    let isHex = text.first == UInt8(ascii: "x")
    let digits = isHex ? text.dropFirst().prefix(2) : text.prefix(3)
    guard digits.count == (isHex ? 2 : 3), digits.first != UInt8(ascii: "+"),
      let code = UInt8(String(decoding: digits, as: UTF8.self), radix: isHex ? 16 : 8)
    else { return nil }
    return (code, 3)
  }
}
