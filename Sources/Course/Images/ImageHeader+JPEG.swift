extension ImageHeader {
  /// ITU-T T.81, annex B: segments with their lengths up to the frame header, which tells the size.
  init?(jpeg data: ImageBytes) {
    var index = 2
    var isTurned = false
    while let mark = data.big(1, at: index), mark == 0xFF, let kind = data.big(1, at: index + 1) {
      switch kind {
      case 0xFF:
        // A fill byte.
        index += 1
        continue
      case 0x01, 0xD0...0xD8:
        index += 2
        continue
      // The scan comes after the frame header, and the image's end after both.
      case 0xD9, 0xDA: return nil
      default: break
      }
      guard let length = data.big(2, at: index + 2), length >= 2 else { return nil }
      if (0xC0...0xCF).contains(kind), ![0xC4, 0xC8, 0xCC].contains(kind) {
        guard
          let header = ImageHeader(
            width: data.big(2, at: index + 7), height: data.big(2, at: index + 5))
        else { return nil }
        self = header.turned(isTurned)
        return
      }
      if kind == 0xE1, data.has("Exif\0\0", at: index + 4) {
        isTurned = Self.isTurned(exif: data, at: index + 10)
      }
      index += 2 + length
    }
    return nil
  }

  /// Whether the orientation (Exif 2.32, tag 0x0112) lays the picture on its side: 5 to 8.
  private static func isTurned(exif data: ImageBytes, at start: Int) -> Bool {
    let isLittle = data.has("II", at: start)
    func number(_ count: Int, _ offset: Int) -> Int? {
      isLittle ? data.little(count, at: start + offset) : data.big(count, at: start + offset)
    }
    guard let directory = number(4, 4), let count = number(2, directory) else { return false }
    for entry in 0..<count {
      let offset = directory + 2 + entry * 12
      guard let tag = number(2, offset) else { return false }
      if tag == 0x0112 { return (5...8).contains(number(2, offset + 8) ?? 1) }
    }
    return false
  }
}
