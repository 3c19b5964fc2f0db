/// A part of a word: literal text of one quoting, or one expansion.
public struct WordPart: Sendable, Equatable {
  /// How a part is quoted (POSIX.1-2017 XCU 2.2, bash manual 3.1.2).
  public enum Quoting: Sendable, Equatable {
    /// Not at all.
    case bare
    /// By a backslash outside quotes.
    case escaped
    /// In `'…'`.
    case single
    /// In `"…"` or `$"…"`.
    case double
    /// In `$'…'`, with the escapes replaced.
    case ansiC
  }

  /// What a part is (POSIX.1-2017 XCU 2.6, bash manual 3.5).
  public enum Kind: Sendable, Equatable {
    /// Text that stands for itself, after quote removal.
    case literal(String)
    /// `$name` or `${name…}`, with the expansions inside the braces.
    case parameter(name: String, expansions: [WordPart])
    /// `$(…)` or `` `…` ``.
    case command(ShellScript)
    /// `$((…))`, `$[…]` or `((…))`, with the expansions inside.
    case arithmetic(expansions: [WordPart])
    /// `<(…)` or `>(…)`.
    case process(ShellScript)
    /// The `(…)` of an array assignment.
    case array([Word])
  }

  /// The part as written; for quoted text, what stands between the quotes.
  public let source: ShellText

  /// How the part is quoted.
  public let quoting: Quoting

  /// What the part is.
  public let kind: Kind

  /// The byte offsets in the block.
  public var range: Range<Int> { source.range }

  /// The part as written.
  public var text: String { source.string }

  /// The scripts of the substitutions in the part, in source order.
  public var scripts: [ShellScript] {
    switch kind {
    case .literal: []
    case .command(let script), .process(let script): [script]
    case .parameter(_, let inner), .arithmetic(let inner): inner.flatMap(\.scripts)
    case .array(let words): words.flatMap(\.scripts)
    }
  }
}
