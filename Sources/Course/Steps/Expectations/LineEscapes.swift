/// The escapes of a line with the suffix `(esc)`.
enum LineEscapes {
  /// `\t`, `\\`, `\e`, `\x1b` and `\033` as the characters they stand for; what is no escape stays.
  static func resolved(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let next = rest.first else {
        bytes.append(byte)
        continue
      }
      if let simple = simple[next] {
        bytes.append(simple)
        rest = rest.dropFirst()
      } else if let (code, count) = number(rest) {
        bytes.append(code)
        rest = rest.dropFirst(count)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let simple: [UInt8: UInt8] = [
    UInt8(ascii: "a"): 7, UInt8(ascii: "b"): 8, UInt8(ascii: "t"): 9, UInt8(ascii: "n"): 10,
    UInt8(ascii: "v"): 11, UInt8(ascii: "f"): 12, UInt8(ascii: "r"): 13, UInt8(ascii: "e"): 27,
    UInt8(ascii: "\\"): UInt8(ascii: "\\"),
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
