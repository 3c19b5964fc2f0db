/// Words to look for in running text, in the order in which they count.
///
/// ASCII, in the case of letters that they have in the text. One that begins with `^` must stand at
/// the text's start.
struct Phrases: ExpressibleByArrayLiteral, Sendable {
  let texts: [String]
  private let patterns: BytePatterns
  /// For each phrase whether it can only stand at the text's start.
  private let isAnchored: [Bool]
  private let areAnchored: Bool

  init(_ texts: [String]) {
    self.texts = texts
    patterns = BytePatterns(texts.map { $0.utf8.drop { $0 == UInt8(ascii: "^") } })
    isAnchored = texts.map { $0.hasPrefix("^") }
    areAnchored = isAnchored.allSatisfy(\.self)
  }

  init(arrayLiteral texts: String...) { self.init(texts) }

  static func + (left: Phrases, right: Phrases) -> Phrases { Phrases(left.texts + right.texts) }

  /// The first of the phrases that stands in `text` between word boundaries, or `nil`.
  static func first(_ phrases: Phrases, in text: String) -> String? {
    phrases.index(in: text.utf8Span.span).map { phrases.texts[$0] }
  }

  /// The numbers of all phrases that stand in `text` between word boundaries.
  func numbers(in text: String) -> Set<Int> {
    let text = text.utf8Span.span
    var found: Set<Int> = []
    forEachStart(in: text) { start in
      _ = patterns.first(at: start, of: text, below: texts.count) { number, end in
        if isWhole(number, from: start, to: end, in: text) { found.insert(number) }
        return false
      }
      return true
    }
    return found
  }

  /// Whether a phrase can begin with the byte.
  func canBegin(_ byte: UInt8) -> Bool { patterns.canBegin(byte) }

  private func index(in text: Span<UInt8>) -> Int? {
    var best = texts.count
    forEachStart(in: text) { start in
      let found = patterns.first(at: start, of: text, below: best) { number, end in
        isWhole(number, from: start, to: end, in: text)
      }
      if let found { best = found }
      return best > 0
    }
    return best < texts.count ? best : nil
  }

  /// Calls `body` for each place at which a word stands that a phrase may begin with, until it returns
  /// `false`.
  @inline(__always)
  private func forEachStart(in text: Span<UInt8>, _ body: (Int) -> Bool) {
    let pairs = patterns.pairs.span
    let table = Self.boundaries
    let boundaries = table.span
    var start = 0
    while start < text.count {
      if BytePatterns.mayBegin(pairs, at: start, of: text), !body(start) { return }
      if areAnchored { return }
      while start < text.count, !boundaries[Int(text[start])] { start += 1 }
      start += 1
    }
  }

  @inline(__always)
  private func isWhole(_ number: Int, from start: Int, to end: Int, in text: Span<UInt8>) -> Bool {
    (end == text.count || Self.isBoundary(text[end])) && (start == 0 || !isAnchored[number])
  }

  /// Whether no word goes on with the byte; bytes beyond ASCII are taken for letters.
  private static func isBoundary(_ byte: UInt8) -> Bool {
    byte < 0x80 && !ShellByte.isLetter(byte) && !ShellByte.isDigit(byte)
  }

  /// The same for each byte, for whole texts.
  private static let boundaries = (UInt8.min...UInt8.max).map(isBoundary)
}
