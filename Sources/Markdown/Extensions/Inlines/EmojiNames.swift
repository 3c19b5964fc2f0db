/// Names of emoji in ids of headings.
public enum EmojiNames {
  /// A heading's text with the names of the emoji that its author wrote as shortcodes, as GitHub makes
  /// ids of them: `:rocket: Go on` gives `rocket Go on`, and a 🚀 stays.
  ///
  /// - Parameters:
  ///   - text: what a reader sees.
  ///   - source: the line as it is written.
  public static func named(_ text: String, source: String) -> String {
    guard source.utf8.contains(UInt8(ascii: ":")), text.utf8.contains(where: { $0 >= 0x80 }) else {
      return text
    }
    let bytes = Array(source.utf8)
    var result = ""
    var rest = text[...]
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "`") {
        index = codeEnd(in: bytes, from: index)
        continue
      }
      guard bytes[index] == UInt8(ascii: ":"),
        let (range, emoji) = Emoji.span(in: bytes, at: index),
        let place = rest.range(of: emoji)
      else {
        index += 1
        continue
      }
      result += rest[..<place.lowerBound]
      result += String(decoding: bytes[range].dropFirst().dropLast(), as: UTF8.self)
      rest = rest[place.upperBound...]
      index = range.upperBound
    }
    return result + rest
  }

  /// Where the code ends that backquotes begin, or they themselves where none ends it (CommonMark 0.30
  /// section 6.1).
  private static func codeEnd(in bytes: [UInt8], from start: Int) -> Int {
    func run(_ from: Int) -> Int { bytes[from...].prefix { $0 == UInt8(ascii: "`") }.count }
    let length = run(start)
    var index = start + length
    while index < bytes.count {
      let count = run(index)
      if count == length { return index + count }
      index += max(1, count)
    }
    return start + length
  }
}

extension Substring {
  /// Where a text stands first, scalar for scalar.
  fileprivate func range(of text: String) -> Range<Index>? {
    let pattern = text.unicodeScalars
    var start = startIndex
    while start < endIndex {
      let rest = unicodeScalars[start...]
      if rest.starts(with: pattern) {
        return start..<rest.index(start, offsetBy: pattern.count)
      }
      start = unicodeScalars.index(after: start)
    }
    return nil
  }
}
