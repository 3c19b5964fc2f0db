/// A part of code that begins and ends with marks: a string or a comment.
struct Region: Sendable {
  /// Up to eight bytes.
  struct Mark: Sendable, ExpressibleByStringLiteral {
    private let bytes: UInt64
    let count: Int

    init(stringLiteral text: String) {
      bytes = text.utf8.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
      count = min(text.utf8.count, 8)
    }

    subscript(index: Int) -> UInt8 { UInt8(truncatingIfNeeded: bytes >> UInt64(index * 8)) }
  }

  /// What is filled into a string.
  enum Filling: Sendable {
    case none
    /// `${x}`.
    case dollarBrace
    /// `${x}` and `$x`.
    case dollar
    /// `\(x)`.
    case backslashParenthesis
    /// `{x}`, in strings with the prefix for it; `{{` is a brace.
    case brace
  }

  var opening: Mark
  /// Empty for one that the end of the line ends.
  var closing: Mark
  var role: CodeRole
  /// The byte that takes the next one's meaning away; 0 for none.
  var escape: UInt8 = 0
  /// Whether a closing mark written twice stands for itself.
  var doubles = false
  var spansLines = false
  /// Whether there can be regions of the kind within it.
  var nests = false
  var filling = Filling.none
  /// Whether any number of `#` may stand before the opening mark, and then stand behind the closing.
  var hashes = false
  /// Whether it begins only at the start of a line or behind a blank.
  var needsBlank = false

  static func line(_ opening: Mark, needsBlank: Bool = false) -> Region {
    Region(opening: opening, closing: "", role: .comment, needsBlank: needsBlank)
  }

  static func block(_ opening: Mark, _ closing: Mark, nests: Bool = false) -> Region {
    Region(opening: opening, closing: closing, role: .comment, spansLines: true, nests: nests)
  }

  /// A string on one line, with backslashes.
  static func string(_ mark: Mark, _ filling: Filling = .none) -> Region {
    Region(opening: mark, closing: mark, role: .string, escape: 0x5C, filling: filling)
  }

  /// A string on any number of lines, with backslashes.
  static func text(_ mark: Mark, _ filling: Filling = .none) -> Region {
    Region(
      opening: mark, closing: mark, role: .string, escape: 0x5C, spansLines: true, filling: filling)
  }

  /// A string without escapes.
  static func raw(_ mark: Mark, spansLines: Bool = true, role: CodeRole = .string) -> Region {
    Region(opening: mark, closing: mark, role: role, spansLines: spansLines)
  }

  /// A string in which its mark is written twice.
  static func doubled(_ mark: Mark, role: CodeRole = .string) -> Region {
    Region(opening: mark, closing: mark, role: role, doubles: true, spansLines: true)
  }
}
