extension StringProtocol {
  /// Whether a browser runs the address instead of going to it: `javascript:`, `vbscript:` and
  /// `data:`. Browsers skip control characters and blanks in a scheme (WHATWG URL, section 4.4).
  public var isActiveAddress: Bool {
    begins(withScheme: "javascript:") || begins(withScheme: "vbscript:")
      || begins(withScheme: "data:")
  }

  /// Whether the address is that of a picture that stands in the address itself.
  public var isEmbeddedImage: Bool { begins(withScheme: "data:image/") }

  private func begins(withScheme scheme: StaticString) -> Bool {
    var expected = scheme.description.utf8.makeIterator()
    for byte in utf8 where byte > 0x20 {
      guard let next = expected.next() else { return true }
      let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      guard (isCapital ? byte | 0x20 : byte) == next else { return false }
    }
    return expected.next() == nil
  }
}
