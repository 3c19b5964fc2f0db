/// Mail addresses in a text, GFM 0.29 section 6.9 as cmark-gfm reads it.
enum EmailLink {
  /// Appends a text with its addresses as links.
  static func append(
    _ text: Substring.UTF8View, _ start: SourcePosition, to result: inout [Inline]
  ) {
    let bytes = Array(text)
    var done = 0
    for at in bytes.indices where bytes[at] == UInt8(ascii: "@") && at >= done {
      guard let range = address(bytes, at: at, after: done) else { continue }
      append(bytes[done..<range.lowerBound])
      let address = Inline(.text(bytes[range].text), start: place(range.lowerBound))
      let destination = "mailto:" + bytes[range].text
      result.append(
        Inline(.link(destination: destination, title: "", [address]), start: address.start))
      done = range.upperBound
    }
    append(bytes[done...])

    func place(_ offset: Int) -> SourcePosition {
      SourcePosition(line: start.line, column: start.column + offset)
    }
    func append(_ plain: ArraySlice<UInt8>) {
      result.append(text: plain.text.utf8[...], place(plain.startIndex))
    }
  }

  /// The address around an `@`, not beginning before `limit`.
  private static func address(_ bytes: [UInt8], at: Int, after limit: Int) -> Range<Int>? {
    var start = at
    while start > limit, bytes[start - 1].isAlphanumeric || ".+-_".utf8.contains(bytes[start - 1]) {
      start -= 1
    }
    guard start < at, start == limit || bytes[start - 1] != UInt8(ascii: "/") else { return nil }
    var end = at + 1
    var dots = 0
    loop: while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: "@"): return nil
      case UInt8(ascii: "."):
        guard end + 1 < bytes.count, bytes[end + 1].isAlphanumeric else { break loop }
        dots += 1
      case UInt8(ascii: "-"), UInt8(ascii: "_"): break
      case _ where bytes[end].isAlphanumeric: break
      default: break loop
      }
      end += 1
    }
    return dots > 0 && bytes[end - 1].isLetter ? start..<end : nil
  }
}
