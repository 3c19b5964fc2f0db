/// Finds words in running text.
enum Phrases {
  /// The first of `phrases` that stands in `text` between word boundaries, or `nil`.
  ///
  /// - Parameter text: in the phrases' own case of letters. A phrase that begins with `^` must stand at the text's start.
  static func first(_ phrases: [String], in text: String) -> String? {
    phrases.first { phrase in
      if phrase.hasPrefix("^") {
        let words = phrase.dropFirst()
        return text.hasPrefix(words) && isBoundary(text.dropFirst(words.count).first)
      }
      return text.ranges(of: phrase).contains { range in
        let before =
          range.lowerBound == text.startIndex ? nil : text[text.index(before: range.lowerBound)]
        let after = range.upperBound == text.endIndex ? nil : text[range.upperBound]
        return isBoundary(before) && isBoundary(after)
      }
    }
  }

  private static func isBoundary(_ character: Character?) -> Bool {
    guard let character else { return true }
    return !(character.isLetter || character.isNumber)
  }
}
