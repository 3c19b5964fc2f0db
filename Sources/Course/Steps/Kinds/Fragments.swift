/// Pieces of text to look for anywhere, in the order in which they count. What is looked for is found
/// in one pass over the text, byte for byte.
struct Fragments: ExpressibleByArrayLiteral, Sendable {
  private let texts: [String]
  private let patterns: BytePatterns

  init(_ texts: [String]) {
    self.texts = texts
    patterns = BytePatterns(texts.map(\.utf8))
  }

  init(arrayLiteral texts: String...) { self.init(texts) }

  /// The first of the pieces that `text` holds.
  func first(in text: String) -> String? {
    let bytes = text.utf8Span.span
    let pairs = patterns.pairs.span
    var best = texts.count
    for start in bytes.indices where BytePatterns.mayBegin(pairs, at: start, of: bytes) {
      best = patterns.first(at: start, of: bytes, below: best) { _, _ in true } ?? best
    }
    return best < texts.count ? texts[best] : nil
  }

  /// Whether `text` holds any of the pieces.
  func stand(in text: String) -> Bool {
    let bytes = text.utf8Span.span
    let pairs = patterns.pairs.span
    for start in bytes.indices where BytePatterns.mayBegin(pairs, at: start, of: bytes) {
      if patterns.first(at: start, of: bytes, below: texts.count, { _, _ in true }) != nil {
        return true
      }
    }
    return false
  }

  /// The first of the pieces that `text` begins with.
  func first(beginning text: String) -> String? {
    let bytes = text.utf8Span.span
    guard !bytes.isEmpty, patterns.canBegin(bytes[0]) else { return nil }
    return patterns.first(at: 0, of: bytes, below: texts.count) { _, _ in true }
      .map { texts[$0] }
  }
}
