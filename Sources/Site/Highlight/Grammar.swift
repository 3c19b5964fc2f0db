/// What the lexer has to know of a language whose text is words, numbers, strings and comments.
final class Grammar: Sendable {
  /// What may begin with a byte.
  enum Start: UInt8, Sendable {
    case nothing, word, digit, dot, mark
  }

  /// What a byte can be part of, as bits.
  enum Trait {
    static let word: UInt8 = 1
    static let number: UInt8 = 2
    /// It stands behind a key.
    static let afterKey: UInt8 = 4
    /// A key may stand behind it.
    static let beforeKey: UInt8 = 8
  }

  /// What goes beyond words, numbers, strings and comments.
  struct Features: OptionSet, Sendable {
    let rawValue: Int
    /// `name(` is a function.
    static let calls = Features(rawValue: 1 << 0)
    /// `Name` is a type.
    static let capitalTypes = Features(rawValue: 1 << 1)
    static let foldsCase = Features(rawValue: 1 << 2)
    /// `@name` is a decorator, an annotation or an attribute.
    static let decorators = Features(rawValue: 1 << 3)
    /// `@name` is a variable.
    static let atVariables = Features(rawValue: 1 << 4)
    /// `$name` is a variable.
    static let dollarVariables = Features(rawValue: 1 << 5)
    /// `#name` at the start of a line is a directive, which may name a file in `<>`.
    static let directives = Features(rawValue: 1 << 6)
    /// `#name` is a word of the language.
    static let hashWords = Features(rawValue: 1 << 7)
    /// `--name` is a flag.
    static let flags = Features(rawValue: 1 << 8)
    /// `<<NAME` begins a text that a line `NAME` ends.
    static let hereDocuments = Features(rawValue: 1 << 9)
    /// `/x/` is a regular expression where no value stands before it.
    static let regexLiterals = Features(rawValue: 1 << 10)
    /// `'a'` is a character and `'a` a lifetime.
    static let lifetimes = Features(rawValue: 1 << 11)
    /// `name!(` is a macro.
    static let macros = Features(rawValue: 1 << 12)
    /// The first word of each line is a keyword.
    static let firstWords = Features(rawValue: 1 << 13)
    /// The first word of a line is a keyword where a word, a string or a brace is next.
    static let blockNames = Features(rawValue: 1 << 14)
    /// A key stands first in its line, or behind the bytes that keys stand behind.
    static let keys = Features(rawValue: 1 << 15)
    /// A string may be a key.
    static let stringKeys = Features(rawValue: 1 << 16)
    /// `[name]` on a line of its own is a heading.
    static let headings = Features(rawValue: 1 << 17)
    /// `R"x(…)x"` is a string.
    static let delimitedStrings = Features(rawValue: 1 << 18)
    /// Words of the language stand first in their line.
    static let wordsStandFirst = Features(rawValue: 1 << 19)
  }

  let starts: [Start]
  let traits: [UInt8]
  let words: WordTable
  /// Those with the same first byte stand together, the longest mark first.
  let regions: [Region]
  /// The index of the first region for each byte, from 1; 0 for none.
  let firstRegions: [UInt8]
  let features: Features

  /// - Parameters:
  ///   - prefixes: words that may stand right before a quote, with what they make of the string.
  ///   - wordBytes: what belongs to a word beside letters, digits and `_`.
  ///   - numberBytes: what belongs to a number beside those.
  ///   - keys: the bytes that a key stands behind, and those that stand behind a key.
  init(
    keywords: String = "", constants: String = "", types: String = "", functions: String = "",
    variables: String = "", operators: String = "",
    prefixes: [(words: String, meaning: WordTable.Meaning)] = [],
    regions: [Region], wordBytes: String = "", numberBytes: String = "",
    keys: (before: String, after: String) = ("", ""), features: Features
  ) {
    var starts = [Start](repeating: .nothing, count: 256)
    var traits = [UInt8](repeating: 0, count: 256)
    func set(_ trait: UInt8, _ bytes: String) {
      for byte in bytes.utf8 { traits[Int(byte)] |= trait }
    }
    for byte in 0..<256 where Self.isLetter(UInt8(byte)) {
      starts[byte] = .word
      traits[byte] = Trait.word | (byte < 0x80 ? Trait.number : 0)
    }
    for byte in "0123456789".utf8 {
      starts[Int(byte)] = .digit
      traits[Int(byte)] = Trait.word | Trait.number
    }
    set(Trait.word, wordBytes)
    set(Trait.number, numberBytes)
    set(Trait.beforeKey, keys.before)
    set(Trait.afterKey, keys.after)
    for byte in wordBytes.utf8 where byte != 0x2D { starts[Int(byte)] = .word }
    starts[0x2E] = starts[0x2E] == .word ? .word : .dot
    let marks: [(Features, UInt8)] = [
      (.decorators, 0x40), (.atVariables, 0x40), (.dollarVariables, 0x24), (.directives, 0x23),
      (.hashWords, 0x23), (.flags, 0x2D), (.hereDocuments, 0x3C), (.regexLiterals, 0x2F),
      (.lifetimes, 0x27), (.headings, 0x5B),
    ]
    for (feature, byte) in marks where features.contains(feature) { starts[Int(byte)] = .mark }
    let sorted = regions.sorted {
      ($0.opening[0], $1.opening.count) < ($1.opening[0], $0.opening.count)
    }
    var firstRegions = [UInt8](repeating: 0, count: 256)
    for (index, region) in sorted.enumerated().reversed() {
      let byte = Int(region.opening[0])
      firstRegions[byte] = UInt8(index + 1)
      starts[byte] = .mark
      if region.hashes { starts[0x23] = .mark }
    }
    self.starts = starts
    self.traits = traits
    self.regions = sorted
    self.firstRegions = firstRegions
    self.features = features
    words = WordTable(
      [
        (keywords, .role(.keyword)), (constants, .role(.number)), (types, .role(.type)),
        (functions, .role(.function)), (variables, .role(.variable)),
        (operators, .role(.operator)),
      ] + prefixes, foldsCase: features.contains(.foldsCase))
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == 0x5F || (0x61...0x7A).contains(byte | 0x20)
  }
}
