/// Pieces of text to look for anywhere, in the order in which they count. What is looked for is found
/// in one pass over the text, byte for byte.
struct Fragments: ExpressibleByArrayLiteral, Sendable {
  private let texts: [String]
  private let patterns: [[UInt8]]
  /// For each byte the indices of the pieces that begin with it, in order.
  private var beginnings: [[Int]] = Array(repeating: [], count: 256)
  /// For each byte whether any piece begins with it.
  private var isFirst = Array(repeating: false, count: 256)

  init(_ texts: [String]) {
    self.texts = texts
    patterns = texts.map { Array($0.utf8) }
    for (index, pattern) in patterns.enumerated() {
      guard let first = pattern.first else { continue }
      beginnings[Int(first)].append(index)
      isFirst[Int(first)] = true
    }
  }

  init(arrayLiteral texts: String...) { self.init(texts) }

  /// The first of the pieces that `text` holds.
  func first(in text: String) -> String? {
    let bytes = text.utf8Span.span
    var best = patterns.count
    let isFirst = isFirst
    for start in bytes.indices where isFirst[Int(bytes[start])] {
      let found = index(at: start, of: bytes, before: best)
      if let found { best = found }
    }
    return best < patterns.count ? texts[best] : nil
  }

  /// Whether `text` holds any of the pieces.
  func stand(in text: String) -> Bool {
    let bytes = text.utf8Span.span
    let isFirst = isFirst
    for start in bytes.indices where isFirst[Int(bytes[start])] {
      if index(at: start, of: bytes, before: patterns.count) != nil { return true }
    }
    return false
  }

  /// The first of the pieces that `text` begins with.
  func first(beginning text: String) -> String? {
    let bytes = text.utf8Span.span
    guard !bytes.isEmpty, isFirst[Int(bytes[0])] else { return nil }
    return index(at: 0, of: bytes, before: patterns.count).map { texts[$0] }
  }

  private func index(at start: Int, of text: Span<UInt8>, before limit: Int) -> Int? {
    for candidate in beginnings[Int(text[start])] {
      if candidate >= limit { return nil }
      if stands(patterns[candidate], at: start, in: text) { return candidate }
    }
    return nil
  }

  private func stands(_ pattern: [UInt8], at start: Int, in text: Span<UInt8>) -> Bool {
    guard pattern.count <= text.count - start else { return false }
    for offset in pattern.indices where text[start + offset] != pattern[offset] { return false }
    return true
  }
}
