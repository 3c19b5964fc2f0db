/// What a file's bytes hold that asks for more than taking them as they are; told in one pass.
struct ByteSigns: OptionSet {
  let rawValue: UInt8

  /// A carriage return or NUL.
  static let control = ByteSigns(rawValue: 1)
  /// The first byte of U+00C0 to U+00FF, with one of which encoding damage begins.
  static let accent = ByteSigns(rawValue: 2)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(of bytes: [UInt8]) {
    var found: UInt8 = 0
    // Without a branch, so that the processor looks at many bytes at a time.
    for byte in bytes {
      found |= (byte == 0x0D ? 1 : 0) | (byte == 0 ? 1 : 0) | (byte == 0xC3 ? 2 : 0)
    }
    rawValue = found
  }
}
