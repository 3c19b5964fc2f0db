/// What a string in the text of a page is.
enum SearchString {
  case title, heading, id, text, code, step
}

extension SearchText {
  /// Gives the strings of a text, in order, as they are written: with backslashes before some bytes.
  ///
  /// - Parameter body: is given what the string is, where it stands without its quotes, and the level of
  ///   the section's heading.
  static func forEachString(
    in line: [UInt8], _ body: (_ string: SearchString, _ range: Range<Int>, _ level: Int) -> Void
  ) {
    let bytes = line.span
    var depth = 1
    // How many strings of a list have begun.
    var strings = 0
    var level = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "["):
        depth += 1
        strings = 0
      case UInt8(ascii: "]"):
        depth -= 1
        // The strings of a section go on behind a block of code.
        strings = 2
      case UInt8(ascii: "1")...UInt8(ascii: "6"): level = Int(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "\""):
        let start = index
        while index < bytes.count {
          let byte = bytes[index]
          if byte == UInt8(ascii: "\"") { break }
          index += byte == UInt8(ascii: "\\") ? 2 : 1
        }
        index = min(index, bytes.count)
        body(string(depth: depth, number: strings), start..<index, level)
        strings += 1
        index += 1
      default: break
      }
    }
  }

  /// Gives the headings of a page; that of what stands before the first one has no id.
  static func forEachHeading(
    in line: [UInt8], _ body: (_ level: Int, _ heading: String, _ id: String) -> Void
  ) {
    var heading = ""
    forEachString(in: line) { string, range, level in
      switch string {
      case .heading: heading = unescaped(line[range])
      case .id: body(level, heading, unescaped(line[range]))
      case .title, .text, .code, .step: break
      }
    }
  }

  /// What the string with a number in its list is.
  private static func string(depth: Int, number: Int) -> SearchString {
    switch (depth, number) {
    case (1, _): .title
    case (2, 0): .heading
    case (2, 1): .id
    case (2, _): .text
    case (_, 0): .code
    default: .step
    }
  }

  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "\\")) else { return String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let next = rest.popFirst() else {
        result.append(byte)
        continue
      }
      result.append(next == UInt8(ascii: "n") ? 0x20 : next)
    }
    return String(decoding: result, as: UTF8.self)
  }
}
