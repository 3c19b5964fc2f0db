/// A word: the unit that becomes an argument, a file name, or a value (POSIX.1-2017 XCU 2.3).
public struct Word: Sendable, Equatable {
  /// The word as written, quotes included.
  public let source: ShellText

  /// The parts in source order; quotes and line continuations belong to no part.
  public let parts: [WordPart]

  /// The byte offsets in the block.
  public var range: Range<Int> { source.range }

  /// The word as written.
  public var text: String { source.string }

  /// The text after quote removal (POSIX.1-2017 XCU 2.6.7), or nil if the word holds an expansion.
  ///
  /// A leading `~` and the characters of globs and braces are kept.
  public var value: String? {
    var value = ""
    for part in parts {
      guard case .literal(let text) = part.kind else { return nil }
      value += text
    }
    return value
  }

  /// Whether bash may turn the word into several or other words: it holds an unquoted `*`, `?` or
  /// `[` (POSIX.1-2017 XCU 2.13), or a brace expansion such as `{a,b}` or `{1..3}` (bash manual
  /// 3.5.1).
  public var hasGlob: Bool {
    var scan = GlobScan()
    for part in parts where part.quoting == .bare {
      guard case .literal = part.kind else { continue }
      for byte in part.source.bytes where scan.finds(byte) { return true }
    }
    return false
  }

  /// The scripts of all substitutions in the word, in source order.
  public var scripts: [ShellScript] { parts.flatMap(\.scripts) }

  /// The text if nothing in the word is quoted or expanded; only such a word can be reserved
  /// (POSIX.1-2017 XCU 2.4).
  var bareText: String? {
    parts.allSatisfy { $0.quoting == .bare } ? value : nil
  }
}

/// Looks for the characters of globs and brace expansions, one byte after the other.
private struct GlobScan {
  private var isInBrace = false
  private var hasSeparator = false
  private var previous: UInt8 = 0

  mutating func finds(_ byte: UInt8) -> Bool {
    defer { previous = byte }
    switch byte {
    case ShellByte.asterisk, ShellByte.question, ShellByte.openBracket:
      return true
    case ShellByte.openBrace:
      isInBrace = true
      hasSeparator = false
    case ShellByte.comma,
      ShellByte.dot where previous == ShellByte.dot:
      hasSeparator = true
    case ShellByte.closeBrace:
      return isInBrace && hasSeparator
    default:
      break
    }
    return false
  }
}
