/// On which pages a term stands, as text: for each page how many lie between it and the one before,
/// times 8, plus the term's weight there.
///
/// A number has its digits from the lowest on, of base 26: the last one is a letter from `A` to `Z`,
/// those before it are letters from `a` to `z`.
enum SearchPostings {
  static func append(
    page: Int, after previous: Int, weight: UInt8, to output: inout [UInt8]
  ) {
    forEachDigit(page: page, after: previous, weight: weight) { output.append($0) }
  }

  /// - Parameters:
  ///   - page: from 0 on, above `previous`.
  ///   - previous: the page before, -1 for the first one.
  @inline(__always)
  static func forEachDigit(
    page: Int, after previous: Int, weight: UInt8, _ body: (UInt8) -> Void
  ) {
    var value = (page - previous - 1) << 3 | Int(weight)
    while value >= 26 {
      body(UInt8(ascii: "a") + UInt8(value % 26))
      value /= 26
    }
    body(UInt8(ascii: "A") + UInt8(value))
  }

  /// How many bytes ``append(page:after:weight:to:)`` writes.
  static func size(page: Int, after previous: Int, weight: UInt8) -> Int {
    var value = (page - previous - 1) << 3 | Int(weight)
    var size = 1
    while value >= 26 {
      value /= 26
      size += 1
    }
    return size
  }

  static func decoded(_ text: Span<UInt8>) -> [(page: Int, weight: UInt8)] {
    var result: [(page: Int, weight: UInt8)] = []
    var page = -1
    var value = 0
    var scale = 1
    for index in text.indices {
      let byte = text[index]
      value &+= Int(byte & 0x1F &- 1) &* scale
      if byte >= UInt8(ascii: "a") {
        scale &*= 26
        continue
      }
      page &+= value >> 3 &+ 1
      result.append((page, UInt8(value & 7)))
      value = 0
      scale = 1
    }
    return result
  }
}
