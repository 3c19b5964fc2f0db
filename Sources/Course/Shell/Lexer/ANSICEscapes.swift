/// The escapes of `$'…'` (bash manual 3.1.2.4).
enum ANSICEscapes {
  /// The text with its escapes replaced; an escape bash does not know stays as it is.
  static func decode(_ source: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = source
    var decoded: ArraySlice<UInt8> = []
    while let byte = rest.popFirst() {
      guard byte == ShellByte.backslash, let escape = rest.popFirst() else {
        decoded.append(byte)
        continue
      }
      if let plain = controls[escape] {
        decoded.append(plain)
      } else if let value = number(escape, &rest) {
        decoded += value
      } else {
        decoded += [byte, escape]
      }
    }
    return decoded
  }

  private static let controls: [UInt8: UInt8] = [
    UInt8(ascii: "a"): 7, UInt8(ascii: "b"): 8, UInt8(ascii: "e"): 27, UInt8(ascii: "E"): 27,
    UInt8(ascii: "f"): 12, UInt8(ascii: "n"): 10, UInt8(ascii: "r"): 13, UInt8(ascii: "t"): 9,
    UInt8(ascii: "v"): 11, ShellByte.backslash: ShellByte.backslash,
    ShellByte.singleQuote: ShellByte.singleQuote, ShellByte.doubleQuote: ShellByte.doubleQuote,
    ShellByte.question: ShellByte.question,
  ]

  /// The bytes of `\nnn`, `\xHH`, `\uHHHH`, `\UHHHHHHHH` or `\cx`; nil if it is none of these.
  private static func number(_ escape: UInt8, _ rest: inout ArraySlice<UInt8>) -> [UInt8]? {
    switch escape {
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      var digits = ArraySlice([escape] + rest.prefix(2))
      let value = digits.popNumber(base: 8, atMost: 3) ?? 0
      rest = rest.dropFirst(min(2, rest.count) - digits.count)
      return [UInt8(truncatingIfNeeded: value)]
    case UInt8(ascii: "x"):
      return rest.popNumber(base: 16, atMost: 2).map { [UInt8(truncatingIfNeeded: $0)] }
    case UInt8(ascii: "u"):
      return rest.popNumber(base: 16, atMost: 4).flatMap(character)
    case UInt8(ascii: "U"):
      return rest.popNumber(base: 16, atMost: 8).flatMap(character)
    case UInt8(ascii: "c"):
      return rest.popFirst().map { [$0 & 0x1F] }
    default:
      return nil
    }
  }

  private static func character(_ value: UInt32) -> [UInt8]? {
    Unicode.Scalar(value).map { Array(String($0).utf8) }
  }
}

extension ArraySlice<UInt8> {
  /// Takes digits off the front and gives their value; nil without any.
  fileprivate mutating func popNumber(base: UInt32, atMost count: Int) -> UInt32? {
    var value: UInt32?
    for _ in 0..<count {
      guard let digit = first.flatMap({ Self.digit($0, base) }) else { break }
      value = (value ?? 0) &* base &+ digit
      removeFirst()
    }
    return value
  }

  private static func digit(_ byte: UInt8, _ base: UInt32) -> UInt32? {
    Character(Unicode.Scalar(byte)).hexDigitValue.map(UInt32.init).flatMap { $0 < base ? $0 : nil }
  }
}
