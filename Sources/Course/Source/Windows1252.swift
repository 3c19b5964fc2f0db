/// The code page Windows-1252 as the WHATWG Encoding Standard section 9 defines it: the five bytes
/// Microsoft left undefined stand for the control character of the same number.
enum Windows1252 {
  /// The scalars of the bytes 0x80 to 0x9F; all others stand for the scalar of their own number.
  private static let high: [UInt32] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
  ]

  /// The byte that stands for a scalar beyond ASCII, or `nil` when the code page lacks it.
  static func byte(for scalar: Unicode.Scalar) -> UInt8? {
    if (0xA0...0xFF).contains(scalar.value) { return UInt8(scalar.value) }
    guard scalar.value >= 0x80, let index = high.firstIndex(of: scalar.value) else { return nil }
    return UInt8(0x80 + index)
  }
}
