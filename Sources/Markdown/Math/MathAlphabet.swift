/// An alphabet of letters, for which Unicode has characters of their own (block Mathematical
/// Alphanumeric Symbols): MathML Core has no other way to name one.
enum MathAlphabet {
  case upright, italic, bold, boldItalic, script, fraktur, doubleStruck, sansSerif, monospace

  /// The letter or digit in this alphabet, or the same scalar where Unicode has none.
  func letter(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if let exception = exceptions?[scalar] { return exception }
    let value = scalar.value
    let mapped: UInt32? =
      switch value {
      case 0x41...0x5A: latin.map { $0 + value - 0x41 }
      case 0x61...0x7A: latin.map { $0 + 26 + value - 0x61 }
      case 0x30...0x39: digits.map { $0 + value - 0x30 }
      case 0x391...0x3A9: greek.map { $0 + value - 0x391 }
      case 0x3B1...0x3C9: greek.map { $0 + 26 + value - 0x3B1 }
      default:
        Self.variants.firstIndex(of: scalar).flatMap { index in
          greek.map { $0 + 51 + UInt32(index) }
        }
      }
    return mapped.flatMap(Unicode.Scalar.init) ?? scalar
  }

  /// Where A to Z and a to z begin.
  private var latin: UInt32? {
    switch self {
    case .upright: nil
    case .bold: 0x1D400
    case .italic: 0x1D434
    case .boldItalic: 0x1D468
    case .script: 0x1D49C
    case .fraktur: 0x1D504
    case .doubleStruck: 0x1D538
    case .sansSerif: 0x1D5A0
    case .monospace: 0x1D670
    }
  }

  private var digits: UInt32? {
    switch self {
    case .bold, .boldItalic: 0x1D7CE
    case .doubleStruck: 0x1D7D8
    case .sansSerif: 0x1D7E2
    case .monospace: 0x1D7F6
    case .upright, .italic, .script, .fraktur: nil
    }
  }

  /// Where capital alpha stands: 25 capitals with the hole of U+03A2, nabla, 25 small letters, variants.
  private var greek: UInt32? {
    switch self {
    case .bold: 0x1D6A8
    case .italic: 0x1D6E2
    case .boldItalic: 0x1D71C
    case .upright, .script, .fraktur, .doubleStruck, .sansSerif, .monospace: nil
    }
  }

  /// In the order in which they follow the small letters.
  private static let variants: [Unicode.Scalar] = ["∂", "ϵ", "ϑ", "ϰ", "ϕ", "ϱ", "ϖ"]

  /// Letters that Unicode had before the block, which has holes for them.
  private var exceptions: [Unicode.Scalar: Unicode.Scalar]? {
    switch self {
    case .italic: Self.italicLetters
    case .script: Self.scriptLetters
    case .fraktur: Self.frakturLetters
    case .doubleStruck: Self.doubleStruckLetters
    case .upright, .bold, .boldItalic, .sansSerif, .monospace: nil
    }
  }

  private static let italicLetters: [Unicode.Scalar: Unicode.Scalar] = ["h": "ℎ"]
  private static let frakturLetters: [Unicode.Scalar: Unicode.Scalar] = [
    "C": "ℭ", "H": "ℌ", "I": "ℑ", "R": "ℜ", "Z": "ℨ",
  ]
  private static let scriptLetters: [Unicode.Scalar: Unicode.Scalar] = [
    "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ", "e": "ℯ",
    "g": "ℊ", "o": "ℴ",
  ]
  private static let doubleStruckLetters: [Unicode.Scalar: Unicode.Scalar] = [
    "C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ",
  ]
}
