/// Base64 (RFC 4648 section 4), by which notebooks hold pictures.
enum Base64 {
  /// How the text is laid out.
  enum Form: String {
    /// All in one line without an end.
    case plain
    /// One line with a line feed, as IPython writes it.
    case line
    /// Lines of 76 characters, each with a line feed (RFC 2045 section 6.8).
    case wrapped
  }

  private static let letters = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static let values: [UInt8?] = {
    var values = [UInt8?](repeating: nil, count: 256)
    for (value, letter) in letters.enumerated() { values[Int(letter)] = UInt8(value) }
    return values
  }()

  static func text(of bytes: [UInt8], _ form: Form = .plain) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4 + bytes.count / 57 + 1)
    var column = 0
    var index = 0
    while index < bytes.count {
      let count = min(3, bytes.count - index)
      var group = UInt32(bytes[index]) << 16
      if count > 1 { group |= UInt32(bytes[index + 1]) << 8 }
      if count > 2 { group |= UInt32(bytes[index + 2]) }
      for place in 0..<4 {
        let value = Int(group >> UInt32(18 - 6 * place)) & 0x3F
        text.append(place <= count ? letters[value] : UInt8(ascii: "="))
      }
      index += 3
      column += 4
      if form == .wrapped, column == 76 {
        text.append(0x0A)
        column = 0
      }
    }
    if form == .line || (form == .wrapped && column > 0) { text.append(0x0A) }
    return String(decoding: text, as: UTF8.self)
  }

  /// - Returns: `nil` for what is no base64; blanks and line feeds count for nothing.
  static func bytes(of text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count / 4 * 3)
    var group: UInt32 = 0
    var count = 0
    var padding = 0
    for letter in text.utf8 {
      if [0x0A, 0x0D, 0x20, 0x09].contains(letter) { continue }
      if letter == UInt8(ascii: "=") {
        padding += 1
        continue
      }
      guard padding == 0, let value = values[Int(letter)] else { return nil }
      group = group << 6 | UInt32(value)
      count += 1
      if count == 4 {
        bytes += [UInt8(group >> 16 & 0xFF), UInt8(group >> 8 & 0xFF), UInt8(group & 0xFF)]
        (group, count) = (0, 0)
      }
    }
    switch (count, padding) {
    case (0, 0): break
    case (2, 2): bytes.append(UInt8(group >> 4 & 0xFF))
    case (3, 1): bytes += [UInt8(group >> 10 & 0xFF), UInt8(group >> 2 & 0xFF)]
    default: return nil
    }
    return bytes
  }

  /// The form in which the bytes give just this text; `nil` where none does.
  static func form(of text: String, bytes: [UInt8]) -> Form? {
    [.plain, .line, .wrapped].first { self.text(of: bytes, $0) == text }
  }
}
