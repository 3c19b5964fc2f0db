import Course
import TestSupport
import Testing

/// Sizes of pictures, out of the first bytes of their files.
struct ImageHeaderTests {
  /// Bytes as hexadecimal digits, and texts between quotes: `89 "PNG"`.
  private static func bytes(_ text: String) -> [UInt8] {
    text.split(separator: "\"", omittingEmptySubsequences: false).enumerated().flatMap {
      index, part -> [UInt8] in
      if !index.isMultiple(of: 2) { return Array(part.utf8) }
      let digits = part.filter { !$0.isWhitespace }
      return stride(from: 0, to: digits.count - 1, by: 2).compactMap {
        UInt8(digits.dropFirst($0).prefix(2), radix: 16)
      }
    }
  }

  private static let png = "89 \"PNG\" 0D0A1A0A 0000000D \"IHDR\""
  private static func exif(_ orientation: String) -> String {
    "FFE1 0022 \"Exif\" 0000 \"MM\" 002A 00000008 0001 0112 0003 00000001 00\(orientation)0000 00000000"
  }
  private static let frame = "FFC2 0011 08 0020 0040 03 012200 021101 031101"

  private static func box(_ name: String, _ content: String) -> String {
    let size = bytes(content).count + 8
    let digits = String(size, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits + "\"\(name)\" " + content
  }
  private static func avif(_ properties: String) -> String {
    box("ftyp", "\"avif\" 00000000 \"mif1avif\"")
      + box("meta", "00000000" + box("hdlr", "00") + box("iprp", box("ipco", properties)))
  }

  @Test(arguments: [
    ("PNG", png + "00000040 00000020 08", "64x32"),
    ("GIF", "\"GIF89a\" 4000 2000 F7", "64x32"), ("GIF 87", "\"GIF87a\" 0101 0001", "257x256"),
    ("WebP, lossy", "\"RIFF\" 00000000 \"WEBPVP8 \" 00000000 000000 9D012A 4000 2040", "64x32"),
    ("WebP, lossless", "\"RIFF\" 00000000 \"WEBPVP8L\" 00000000 2F 3FC00700", "64x32"),
    ("WebP, extended", "\"RIFF\" 00000000 \"WEBPVP8X\" 0A000000 10000000 3F0000 1F0000", "64x32"),
    ("JPEG", "FFD8 FFE0 0010 \"JFIF\" 000101000001000100 00" + frame, "64x32"),
    ("JPEG with a fill byte", "FFD8 FFE0 0004 0000 FF" + frame, "64x32"),
    ("JPEG on its side", "FFD8" + exif("06") + frame, "32x64"),
    ("JPEG upside down", "FFD8" + exif("03") + frame, "64x32"),
    ("AVIF", avif(box("ispe", "00000000 00000040 00000020") + box("av1C", "00")), "64x32"),
    (
      "AVIF of tiles",
      avif(box("ispe", "00000000 00000010 00000010") + box("ispe", "00000000 00000040 00000020")),
      "64x32"
    ),
    ("AVIF, turned", avif(box("ispe", "00000000 00000040 00000020") + box("irot", "01")), "32x64"),
    ("damaged PNG", png, "none"), ("PNG without a size", png + "00000000 00000020", "none"),
    ("JPEG without a frame", "FFD8 FFE0 0004 0000 FFDA 0004 0000", "none"),
    ("JPEG that ends", "FFD8 FFE0 FFFF 00", "none"),
    ("JPEG with a bad length", "FFD8 FFE0 0000 00", "none"),
    ("WebP of no kind", "\"RIFF\" 00000000 \"WEBPABCD\"", "none"),
    ("a film", box("ftyp", "\"isom\" 00000000 \"mp42\""), "none"),
    ("AVIF without its size", avif(box("av1C", "00")), "none"),
    ("AVIF that is too large", avif(box("ispe", "00000000 FFFFFFFF FFFFFFFF")), "none"),
    ("nothing", "", "none"), ("text", "\"hello\"", "none"),
  ])
  func `a picture tells its size`(kind: String, bytes: String, size: String) {
    #expect(describe(ImageHeader(Self.bytes(bytes))) == size)
  }

  @Test(arguments: [
    ("<svg width=\"64\" height=\"32\"/>", "64x32"),
    ("<svg width='64px' height='32.4 px'>", "64x32"),
    ("<svg viewBox=\"0 0 64 32\" xmlns=\"http://www.w3.org/2000/svg\">", "64x32"),
    ("<svg viewBox=\"0,0,64,32\" width=\"128\">", "128x64"),
    ("<svg width=\"100%\" height=\"100%\" viewBox=\"0 0 64 32\">", "64x32"),
    ("<svg width=\"4em\" height=\"2em\">", "sizeless"), ("<svg>", "sizeless"),
    ("<svg viewBox=\"0 0 x 32\">", "sizeless"), ("<svg width=\"0\" height=\"0\">", "sizeless"),
    (
      "\u{FEFF}<?xml version=\"1.0\"?>\n<!-- <svg width=\"1\" height=\"1\"> -->\n<svg width=\"64\" height=\"32\">",
      "64x32"
    ),
    ("<html><body>no</body></html>", "none"), ("svg", "none"), ("<svgx width=\"1\">", "none"),
    ("<svg width=\"64", "sizeless"), ("<!-- <svg>", "none"),
  ])
  func `a drawing tells its size or none`(text: String, size: String) {
    #expect(describe(ImageHeader(Array(text.utf8))) == size)
  }

  @Test func `no bytes are too damaged to be read`() {
    var random = SplitMix64(seed: 7)
    let starts = [
      Self.png, "FFD8" + Self.exif("06") + Self.frame, "\"GIF89a\" 4000 2000",
      "\"RIFF\" 00000000 \"WEBPVP8X\" 0A000000 10000000 3F0000 1F0000",
      Self.avif(Self.box("ispe", "00000000 00000040 00000020")), "\"<svg width='1' height='1'>\"",
    ].map(Self.bytes)
    for start in starts {
      for length in 0...start.count { _ = ImageHeader(Array(start.prefix(length))) }
      for _ in 0..<2000 {
        var bytes = start
        for _ in 0..<3 {
          bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
            in: 0...255, using: &random)
        }
        _ = ImageHeader(bytes)
      }
    }
  }

  @Test(arguments: [
    ("a.png", true), ("x.y/a.JPEG", true), ("a.svg", true), ("a.mp4", false), ("png", false),
    ("a.png/b", false), ("a.", false),
  ])
  func `a picture is known by its name`(path: String, isImage: Bool) {
    #expect(ImageHeader.isImage(path: path) == isImage)
  }

  private func describe(_ header: ImageHeader?) -> String {
    switch header {
    case nil: "none"
    case .sizeless?: "sizeless"
    case .sized(let width, let height)?: "\(width)x\(height)"
    }
  }
}
