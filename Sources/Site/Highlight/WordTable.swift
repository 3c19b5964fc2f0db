/// What the words of a language mean, looked up by a number that is made while a word is read.
struct WordTable: Sendable {
  /// What a word means, in one byte.
  struct Meaning: Sendable, Equatable {
    let bits: UInt8

    static let none = Meaning(bits: 0)
    /// A prefix of a string that switches its escapes off.
    static let raw = Meaning(bits: 0x81)
    /// A prefix of a string that holds places to fill in.
    static let format = Meaning(bits: 0x82)
    static let rawFormat = Meaning(bits: 0x83)
    /// A prefix of a string that changes nothing in how it is read.
    static let prefix = Meaning(bits: 0x80)

    static func role(_ role: CodeRole) -> Meaning { Meaning(bits: role.rawValue) }

    var isPrefix: Bool { bits & 0x80 != 0 }
    var isRaw: Bool { bits & 0x81 == 0x81 }
    var isFormat: Bool { bits & 0x82 == 0x82 }
    /// The role of the word; that of a prefix is none of its own.
    var role: CodeRole { CodeRole(rawValue: bits) ?? .plain }
  }

  private var keys: [UInt64]
  private var meanings: [UInt8]
  private let shift: UInt64

  /// - Parameter lists: words between blanks with their meaning; the first that has a word counts.
  init(_ lists: [(words: String, meaning: Meaning)], foldsCase: Bool) {
    let fold: UInt8 = foldsCase ? 0x20 : 0
    let entries = lists.flatMap { list in
      list.words.utf8.split { $0 == 0x20 || $0 == 0x0A }.map { word in
        (word.reduce(0) { Self.key($0, $1 | fold) }, list.meaning)
      }
    }
    // Three of four places are empty, so most look-ups take one step.
    var bits: UInt64 = 4
    while 1 << bits < entries.count * 4 { bits += 1 }
    shift = 64 - bits
    keys = Array(repeating: 0, count: 1 << bits)
    meanings = Array(repeating: 0, count: 1 << bits)
    for (key, meaning) in entries {
      let place = place(of: key)
      if keys[place] == key { continue }
      keys[place] = key
      meanings[place] = meaning.bits
    }
  }

  subscript(key: UInt64) -> Meaning { Meaning(bits: meanings[place(of: key)]) }

  /// The number of a word, made a byte at a time from 0.
  ///
  /// Words of up to nine letters have one of their own; longer ones hardly ever share theirs with a
  /// word of a language, and then only a colour is wrong.
  static func key(_ key: UInt64, _ byte: UInt8) -> UInt64 {
    (key << 7 | key >> 57) ^ UInt64(byte)
  }

  /// Where a word stands, or the empty place where it would.
  private func place(of key: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> shift)
    while keys[place] != key && keys[place] != 0 { place = (place + 1) & (keys.count - 1) }
    return place
  }
}
