/// A word: the unit that becomes an argument, a file name, or a value (POSIX.1-2017 XCU 2.3).
///
/// It is a class because commands hand their words on many times, and a copy is one pointer.
public final class Word: Sendable {
  /// The word as written, quotes included.
  public let source: ShellText

  /// The parts in source order; quotes and line continuations belong to no part.
  public var parts: [WordPart] {
    pieces ?? [WordPart(source: source, quoting: .bare, kind: .literal(text))]
  }

  /// The parts of a word that is more than one bare text, as most are not.
  private let pieces: [WordPart]?

  /// The word as written.
  public let text: String

  /// The text after quote removal (POSIX.1-2017 XCU 2.6.7), or nil if the word holds an expansion.
  ///
  /// A leading `~` and the characters of globs and braces are kept.
  public let value: String?

  /// The text if nothing in the word is quoted or expanded; only such a word can be reserved
  /// (POSIX.1-2017 XCU 2.4).
  var bareText: String? { isBare ? value : nil }

  private let isBare: Bool

  /// A word of bytes that mean nothing to the shell.
  init(plain source: ShellText) {
    self.source = source
    pieces = nil
    isBare = true
    text = source.string
    value = text
  }

  init(source: ShellText, parts: [WordPart]) {
    self.source = source
    pieces = parts
    isBare = parts.allSatisfy { $0.quoting == .bare }
    value = parts.literal
    // Most words are one bare part, and stand for themselves.
    let isPlain = isBare && parts.count == 1 && parts[0].range == source.range
    text = isPlain ? value ?? source.string : source.string
  }

  /// The byte offsets in the block.
  public var range: Range<Int> { source.range }

  /// The scripts of all substitutions in the word, in source order.
  public var scripts: [ShellScript] { pieces?.flatMap(\.scripts) ?? [] }
}

extension Word: Equatable {
  public static func == (one: Word, other: Word) -> Bool {
    one.source == other.source && one.parts == other.parts
  }
}

extension [WordPart] {
  /// Their texts as one; nil if one of them is an expansion.
  fileprivate var literal: String? {
    if count == 1, case .literal(let text) = self[0].kind { return text }
    var literal = ""
    for part in self {
      guard case .literal(let text) = part.kind else { return nil }
      literal += text
    }
    return literal
  }
}
