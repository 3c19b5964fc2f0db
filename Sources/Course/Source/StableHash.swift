/// A hash that is the same in every run, by which a change is seen; no guard against intent.
///
/// FNV-1a of 64 bits (Fowler, Noll, Vo).
public struct StableHash: Sendable {
  public private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  public init() {}

  /// Takes bytes in, without an end.
  mutating func add(_ text: String) {
    for byte in text.utf8 { add(UInt64(byte)) }
  }

  private mutating func add(_ number: UInt64) { value = (value ^ number) &* 0x0000_0100_0000_01B3 }

  /// Takes bytes in, and that they end there: "a" and "b" differ from "ab".
  public mutating func combine(_ bytes: [UInt8]) {
    for byte in bytes { add(UInt64(byte)) }
    add(0x100)
  }

  public mutating func combine(_ text: String) {
    add(text)
    add(0x100)
  }

  public mutating func combine(_ number: UInt64) {
    add(number)
    value ^= value >> 32
  }

  /// The value as 16 hexadecimal digits.
  public var digits: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
