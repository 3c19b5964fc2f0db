/// Takes text apart into the terms by which it is found.
///
/// Words are folded by ``LetterFolding``. Those that signs such as `-` and `/` join are terms one by
/// one and together, without the signs at their ends: `--no-cache` gives `no`, `cache` and `no-cache`.
/// Where no blanks stand between words, each character is a term with its neighbour.
struct SearchTokenizer {
  /// The most scalars of a term; what is longer is found by its beginning.
  static let longest = 32

  private(set) var terms = SearchTermTally()
  /// The words that signs join, so far, with the signs.
  private var joined: [UInt8] = []
  /// Where the word begins that is being read.
  private var start = 0
  /// Where the last whole word ends.
  private var end = 0
  private var words = 0
  /// The character before, in a script without blanks.
  private var previous: [UInt8] = []

  /// - Parameter bytes: UTF-8 that ends no word in its middle; backslashes escape what follows them,
  ///   which is no part of a word.
  mutating func read(_ bytes: Span<UInt8>, as field: SearchField) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        index += 1
        switch Self.classes[Int(byte)] {
        case 0:
          if byte == UInt8(ascii: "\\") { index += 1 }
          endWords(field)
        case 1:
          endWord(field)
          if words > 0 {
            joined.append(byte)
            start = joined.count
          }
        case let letter:
          if !previous.isEmpty { endRun(field) }
          joined.append(letter)
        }
      } else {
        read(Self.scalar(in: bytes, at: &index), as: field)
      }
    }
    endWords(field)
  }

  private mutating func read(_ scalar: Unicode.Scalar, as field: SearchField) {
    switch LetterFolding.folded(scalar) {
    case .separator: endWords(field)
    case .nothing: break
    case .letter(let letter) where LetterFolding.isUnspaced(letter):
      if joined.count > start || words > 0 { endWords(field, keepsRun: true) }
      let last = previous
      previous = Array(UTF8.encode(letter) ?? UTF8.encodedReplacementCharacter)
      if !last.isEmpty {
        let pair = last + previous
        terms.add(pair, pair.indices, field)
      }
    case .letter(let letter):
      if !previous.isEmpty { endRun(field) }
      joined += UTF8.encode(letter) ?? UTF8.encodedReplacementCharacter
    case .letters(let first, let second):
      if !previous.isEmpty { endRun(field) }
      joined += UTF8.encode(first) ?? UTF8.encodedReplacementCharacter
      joined += UTF8.encode(second) ?? UTF8.encodedReplacementCharacter
    }
  }

  private mutating func endWord(_ field: SearchField) {
    if !previous.isEmpty { endRun(field) }
    guard joined.count > start else { return }
    add(start..<joined.count, field)
    words += 1
    end = joined.count
    start = end
  }

  private mutating func endWords(_ field: SearchField, keepsRun: Bool = false) {
    if !keepsRun, !previous.isEmpty { endRun(field) }
    guard !joined.isEmpty else { return }
    if joined.count > start {
      add(start..<joined.count, field)
      words += 1
      end = joined.count
    }
    if words > 1 { add(0..<end, field) }
    joined.removeAll(keepingCapacity: true)
    start = 0
    words = 0
  }

  /// The last character of a run has no neighbour behind it.
  private mutating func endRun(_ field: SearchField) {
    terms.add(previous, previous.indices, field)
    previous.removeAll()
  }

  private mutating func add(_ range: Range<Int>, _ field: SearchField) {
    var end = range.upperBound
    if range.count > Self.longest {
      var count = 0
      end = range.lowerBound
      while end < range.upperBound {
        // A scalar begins with any byte but a continuation.
        if joined[end] & 0xC0 != 0x80 {
          if count == Self.longest { break }
          count += 1
        }
        end += 1
      }
    }
    terms.add(joined, range.lowerBound..<end, field)
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

  /// By byte of ASCII: 0 for what ends words, 1 for what joins them, else the letter.
  private static let classes: [UInt8] = (0..<128).map { (byte: UInt8) -> UInt8 in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "/"),
      UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "+"):
      1
    default: 0
    }
  }
}
