internal import CMark

// What is asked of whole texts, many bytes at a time: loops over spans look at one after the other.

extension Span<UInt8> {
  /// The offset of the first such byte from `start` on, or `nil`.
  ///
  /// - Precondition: `start` is not negative.
  public func firstOffset(of byte: UInt8, from start: Int = 0) -> Int? {
    precondition(start >= 0, "no byte stands before the first")
    guard start < count else { return nil }
    return unsafe withUnsafeBufferPointer { bytes in
      guard let first = bytes.baseAddress,
        let found = unsafe memchr(first + start, Int32(byte), count - start)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(first)
    }
  }

  /// The offset of the first byte from `start` on that is not ASCII, or that of the end.
  fileprivate func endOfASCII(from start: Int) -> Int {
    var offset = start
    unsafe bytes.withUnsafeBytes { bytes in
      while offset + 8 <= bytes.count {
        let eight = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        if eight & 0x8080_8080_8080_8080 != 0 { return }
        offset += 8
      }
    }
    while offset < count, self[offset] < 0x80 { offset += 1 }
    return offset
  }

  /// Whether the bytes are UTF-8, by the table of RFC 3629 section 4.
  fileprivate var isUTF8: Bool {
    var offset = endOfASCII(from: 0)
    while offset < count {
      let second = offset + 1 < count ? self[offset + 1] : 0
      let length: Int
      switch (self[offset], second) {
      case (0xC2...0xDF, 0x80...0xBF): length = 2
      case (0xE0, 0xA0...0xBF), (0xE1...0xEC, 0x80...0xBF), (0xED, 0x80...0x9F),
        (0xEE...0xEF, 0x80...0xBF):
        length = 3
      case (0xF0, 0x90...0xBF), (0xF1...0xF3, 0x80...0xBF), (0xF4, 0x80...0x8F): length = 4
      default: return false
      }
      guard offset + length <= count else { return false }
      for next in offset + 2..<offset + length where self[next] & 0xC0 != 0x80 { return false }
      offset = endOfASCII(from: offset + length)
    }
    return true
  }
}

extension String {
  /// Text of bytes; `nil` where they are not UTF-8.
  public init?(utf8 bytes: Span<UInt8>) {
    let isASCII = bytes.endOfASCII(from: 0) == bytes.count
    guard isASCII || bytes.isUTF8 else { return nil }
    unsafe self.init(copying: UTF8Span(unchecked: bytes, isKnownASCII: isASCII))
  }
}
