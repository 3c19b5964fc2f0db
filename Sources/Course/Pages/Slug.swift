internal import Markdown

/// Names made from headings.
public enum Slug {
  /// The id GitHub gives a heading: lowercase letters, digits, `-` and `_`, with a `-` for each space.
  ///
  /// `## ⚙ Environment Setup` becomes `-environment-setup`.
  public static func heading(_ text: String) -> String {
    if let plain = plainHeading(text) { return plain }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.inLowercase.unicodeScalars {
      if scalar == " " {
        bytes.append(UInt8(ascii: "-"))
      } else if isKept(scalar) {
        bytes.append(contentsOf: Unicode.UTF8.encode(scalar) ?? .init())
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a heading's id has the scalar; the properties of one are slow to come by.
  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x80: return scalar == "-" || ShellByte.continuesName(UInt8(scalar.value))
    // Marks, arrows and signs; the pictures of emoji.
    case 0x2010...0x206F, 0x2190...0x23FF, 0x2600...0x2775, 0x1F300...0x1F6FF, 0x1F900...0x1F9FF:
      return false
    // The ideographs of East Asia.
    case 0x4E00...0x9FFF: return true
    default: break
    }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil || isMark(scalar)
  }

  /// What becomes of each byte of ASCII; 0 for one that is left out.
  private static let plainBytes: [UInt8] = (UInt8.min..<0x80).map { byte in
    if byte == UInt8(ascii: " ") { return UInt8(ascii: "-") }
    if byte != UInt8(ascii: "-"), !ShellByte.continuesName(byte) { return 0 }
    return ShellByte.isLetter(byte) ? byte | 0x20 : byte
  }

  /// The same for text of ASCII alone, which most headings are; `nil` for any other.
  private static func plainHeading(_ text: String) -> String? {
    let source = text.utf8Span.span
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.count)
    let table = plainBytes
    let kept = table.span
    for index in source.indices {
      if source[index] >= 0x80 { return nil }
      let byte = kept[Int(source[index])]
      if byte != 0 { bytes.append(byte) }
    }
    return String(utf8: bytes.span)
  }

  /// A short name fit for a shell function and an address: at most `words` words of lowercase
  /// letters and digits with single `-` between them.
  public static func name(_ text: String, words: Int = 8) -> String {
    if let plain = plainName(text, words: words) { return plain }
    let pieces = text.inLowercase.unicodeScalars
      .filter { $0 != "'" && $0 != "’" }
      .split { !($0.properties.isAlphabetic || $0.properties.numericType != nil) }
    return pieces.prefix(words).map(String.init).joined(separator: "-")
  }

  /// The same for text of ASCII alone; `nil` for any other.
  private static func plainName(_ text: String, words: Int) -> String? {
    let source = text.utf8Span.span
    // A dash takes the place of at least one byte between two words.
    var bytes = [UInt8](repeating: 0, count: source.count)
    var length = 0
    var isInWord = false
    var count = 0
    for index in source.indices {
      let byte = source[index]
      let letter: UInt8
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): letter = byte | 0x20
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        letter = byte
      case UInt8(ascii: "'"): continue
      case 0x80...: return nil
      default:
        isInWord = false
        continue
      }
      if !isInWord {
        if count == words { continue }
        if count > 0 {
          bytes[length] = UInt8(ascii: "-")
          length += 1
        }
        count += 1
        isInWord = true
      }
      bytes[length] = letter
      length += 1
    }
    return String(decoding: bytes[..<length], as: UTF8.self)
  }

  /// Accents that follow their letter belong to it.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark: scalar.value < 0xFE00 || scalar.value > 0xFE0F
    default: false
    }
  }
}

/// Makes names unique by adding `-1`, `-2` and so on, as GitHub does for headings.
public struct UniqueNames {
  /// The first names, among which looking through them is faster than hashing.
  private var few: [String] = []
  private static let fewest = 16
  private var used: Set<String> = []
  private var counts: [String: Int] = [:]
  private let first: Int

  /// - Parameter first: the number the second bearer of a name gets.
  public init(first: Int = 1) { self.first = first }

  public func contains(_ name: String) -> Bool {
    few.contains(name) || (!used.isEmpty && used.contains(name))
  }

  private mutating func insert(_ name: String) -> Bool {
    if contains(name) { return false }
    if few.isEmpty { few.reserveCapacity(Self.fewest) }
    if few.count < Self.fewest { few.append(name) } else { used.insert(name) }
    return true
  }

  public mutating func unique(_ name: String) -> String {
    var candidate = name
    while !insert(candidate) {
      let number = counts[name, default: first]
      counts[name] = number + 1
      candidate = "\(name)-\(number)"
    }
    return candidate
  }
}
