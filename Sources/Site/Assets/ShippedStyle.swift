/// CSS without its comments and the blanks that mean nothing, as readers load it.
///
/// Goes by the tokens of CSS Syntax Level 3: strings, addresses in `url(…)` and escapes stay as they
/// are. A text that ends within one of them is left as it is. So are comments that begin with `!`,
/// which hold licences, and comments that alone part two words.
struct ShippedStyle {
  private let bytes: [UInt8]
  private var position = 0
  private var output: [UInt8] = []

  /// Where a text is not CSS.
  private struct Doubt: Error {}

  static func text(_ bytes: [UInt8]) -> [UInt8] {
    var reader = ShippedStyle(bytes)
    return (try? reader.read()) ?? bytes
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    output.reserveCapacity(bytes.count)
  }

  private mutating func read() throws(Doubt) -> [UInt8] {
    while position < bytes.count {
      switch bytes[position] {
      case _ where bytes[position].isStyleBlank: readBlanks()
      case 0x2F where byte(position + 1) == 0x2A: try readComment()
      case 0x22, 0x27: try readString()
      case 0x5C:
        take()
        guard position < bytes.count else { throw Doubt() }
        take()
      case 0x28 where isAddress: try readAddress()
      case 0x7B, 0x7D, 0x3B:
        if output.last == 0x20, !isEscaped { output.removeLast() }
        take()
      default: take()
      }
    }
    if output.last == 0x20, !isEscaped { output.removeLast() }
    return output
  }

  private func byte(_ offset: Int) -> UInt8 {
    offset >= 0 && offset < bytes.count ? bytes[offset] : 0
  }

  private mutating func take() {
    output.append(bytes[position])
    position += 1
  }

  /// Whether the blank at the end of the output belongs to an escape.
  private var isEscaped: Bool {
    var count = 0
    for byte in output.dropLast().reversed() {
      if byte == 0x5C { return true }
      guard byte.isHexadecimal, count < 6 else { return false }
      count += 1
    }
    return false
  }

  private mutating func readBlanks() {
    while byte(position).isStyleBlank { position += 1 }
    separate()
  }

  private mutating func separate() {
    switch output.last {
    case nil, 0x20?, 0x7B?, 0x7D?, 0x3B?: break
    case 0x2C? where output.dropLast().last != 0x5C: break
    default: output.append(0x20)
    }
  }

  private mutating func readComment() throws(Doubt) {
    let start = position
    position += 2
    while position < bytes.count, byte(position) != 0x2A || byte(position + 1) != 0x2F {
      position += 1
    }
    guard position < bytes.count else { throw Doubt() }
    position += 2
    let isAlone =
      Self.ends.contains(byte(start - 1)) || Self.ends.contains(byte(position))
    if byte(start + 2) == 0x21 || !isAlone { output += bytes[start..<position] }
  }

  /// Bytes beside which a comment parts nothing that they do not; 0 for an end of the text.
  private static let ends: Set<UInt8> = [0, 0x20, 0x09, 0x0A, 0x0D, 0x0C, 0x7B, 0x7D, 0x3B]

  private mutating func readString() throws(Doubt) {
    let quote = bytes[position]
    take()
    while position < bytes.count {
      let byte = bytes[position]
      guard byte != 0x0A else { throw Doubt() }
      if byte == 0x5C, position + 1 < bytes.count { take() }
      take()
      if byte == quote { return }
    }
    throw Doubt()
  }

  /// Whether the bracket at the position is that of an address without quotes.
  private var isAddress: Bool {
    let name = [byte(position - 3), byte(position - 2), byte(position - 1)].map { $0 | 0x20 }
    guard name == Array("url".utf8) else { return false }
    var first = position + 1
    while byte(first).isStyleBlank { first += 1 }
    return byte(first) != 0x22 && byte(first) != 0x27
  }

  private mutating func readAddress() throws(Doubt) {
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0x5C, position + 1 < bytes.count { take() }
      take()
      if byte == 0x29 { return }
    }
    throw Doubt()
  }
}

extension UInt8 {
  fileprivate var isStyleBlank: Bool {
    self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D || self == 0x0C
  }

  fileprivate var isHexadecimal: Bool {
    (0x30...0x39).contains(self) || (0x61...0x66).contains(self | 0x20)
  }
}
