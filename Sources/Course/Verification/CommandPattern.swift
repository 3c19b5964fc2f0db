/// A word of a command as far as reading tells it: text, with gaps where only running would.
struct CommandPattern: Equatable {
  /// The text; each gap is a byte that stands in no command.
  private(set) var bytes: [UInt8]

  /// Stands for whatever only running tells.
  static let gap: UInt8 = 0x1A

  init(_ text: String) { bytes = Array(text.utf8) }

  static let unknown = CommandPattern(String(decoding: [gap], as: UTF8.self))

  static func + (one: CommandPattern, other: CommandPattern) -> CommandPattern {
    var sum = one
    sum.bytes += other.bytes
    return sum
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
  var hasGaps: Bool { bytes.contains(Self.gap) }
  var isUnknown: Bool { !bytes.isEmpty && bytes.allSatisfy { $0 == Self.gap } }

  /// Whether both may be the same word.
  func matches(_ other: CommandPattern) -> Bool {
    if bytes == other.bytes { return true }
    return hasGaps && Self.fits(bytes[...], other.bytes[...])
      || other.hasGaps && Self.fits(other.bytes[...], bytes[...])
  }

  /// Goes back to the last gap where what follows it does not fit, which takes time in the product of
  /// both lengths at most.
  private static func fits(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
    var (at, place) = (pattern.startIndex, text.startIndex)
    var retry: (at: Int, place: Int)?
    while place < text.endIndex {
      if at < pattern.endIndex, pattern[at] == gap {
        at += 1
        retry = (at, place)
      } else if at < pattern.endIndex, pattern[at] == text[place] {
        (at, place) = (at + 1, place + 1)
      } else if let last = retry {
        (at, place) = (last.at, last.place + 1)
        retry?.place += 1
      } else {
        return false
      }
    }
    return pattern[at...].allSatisfy { $0 == gap }
  }

  /// The versions in which two words differ, where they differ in nothing else: `v2.5.0` and `v2.6.1`
  /// of two addresses.
  func versions(against other: CommandPattern) -> (String, String)? {
    let (one, two) = (Self.pieces(bytes), Self.pieces(other.bytes))
    guard one.count == two.count else { return nil }
    var found: (String, String)?
    for (left, right) in zip(one, two) where left.text != right.text {
      guard left.isVersion, right.isVersion else { return nil }
      found = found ?? (left.text, right.text)
    }
    return found
  }

  /// The word cut into versions, which are digits with points between and maybe a `v` before, and what
  /// stands between them.
  private static func pieces(_ bytes: [UInt8]) -> [(text: String, isVersion: Bool)] {
    var pieces: [(String, Bool)] = []
    var (start, index) = (0, 0)
    func isLetter(_ index: Int) -> Bool {
      bytes.indices.contains(index) && (0x61...0x7A).contains(bytes[index] | 0x20)
    }
    func isDigit(_ index: Int) -> Bool {
      bytes.indices.contains(index) && ShellByte.isDigit(bytes[index])
    }
    func close(_ end: Int, isVersion: Bool) {
      if end > start {
        pieces.append((String(decoding: bytes[start..<end], as: UTF8.self), isVersion))
      }
      start = end
    }
    while index < bytes.count {
      let hasLetter = bytes[index] | 0x20 == UInt8(ascii: "v") && !isLetter(index - 1)
      guard isDigit(index) || hasLetter && isDigit(index + 1) else {
        index += 1
        continue
      }
      close(index, isVersion: false)
      index += 1
      while isDigit(index)
        || index < bytes.count && bytes[index] == UInt8(ascii: ".") && isDigit(index + 1)
      {
        index += 1
      }
      close(index, isVersion: true)
    }
    close(index, isVersion: false)
    return pieces
  }
}
