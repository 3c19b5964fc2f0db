/// A set of bytes of ASCII: signs that are looked for in texts.
struct ByteSet {
  private var below0x40: UInt64 = 0
  private var from0x40: UInt64 = 0

  /// - Precondition: none of the bytes is beyond ASCII.
  init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      precondition(byte < 0x80, "a set of bytes holds none beyond ASCII")
      if byte < 0x40 { below0x40 |= 1 &<< UInt64(byte) } else { from0x40 |= 1 &<< UInt64(byte) }
    }
  }

  var isEmpty: Bool { below0x40 | from0x40 == 0 }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    byte < 0x80 && (byte < 0x40 ? below0x40 : from0x40) &>> UInt64(byte) & 1 == 1
  }

  /// For each byte whether it is in the set: where a whole text is looked through, this is faster.
  var table: InlineArray<256, Bool> {
    var table = InlineArray<256, Bool>(repeating: false)
    for byte in UInt8.min..<0x80 where contains(byte) { table[Int(byte)] = true }
    return table
  }
}
