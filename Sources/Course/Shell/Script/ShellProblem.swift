/// Something bash would complain about when it reads the block.
public struct ShellProblem: Sendable, Equatable {
  /// What is wrong.
  public enum Kind: Sendable, Equatable {
    /// A quote, `'`, `"` or `` ` ``, has no partner.
    case unclosedQuote
    /// A `$(`, `${`, `$((`, `$[`, `<(` or a subscript has no end.
    case unclosedExpansion
    /// A `(`, `((`, `{`, `[[`, array, or a keyword such as `if` has no end.
    case unclosedGroup
    /// The block ends after an operator such as `&&` or `|`, or before a function's body.
    case unfinishedCommand
    /// A here-document has no delimiter line of its own.
    case unterminatedHereDocument
    /// A token stands where the grammar has no place for it.
    case unexpectedToken
    /// The block nests deeper than ``ShellScript/nestingLimit``.
    case nestingTooDeep
  }

  /// Whether bash refuses the command.
  public enum Severity: Sendable, Equatable {
    /// Bash goes on: an unterminated here-document, or a fault that only shows when the command
    /// runs, as inside backquotes.
    case warning
    /// Bash refuses the command or asks for more input.
    case error
  }

  /// What is wrong.
  public let kind: Kind

  /// How bad it is.
  public let severity: Severity

  /// The byte offsets of the culprit: the opening quote, bracket or keyword, or the token that has
  /// no place.
  public let range: Range<Int>

  /// The problem in words, without a final full stop.
  public let message: String
}
