extension ImageHeader {
  /// ISO/IEC 23008-12: the properties of a still picture stand in the boxes `meta`, `iprp` and `ipco`.
  /// Of several sizes, those of tiles, alpha planes and thumbnails among them, the largest is shown.
  init?(avif data: ImageBytes) {
    guard Self.isAVIF(data), let meta = Self.box("meta", in: 0..<data.bytes.count, data),
      // A full box: its version and flags come first.
      let properties = Self.box("iprp", in: meta.dropFirst(4), data),
      let container = Self.box("ipco", in: properties, data)
    else { return nil }
    var largest: (width: Int, height: Int)?
    var isTurned = false
    Self.forEachBox(in: container, data) { name, content in
      if name == "ispe", let width = data.big(4, at: content.lowerBound + 4),
        let height = data.big(4, at: content.lowerBound + 8)
      {
        if max(width, height) <= 1_000_000,
          width * height > largest.map({ $0.width * $0.height }) ?? 0
        {
          largest = (width, height)
        }
      } else if name == "irot", let angle = data.big(1, at: content.lowerBound) {
        isTurned = angle & 1 == 1
      }
      return false
    }
    guard let header = ImageHeader(width: largest?.width, height: largest?.height) else {
      return nil
    }
    self = header.turned(isTurned)
  }

  /// Whether the brands of the file are those of AVIF.
  private static func isAVIF(_ data: ImageBytes) -> Bool {
    guard let size = data.big(4, at: 0) else { return false }
    return stride(from: 8, to: min(size, 256), by: 4).contains {
      data.has("avif", at: $0) || data.has("avis", at: $0)
    }
  }

  private static func box(
    _ wanted: String, in range: Range<Int>, _ data: ImageBytes
  ) -> Range<Int>? {
    var found: Range<Int>?
    forEachBox(in: range, data) { name, content in
      if name == wanted { found = content }
      return found != nil
    }
    return found
  }

  /// - Parameter body: returns whether no further box is wanted.
  private static func forEachBox(
    in range: Range<Int>, _ data: ImageBytes, _ body: (String, Range<Int>) -> Bool
  ) {
    var index = range.lowerBound
    while index <= range.upperBound - 8, var size = data.big(4, at: index) {
      var start = index + 8
      if size == 1 {
        // The size takes eight bytes; no picture has one that takes the highest.
        guard let long = data.big(7, at: index + 9) else { return }
        size = long
        start = index + 16
      }
      if size == 0 { size = range.upperBound - index }
      guard size >= start - index, size <= range.upperBound - index else { return }
      let name = String(decoding: data.bytes[index + 4..<index + 8], as: UTF8.self)
      if body(name, start..<index + size) { return }
      index += size
    }
  }
}
