/// A short fingerprint that tells whether a text was changed by hand; no guard against intent.
public enum Checksum {
  /// FNV-1a of 64 bits over the UTF-8, as 16 hexadecimal digits (Fowler, Noll, Vo).
  public static func of(_ text: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 {
      hash ^= UInt64(byte)
      hash &*= 0x0000_0100_0000_01B3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
