/// Patterns to look for at places of a text, told apart by their first byte.
///
/// All lie one after the other in one array: an array for each would be counted up and down at every
/// place that is looked at.
struct BytePatterns: Sendable {
  private var bytes: [UInt8] = []
  /// Where each pattern begins in ``bytes``, and where the last one ends.
  private var starts = [0]
  /// The numbers of the patterns by their first bytes, and in order among those with the same.
  private var numbers: [Int] = []
  /// For each byte where the patterns that begin with it stand in ``numbers``, and where the last end.
  private var groups: [Int] = []
  /// Bits for the first two bytes of each pattern, by the five lowest bits of either: most words that
  /// begin as a pattern does go on otherwise.
  private(set) var pairs = Array(repeating: UInt32(0), count: 32)

  /// - Parameter texts: none is empty.
  init(_ texts: some Sequence<some Sequence<UInt8>>) {
    for text in texts {
      bytes += text
      starts.append(bytes.count)
    }
    let count = starts.count - 1
    groups = Array(repeating: 0, count: 257)
    for number in 0..<count { groups[Int(bytes[starts[number]]) + 1] += 1 }
    for byte in 1...256 { groups[byte] += groups[byte - 1] }
    var next = groups
    numbers = Array(repeating: 0, count: count)
    for number in 0..<count {
      let first = bytes[starts[number]]
      numbers[next[Int(first)]] = number
      next[Int(first)] += 1
      let isOneByte = starts[number + 1] - starts[number] == 1
      pairs[Int(first & 31)] |= isOneByte ? .max : 1 &<< UInt32(bytes[starts[number] + 1] & 31)
    }
  }

  /// Whether a pattern may begin at a place of a text, as far as its first two bytes tell.
  ///
  /// - Parameter pairs: ``pairs``; a property of a structure would be looked up at every place.
  @inline(__always)
  static func mayBegin(_ pairs: Span<UInt32>, at start: Int, of text: Span<UInt8>) -> Bool {
    let second = start + 1 < text.count ? text[start + 1] : 0
    return pairs[Int(text[start] & 31)] &>> UInt32(second & 31) & 1 == 1
  }

  /// Whether any pattern begins with the byte.
  func canBegin(_ byte: UInt8) -> Bool { groups[Int(byte)] < groups[Int(byte) + 1] }

  /// The number of the first pattern that stands at a place of a text and that is `wanted`.
  ///
  /// - Parameters:
  ///   - limit: only patterns with lower numbers are looked at.
  ///   - isWanted: is given the pattern's number and where it ends in the text.
  @inline(__always)
  func first(
    at start: Int, of text: Span<UInt8>, below limit: Int, _ isWanted: (Int, Int) -> Bool
  ) -> Int? {
    let bytes = bytes.span
    let starts = starts.span
    let numbers = numbers.span
    let first = Int(text[start])
    for index in groups[first]..<groups[first + 1] {
      let number = numbers[index]
      if number >= limit { return nil }
      let pattern = starts[number]..<starts[number + 1]
      let end = start + pattern.count
      guard end <= text.count else { continue }
      var offset = 1
      while offset < pattern.count, bytes[pattern.lowerBound + offset] == text[start + offset] {
        offset += 1
      }
      if offset == pattern.count, isWanted(number, end) { return number }
    }
    return nil
  }
}
