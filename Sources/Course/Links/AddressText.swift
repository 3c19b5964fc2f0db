/// The path of a file as it is written in an address, and back (RFC 3986 section 2).
public enum AddressText {
  /// Percent-encodes all but what a path may hold as it is: letters, digits, `/` and `-_.~!$()*+,;=@`.
  public static func encoded(_ path: String) -> String {
    if path.utf8.allSatisfy(isPlain) { return path }
    var result: [UInt8] = []
    for byte in path.utf8 {
      if isPlain(byte) {
        result.append(byte)
      } else {
        let digits = Array("0123456789ABCDEF".utf8)
        result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The text with `%20` and its like resolved; `%` without two digits stays.
  public static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var result: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16),
        rest.first != UInt8(ascii: "+"), rest.first != UInt8(ascii: "-")
      {
        result.append(value)
        rest = rest.dropFirst(2)
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    // A bit for each byte below 64, and for each from 64 to 127.
    let low: UInt64 = 0x2BFF_FF12_0000_0000
    let high: UInt64 = 0x47FF_FFFE_87FF_FFFF
    return byte < 128 && (byte < 64 ? low : high) >> UInt64(byte & 63) & 1 == 1
  }
}
