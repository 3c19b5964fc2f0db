extension StringProtocol {
  /// Where a pattern of ASCII stands first, from an index on; by bytes, since a search by Characters
  /// takes many times as long.
  func firstRange(ofASCII pattern: String, from start: Index? = nil) -> Range<Index>? {
    let pattern = Array(pattern.utf8)
    guard let first = pattern.first else { return nil }
    var rest = utf8[(start ?? startIndex)...]
    while let index = rest.firstIndex(of: first) {
      if let end = rest.index(index, offsetBy: pattern.count, limitedBy: rest.endIndex),
        rest[index..<end].elementsEqual(pattern)
      {
        return index..<end
      }
      rest = rest[rest.index(after: index)...]
    }
    return nil
  }

  /// Where a pattern of ASCII stands last.
  func lastRange(ofASCII pattern: String) -> Range<Index>? {
    var last: Range<Index>?
    while let range = firstRange(ofASCII: pattern, from: last?.upperBound) { last = range }
    return last
  }

  /// Whether a pattern of ASCII stands in the text.
  func contains(ascii pattern: String) -> Bool { firstRange(ofASCII: pattern) != nil }
}
