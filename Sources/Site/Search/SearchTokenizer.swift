/// Takes text apart into the terms by which it is found.
///
/// Words are folded by ``LetterFolding``. Those that signs such as `-` and `/` join are terms one by
/// one and together, without the signs at their ends: `--no-cache` gives `no`, `cache` and `no-cache`.
/// Where no blanks stand between words, each character is a term with its neighbour.
struct SearchTokenizer {
  /// The most scalars of a term; what is longer is found by its beginning.
  static let longest = 32

  private(set) var terms = SearchTermTally()
  /// Where the words begin that signs join so far; `nil` before the first.
  private var first: Int?
  /// Where the word begins that is being read.
  private var word: Int?
  /// Where the last whole word ends.
  private var end = 0
  private var words = 0
  /// The character before, in a script without blanks.
  private var previous: Range<Int>?

  /// - Parameter bytes: UTF-8 that ends no word in its middle; backslashes escape what follows them,
  ///   which is no part of a word.
  mutating func read(_ bytes: Span<UInt8>, as field: SearchField) {
    var all: UInt8 = 0
    for index in bytes.indices { all |= bytes[index] }
    if all < 0x80 {
      split(bytes, as: field)
    } else {
      split(Self.folded(bytes).span, as: field)
    }
  }

  /// The text with letters beyond ASCII as search compares them; those of ASCII stay, as the terms are
  /// told apart without their letter case.
  private static func folded(_ bytes: Span<UInt8>) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        let isEscape = byte == UInt8(ascii: "\\")
        folded.append(isEscape ? 0x20 : byte)
        index += isEscape ? 2 : 1
        continue
      }
      switch LetterFolding.folded(scalar(in: bytes, at: &index)) {
      case .separator: folded.append(0x20)
      case .nothing: break
      case .letter(let letter):
        folded += UTF8.encode(letter) ?? UTF8.encodedReplacementCharacter
      case .letters(let first, let second):
        folded += UTF8.encode(first) ?? UTF8.encodedReplacementCharacter
        folded += UTF8.encode(second) ?? UTF8.encodedReplacementCharacter
      }
    }
    return folded
  }

  private mutating func split(_ text: Span<UInt8>, as field: SearchField) {
    var index = 0
    while index < text.count {
      let start = index
      let byte = text[index]
      index += 1
      if Self.isWord(byte) {
        while index < text.count, Self.isWord(text[index]) { index += 1 }
        beginWord(at: start, text, field)
      } else if byte < 0x80 {
        if Self.joins(byte) {
          endWord(at: start, text, field)
        } else {
          endWords(at: start, text, field)
          if byte == UInt8(ascii: "\\") { index += 1 }
        }
      } else {
        index = start
        if LetterFolding.isUnspaced(Self.scalar(in: text, at: &index)) {
          goOn(start..<index, text, field)
        } else {
          beginWord(at: start, text, field)
        }
      }
    }
    endWords(at: text.count, text, field)
  }

  private mutating func beginWord(at start: Int, _ text: Span<UInt8>, _ field: SearchField) {
    endRun(text, field)
    if word == nil { word = start }
    if first == nil { first = start }
  }

  private mutating func endWord(at place: Int, _ text: Span<UInt8>, _ field: SearchField) {
    endRun(text, field)
    guard let word else { return }
    add(word..<place, text, field)
    words += 1
    end = place
    self.word = nil
  }

  private mutating func endWords(at place: Int, _ text: Span<UInt8>, _ field: SearchField) {
    endWord(at: place, text, field)
    if words > 1, let first { add(first..<end, text, field) }
    first = nil
    words = 0
  }

  /// Takes in a character in whose script no blanks stand between words.
  private mutating func goOn(_ range: Range<Int>, _ text: Span<UInt8>, _ field: SearchField) {
    if let last = previous {
      add(last.lowerBound..<range.upperBound, text, field)
    } else {
      endWords(at: range.lowerBound, text, field)
    }
    previous = range
  }

  /// The last character of a run has no neighbour behind it.
  private mutating func endRun(_ text: Span<UInt8>, _ field: SearchField) {
    guard let last = previous else { return }
    add(last, text, field)
    previous = nil
  }

  private mutating func add(_ range: Range<Int>, _ text: Span<UInt8>, _ field: SearchField) {
    var end = range.upperBound
    if range.count > Self.longest {
      var count = 0
      end = range.lowerBound
      while end < range.upperBound {
        // A scalar begins with any byte but a continuation.
        if text[end] & 0xC0 != 0x80 {
          if count == Self.longest { break }
          count += 1
        }
        end += 1
      }
    }
    terms.add(text.extracting(range.lowerBound..<end), field)
  }

  /// - Parameter index: that of a byte that begins a scalar; moves behind it.
  static func scalar(in bytes: Span<UInt8>, at index: inout Int) -> Unicode.Scalar {
    let first = UInt32(bytes[index])
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    var value = first & (0x7F >> UInt32(length))
    for offset in 1..<length where index + offset < bytes.count {
      value = value << 6 | UInt32(bytes[index + offset] & 0x3F)
    }
    index = min(index + length, bytes.count)
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// Whether a byte is a letter or a digit of ASCII.
  @inline(__always)
  private static func isWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  /// Whether a byte is a sign that words of one term stand around.
  private static func joins(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "/"),
      UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "+"):
      true
    default: false
    }
  }
}
