internal import Markdown

/// Text that was UTF-8, was read as Windows-1252 and saved again: `—` became `â€”`.
///
/// Any pair or triple of characters such as `É”` could be damage, and is plain French or German in
/// another text. So a place counts as damaged only on evidence:
/// - its characters make a combination that no writing has (*strong*: `â€™`, `ðŸ“‹`, `Ã©`), or
/// - every character beyond ASCII in the file is part of such a sequence and one of them is strong,
///   so that the file as a whole went through the wrong code page.
struct EncodingDamage: Equatable {
  /// Where the damaged bytes stand in the file.
  var range: Range<Int>
  /// The UTF-8 of what stood there before.
  var repaired: [UInt8]

  /// All damage in a file's bytes, in order and without overlap; what is not UTF-8 is passed over.
  static func find(in bytes: [UInt8]) -> [EncodingDamage] {
    guard mayStand(in: bytes) else { return [] }
    let runs = Run.all(in: bytes)
    let readings = runs.map(\.reading)
    let isWhole = readings.allSatisfy(\.isComplete) && readings.contains { $0.hasStrong }
    return readings.flatMap { reading in
      let keepsAll = isWhole || (reading.isComplete && reading.hasStrong)
      return joined(reading.sequences.filter { keepsAll || $0.isStrong })
    }
  }

  /// Whether a letter from U+00C2 to U+00F4, as each damaged sequence begins with one, stands right
  /// before another character beyond ASCII.
  private static func mayStand(in bytes: [UInt8]) -> Bool {
    // The UTF-8 of such a letter is C3 and one byte more.
    let span = bytes.span
    var next = 0
    while let letter = span.firstOffset(of: 0xC3, from: next), letter + 2 < span.count {
      if span[letter + 2] >= 0x80 { return true }
      next = letter + 1
    }
    return false
  }

  /// Adjacent sequences as one place.
  private static func joined(_ sequences: [Sequence]) -> [EncodingDamage] {
    var result: [EncodingDamage] = []
    for sequence in sequences {
      if let last = result.last, last.range.upperBound == sequence.range.lowerBound {
        result[result.count - 1].range = last.range.lowerBound..<sequence.range.upperBound
        result[result.count - 1].repaired += sequence.bytes
      } else {
        result.append(EncodingDamage(range: sequence.range, repaired: sequence.bytes))
      }
    }
    return result
  }

  /// Characters that decode to one scalar when taken as bytes of Windows-1252.
  fileprivate struct Sequence {
    var range: Range<Int>
    var bytes: [UInt8]
    var isStrong: Bool
  }

  /// What a run of characters beyond ASCII gives when it is taken as Windows-1252.
  fileprivate struct Reading {
    var sequences: [Sequence]
    /// Whether every character is part of a sequence.
    var isComplete: Bool

    var hasStrong: Bool { sequences.contains(where: \.isStrong) }
  }

  /// Consecutive characters beyond ASCII.
  fileprivate struct Run {
    var scalars: [(scalar: Unicode.Scalar, range: Range<Int>)] = []
  }
}

extension EncodingDamage.Run {
  fileprivate static func all(in bytes: [UInt8]) -> [EncodingDamage.Run] {
    var runs: [EncodingDamage.Run] = []
    var run = EncodingDamage.Run()
    var offset = 0
    while offset < bytes.count {
      if bytes[offset] < 0x80, run.scalars.isEmpty {
        offset += 1
        continue
      }
      guard let (scalar, length) = UTF8Scalar.decode(bytes, at: offset), !scalar.isASCII else {
        if !run.scalars.isEmpty { runs.append(run) }
        run.scalars = []
        offset += 1
        continue
      }
      run.scalars.append((scalar, offset..<offset + length))
      offset += length
    }
    if !run.scalars.isEmpty { runs.append(run) }
    return runs
  }

  /// The run taken as bytes of Windows-1252 and read as UTF-8.
  fileprivate var reading: EncodingDamage.Reading {
    let codes = scalars.map { Windows1252.byte(for: $0.scalar) }
    var sequences: [EncodingDamage.Sequence] = []
    var isComplete = true
    var index = 0
    while index < codes.count {
      let candidate = codes[index...].prefix(4).prefix { $0 != nil }.compactMap(\.self)
      guard let (_, length) = UTF8Scalar.decode(candidate, at: 0) else {
        isComplete = false
        index += 1
        continue
      }
      let range = scalars[index].range.lowerBound..<scalars[index + length - 1].range.upperBound
      let bytes = Array(candidate.prefix(length))
      sequences.append(
        EncodingDamage.Sequence(range: range, bytes: bytes, isStrong: Self.isStrong(bytes)))
      index += length
    }
    // Three sequences side by side are no accident, whatever each of them is.
    if sequences.count >= 3, isComplete {
      for index in sequences.indices { sequences[index].isStrong = true }
    }
    return EncodingDamage.Reading(sequences: sequences, isComplete: isComplete)
  }

  /// Whether no writing has these bytes of Windows-1252 side by side.
  private static func isStrong(_ bytes: [UInt8]) -> Bool {
    let rest = bytes.dropFirst()
    switch bytes[0] {
    // `Ã` and `Â` before a sign that is no letter, as in `Ã©`, `Â°`, but not before the marks that
    // may end a word in capitals.
    case 0xC2, 0xC3: return rest.allSatisfy { !closing.contains($0) }
    // `â` before two signs, one of which never stands within or behind a word.
    case 0xE2: return rest.contains { !closing.contains($0) && !spelled.contains($0) }
    // `ðŸ` opens every emoji; no alphabet has both letters.
    case 0xF0: return rest.first == 0x9F
    // The byte-order mark and the variation selectors: `ï»¿`, `ï¸`.
    case 0xEF: return rest.first == 0xB8 || rest.first == 0xBB
    default: return false
    }
  }

  /// Marks that may follow a word: quotes, dashes, the ellipsis, the bullet, guillemets, ™ and ®.
  private static let closing: Set<UInt8> = [
    0x85, 0x8B, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0x9B, 0xAB, 0xBB, 0xAE,
  ]
  /// Signs that may stand behind a letter: the no-break space and © ª ° ² ³ ¹ º.
  private static let spelled: Set<UInt8> = [0xA0, 0xA9, 0xAA, 0xB0, 0xB2, 0xB3, 0xB9, 0xBA]
}

/// One scalar of UTF-8, RFC 3629 section 4.
enum UTF8Scalar {
  /// The scalar at an offset and its length in bytes, or `nil` where the bytes are not UTF-8.
  static func decode(_ bytes: [UInt8], at offset: Int) -> (Unicode.Scalar, length: Int)? {
    guard offset < bytes.count else { return nil }
    var iterator = bytes[offset...].prefix(4).makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
    return (scalar, UTF8.width(scalar))
  }
}
