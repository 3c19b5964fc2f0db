internal import Course

/// A file of the built-in theme, and the mark by which a copy of it tells what it was made from.
///
/// The mark is a comment, `{{! default: 0123456789 }}` or `/* default: 0123456789 */`, and holds the
/// hash of the file. When a later version of the program has another file of that name, a copy can be
/// told from it.
public struct ThemeDefault: Sendable {
  /// Such as `pager.mustache`.
  public let name: String
  public let bytes: [UInt8]
  /// Ten digits that are the same for the same bytes.
  public var digits: String {
    var hash = StableHash()
    hash.combine(bytes)
    return String(hash.digits.prefix(10))
  }

  /// `nil` where the built-in theme has no file of that name.
  public init?(_ name: String) {
    guard let bytes = Theme.builtIn[name] else { return nil }
    self.name = name
    self.bytes = bytes
  }

  /// In order of name.
  public static var all: [ThemeDefault] {
    Theme.builtIn.keys.sorted().compactMap(ThemeDefault.init)
  }

  /// What a course begins its own file with: the file, below the mark.
  public var copy: [UInt8] {
    // A picture can say nothing of the kind.
    guard isText else { return bytes }
    let mark = "default: \(digits)"
    // Mustache takes a line that holds nothing but a comment out whole.
    return Array((isTemplate ? "{{! \(mark) }}\n" : "/* \(mark) */\n").utf8) + bytes
  }

  private var isText: Bool { !name.hasSuffix(".png") }
  private var isTemplate: Bool { Theme.templateName(ofFile: name) != nil }

  /// A mark's digits and place.
  struct Mark: Equatable {
    var digits: String
    /// 1-based.
    var line: Int
    /// 1-based, in UTF-8 bytes.
    var column: Int
  }

  /// The first mark of a file, where it has one.
  static func mark(in bytes: [UInt8]) -> Mark? {
    let word = Array("default: ".utf8)
    for opening in ["{{! ", "{{!", "/* "] {
      guard let range = bytes.firstRange(of: Array(opening.utf8) + word) else { continue }
      let digits = bytes[range.upperBound...].prefix { $0 != UInt8(ascii: " ") && $0 > 0x20 }
        .prefix { $0 != UInt8(ascii: "}") && $0 != UInt8(ascii: "*") }
      let before = bytes[..<(range.upperBound - word.count)]
      let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      return Mark(
        digits: String(decoding: digits, as: UTF8.self),
        line: before.count { $0 == UInt8(ascii: "\n") } + 1,
        column: before.count - lineStart + 1)
    }
    return nil
  }
}
