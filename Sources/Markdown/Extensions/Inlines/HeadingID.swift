/// The id that an author gives a heading with `{#id}` at its end.
enum HeadingID {
  static func span(in text: [UInt8], at start: Int) -> (Range<Int>, String)? {
    guard start + 1 < text.count, text[start + 1] == UInt8(ascii: "#"),
      start == 0 || text[start - 1].isSpaceOrTab
    else { return nil }
    let id = text[(start + 2)...].prefix {
      $0.isAlphanumeric || "-_.:".utf8.contains($0) || $0 >= 0x80
    }
    guard !id.isEmpty, id.endIndex < text.count, text[id.endIndex] == UInt8(ascii: "}") else {
      return nil
    }
    let end = id.endIndex + 1
    return text[end...].allSatisfy(\.isSpaceOrTab) ? (start..<end, id.text) : nil
  }
}
