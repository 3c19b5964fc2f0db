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
    // A heading may be closed by marks of its own (CommonMark 0.30 section 4.2).
    let end = id.endIndex + 1
    let rest = text[end...].drop(while: \.isSpaceOrTab)
    let isClosed = rest.startIndex > end && rest.first == UInt8(ascii: "#")
    let after = isClosed ? rest.drop { $0 == UInt8(ascii: "#") } : rest
    return after.allSatisfy(\.isSpaceOrTab) ? (start..<end, id.text) : nil
  }
}
