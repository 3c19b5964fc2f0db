internal import Markdown

/// Searches by bytes, since one by Characters takes many times as long.
extension StringProtocol {
  /// Where a pattern of ASCII stands first, from an index on.
  func firstRange(ofASCII pattern: String, from start: Index? = nil) -> Range<Index>? {
    let text = Substring(self)
    let start = start ?? text.startIndex
    let before = text.utf8.distance(from: text.utf8.startIndex, to: start)
    guard let offset = text.utf8Span.span.firstOffset(of: pattern, from: before) else { return nil }
    let lower = text.utf8.index(start, offsetBy: offset - before)
    return lower..<text.utf8.index(lower, offsetBy: pattern.utf8.count)
  }

  /// Where a pattern of ASCII stands last.
  func lastRange(ofASCII pattern: String) -> Range<Index>? {
    var last: Range<Index>?
    while let range = firstRange(ofASCII: pattern, from: last?.upperBound) { last = range }
    return last
  }

  /// Whether a pattern stands in the text: one of ASCII, or any other byte for byte.
  func contains(ascii pattern: String) -> Bool {
    Substring(self).utf8Span.span.firstOffset(of: pattern, from: 0) != nil
  }
}

extension Sequence {
  /// What `transform` gives for the first element for which it gives anything.
  func firstResult<Result>(_ transform: (Element) -> Result?) -> Result? {
    for element in self { if let result = transform(element) { return result } }
    return nil
  }
}

extension String {
  /// Whether a pattern stands in the text: one of ASCII, or any other byte for byte.
  func contains(ascii pattern: String) -> Bool {
    utf8Span.span.firstOffset(of: pattern, from: 0) != nil
  }

  /// The first of the words between blanks; "" where there is none.
  var firstWord: String {
    String(Substring(utf8.drop { $0 == 0x20 }.prefix { $0 != 0x20 }))
  }

  /// Whether a byte stands in the text.
  func contains(byte: UInt8) -> Bool {
    utf8Span.span.firstOffset(of: byte) != nil
  }

  /// What stands after the last slash but those at the end: a file's name without its folder. `nil`
  /// for slashes alone.
  var lastPathPart: String? {
    guard let last = utf8.lastIndex(where: { $0 != UInt8(ascii: "/") }) else { return nil }
    let end = utf8.index(after: last)
    if !contains(byte: UInt8(ascii: "/")) { return self }
    guard let slash = utf8[..<last].lastIndex(of: UInt8(ascii: "/")) else {
      return end == endIndex ? String(self) : String(self[..<end])
    }
    return String(self[utf8.index(after: slash)..<end])
  }
}

extension Span<UInt8> {
  /// The offset of the first place from `start` on at which the bytes of `pattern` stand.
  fileprivate func firstOffset(of pattern: String, from start: Int) -> Int? {
    let pattern = pattern.utf8Span.span
    guard !pattern.isEmpty, count - start >= pattern.count else { return nil }
    let last = count - pattern.count
    var next = start
    while let offset = firstOffset(of: pattern[0], from: next), offset <= last {
      var length = 1
      while length < pattern.count, self[offset + length] == pattern[length] { length += 1 }
      if length == pattern.count { return offset }
      next = offset + 1
    }
    return nil
  }
}
