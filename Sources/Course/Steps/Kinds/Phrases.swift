/// Words to look for in running text, in the order in which they count.
///
/// ASCII, in the case of letters that they have in the text. One that begins with `^` must stand at
/// the text's start.
struct Phrases: ExpressibleByArrayLiteral, Sendable {
  let texts: [String]
  private let patterns: [[UInt8]]
  /// For each byte whether any of them begins with it; phrases are looked for nowhere else.
  private var isFirst = Array(repeating: false, count: 256)
  /// For each byte of ASCII the indices of the phrases that begin with it, in order.
  private var beginnings: [[Int]] = Array(repeating: [], count: 128)
  /// Whether all of them can only stand at the text's start.
  private let areAnchored: Bool

  init(_ texts: [String]) {
    self.texts = texts
    patterns = texts.map { Array($0.utf8) }
    areAnchored = patterns.allSatisfy { $0.first == Self.anchor }
    for (index, pattern) in patterns.enumerated() {
      let first = pattern.first == Self.anchor ? pattern.dropFirst().first : pattern.first
      guard let first, first < 128 else { continue }
      beginnings[Int(first)].append(index)
      isFirst[Int(first)] = true
    }
  }

  init(arrayLiteral texts: String...) { self.init(texts) }

  static func + (left: Phrases, right: Phrases) -> Phrases { Phrases(left.texts + right.texts) }

  /// The first of the phrases that stands in `text` between word boundaries, or `nil`.
  static func first(_ phrases: Phrases, in text: String) -> String? {
    phrases.index(in: text.utf8Span.span).map { phrases.texts[$0] }
  }

  private static let anchor = UInt8(ascii: "^")

  private func index(in text: Span<UInt8>) -> Int? {
    var best = patterns.count
    let isFirst = isFirst
    for index in 0..<(areAnchored ? min(1, text.count) : text.count)
    where isFirst[Int(text[index])] && (index == 0 || Self.isBoundary(text[index - 1])) {
      for candidate in beginnings[Int(text[index])] {
        if candidate >= best { break }
        guard stands(patterns[candidate], at: index, in: text) else { continue }
        if candidate == 0 { return 0 }
        best = candidate
        break
      }
    }
    return best < patterns.count ? best : nil
  }

  func canBegin(_ byte: UInt8) -> Bool { isFirst[Int(byte)] }

  private func stands(_ pattern: [UInt8], at start: Int, in text: Span<UInt8>) -> Bool {
    let isAnchored = pattern.first == Self.anchor
    if isAnchored, start > 0 { return false }
    let skipped = isAnchored ? 1 : 0
    let end = start + pattern.count - skipped
    guard end <= text.count, end > start else { return false }
    for offset in skipped..<pattern.count where text[start + offset - skipped] != pattern[offset] {
      return false
    }
    return end == text.count || Self.isBoundary(text[end])
  }

  /// Whether no word goes on with the byte; bytes beyond ASCII are taken for letters.
  private static func isBoundary(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
      false
    default: true
    }
  }
}
