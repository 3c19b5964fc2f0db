extension ImageHeader {
  /// How far into a file its element `svg` may begin, behind comments and a document type.
  private static let prologue = 65_536

  /// SVG 2 section 8: `width` and `height` in pixels or without a unit, else what `viewBox` says.
  init?(svg data: ImageBytes) {
    let hasMark = data.bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let text = data.bytes.prefix(Self.prologue).dropFirst(hasMark ? 3 : 0)
    guard text.first(where: { $0 > 0x20 }) == UInt8(ascii: "<"),
      let attributes = Self.rootAttributes(text)
    else { return nil }
    let box = (attributes["viewbox"] ?? "").split { $0 == " " || $0 == "," || $0 == "\n" }
      .map { Double($0) }
    let boxSize = box.count == 4 ? (box[2], box[3]) : (nil, nil)
    var width = attributes["width"].flatMap(Self.pixels)
    var height = attributes["height"].flatMap(Self.pixels)
    if let boxWidth = boxSize.0, let boxHeight = boxSize.1, boxWidth > 0, boxHeight > 0 {
      // One side alone keeps the shape of the box.
      if width == nil, height == nil { (width, height) = (boxWidth, boxHeight) }
      width = width ?? height.map { $0 * boxWidth / boxHeight }
      height = height ?? width.map { $0 * boxHeight / boxWidth }
    }
    let whole = { (length: Double?) in
      length.flatMap { (0.5...1_000_000).contains($0) ? Int($0.rounded()) : nil }
    }
    self = ImageHeader(width: whole(width), height: whole(height)) ?? .sizeless
  }

  /// A length without a unit or in pixels.
  private static func pixels(_ text: String) -> Double? {
    let number = text.hasSuffix("px") ? String(text.dropLast(2)) : text
    return Double(number.trimmed).flatMap { $0 > 0 ? $0 : nil }
  }

  /// The attributes of the first element `svg`, by their names in lowercase.
  private static func rootAttributes(_ text: ArraySlice<UInt8>) -> [String: String]? {
    var index = text.startIndex
    while index < text.endIndex {
      guard let open = text[index...].firstIndex(of: UInt8(ascii: "<")) else { return nil }
      index = open + 1
      if text[index...].starts(with: "!--".utf8) {
        while index < text.endIndex, !text[index...].starts(with: "-->".utf8) { index += 1 }
      } else if text[index...].starts(with: "svg".utf8),
        let next = text[index...].dropFirst(3).first, next <= 0x20 || next == UInt8(ascii: ">")
      {
        return attributes(text[(index + 3)...])
      }
    }
    return nil
  }

  private static func attributes(_ text: ArraySlice<UInt8>) -> [String: String] {
    var result: [String: String] = [:]
    var rest = text
    while true {
      rest = rest.drop { $0 <= 0x20 }
      let name = rest.prefix { $0 > 0x20 && !"=>/".utf8.contains($0) }
      rest = rest.dropFirst(name.count).drop { $0 <= 0x20 }
      guard !name.isEmpty, rest.popFirst() == UInt8(ascii: "=") else { return result }
      rest = rest.drop { $0 <= 0x20 }
      guard let quote = rest.popFirst(), "\"'".utf8.contains(quote),
        let end = rest.firstIndex(of: quote)
      else { return result }
      let key = String(decoding: name, as: UTF8.self).lowercased()
      result[key] = String(decoding: rest[..<end], as: UTF8.self)
      rest = rest[(end + 1)...]
    }
  }
}
