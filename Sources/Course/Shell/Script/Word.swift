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

  /// The scripts of all substitutions in the word, in source order.
  public var scripts: [ShellScript] { parts.flatMap(\.scripts) }

  /// The text if nothing in the word is quoted or expanded; only such a word can be reserved
  /// (POSIX.1-2017 XCU 2.4).
  var bareText: String? {
    parts.allSatisfy { $0.quoting == .bare } ? value : nil
  }
}
