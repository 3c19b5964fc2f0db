/// What the file of a picture says of its size: PNG, JPEG, GIF, WebP, AVIF and SVG.
///
/// Any bytes can be read; each is looked at a few times at most.
public enum ImageHeader: Sendable, Equatable {
  /// In pixels of CSS, as browsers show the picture: turned where its file says so.
  case sized(width: Int, height: Int)
  /// A drawing that takes the size it is given.
  case sizeless

  /// - Returns: `nil` for bytes that are no picture, or where the part that tells the size is damaged.
  public init?(_ bytes: [UInt8]) {
    let data = ImageBytes(bytes)
    if data.has("\u{89}PNG\r\n\u{1A}\n", at: 0) {
      // The PNG specification, 11.2.1: IHDR comes first.
      guard data.has("IHDR", at: 12) else { return nil }
      self.init(width: data.big(4, at: 16), height: data.big(4, at: 20))
    } else if data.has("GIF87a", at: 0) || data.has("GIF89a", at: 0) {
      self.init(width: data.little(2, at: 6), height: data.little(2, at: 8))
    } else if data.has("RIFF", at: 0), data.has("WEBP", at: 8) {
      self.init(webP: data)
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      self.init(jpeg: data)
    } else if data.has("ftyp", at: 4) {
      self.init(avif: data)
    } else {
      self.init(svg: data)
    }
  }

  /// Whether a file is a picture that browsers show, by its name.
  public static func isImage(path: String) -> Bool {
    guard let point = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
    return [
      "png", "apng", "jpg", "jpeg", "jfif", "pjpeg", "pjp", "gif", "webp", "avif", "svg",
    ].contains(path[path.utf8.index(after: point)...].lowercased())
  }

  /// - Returns: `nil` unless both are there and make a picture.
  init?(width: Int?, height: Int?) {
    guard let width, let height, (1...1_000_000).contains(width), (1...1_000_000).contains(height)
    else { return nil }
    self = .sized(width: width, height: height)
  }

  /// RFC 9649 section 2: the first chunk tells which of three kinds it is.
  private init?(webP data: ImageBytes) {
    if data.has("VP8 ", at: 12) {
      // RFC 6386 section 9.1: 14 bits each after the start code.
      guard data.big(3, at: 23) == 0x9D012A else { return nil }
      self.init(
        width: data.little(2, at: 26).map { $0 & 0x3FFF },
        height: data.little(2, at: 28).map { $0 & 0x3FFF })
    } else if data.has("VP8L", at: 12) {
      guard data.big(1, at: 20) == 0x2F, let bits = data.little(4, at: 21) else { return nil }
      self.init(width: bits & 0x3FFF + 1, height: bits >> 14 & 0x3FFF + 1)
    } else if data.has("VP8X", at: 12) {
      self.init(
        width: data.little(3, at: 24).map { $0 + 1 }, height: data.little(3, at: 27).map { $0 + 1 })
    } else {
      return nil
    }
  }

  /// The size turned by a quarter.
  func turned(_ isTurned: Bool) -> ImageHeader {
    guard isTurned, case .sized(let width, let height) = self else { return self }
    return .sized(width: height, height: width)
  }
}

/// Bytes with numbers and names in them; what lies beyond their end is `nil`.
struct ImageBytes {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// - Parameter name: of characters below U+0100, a byte each.
  func has(_ name: String, at start: Int) -> Bool {
    guard start >= 0, start <= bytes.count else { return false }
    return bytes[start...].prefix(name.unicodeScalars.count)
      .elementsEqual(name.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
  }

  /// A number of up to 7 bytes, the highest first.
  func big(_ count: Int, at start: Int) -> Int? {
    guard start >= 0, start <= bytes.count - count else { return nil }
    return bytes[start..<start + count].reduce(0) { $0 << 8 | Int($1) }
  }

  /// A number of up to 7 bytes, the lowest first.
  func little(_ count: Int, at start: Int) -> Int? {
    guard start >= 0, start <= bytes.count - count else { return nil }
    return bytes[start..<start + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
