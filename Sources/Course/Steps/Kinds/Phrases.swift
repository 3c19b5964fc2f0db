/// Finds words in running text.
enum Phrases {
  /// The first of `phrases` that stands in `text` between word boundaries, or `nil`.
  ///
  /// - Parameters:
  ///   - phrases: ASCII, in the case of letters they have in the text. One that begins with `^` must
  ///     stand at the text's start.
  static func first(_ phrases: [String], in text: String) -> String? {
    phrases.first { phrase in
      if phrase.hasPrefix("^") {
        let words = phrase.utf8.dropFirst()
        return text.utf8.starts(with: words) && isBoundary(text.utf8.dropFirst(words.count).first)
      }
      var start = text.startIndex
      while let range = text.firstRange(ofASCII: phrase, from: start) {
        let before = text.utf8[..<range.lowerBound].last
        let after = text.utf8[range.upperBound...].first
        if isBoundary(before), isBoundary(after) { return true }
        start = text.utf8.index(after: range.lowerBound)
      }
      return false
    }
  }

  /// Whether no word goes on with the byte; bytes beyond ASCII are taken for letters.
  private static func isBoundary(_ byte: UInt8?) -> Bool {
    guard let byte else { return true }
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
      return false
    default: return true
    }
  }
}
