/// A range of the block with the role it plays, for syntax highlighting.
public struct ShellToken: Sendable, Equatable {
  /// The role of a token.
  public enum Kind: Sendable, Equatable {
    /// The first word of a simple command, or the name of a function being defined.
    case commandName
    /// A later word, or a word of a compound command.
    case argument
    /// A later word that starts with `-`.
    case flag
    /// The `name=` of an assignment.
    case assignment
    /// A control operator, or an operator of `[[ … ]]`, `(( … ))` or an array.
    case `operator`
    /// A redirection operator with its descriptor; the target is an argument.
    case redirection
    /// A reserved word.
    case keyword
    /// Text in `'…'`, with its quotes.
    case singleQuoted
    /// Text in `"…"`, with its quotes; an expansion inside is a token of its own.
    case doubleQuoted
    /// Text in `$'…'`, with its quotes.
    case ansiCQuoted
    /// A variable, or the frame of an expansion such as `$(` and `)`.
    case expansion
    /// A comment, from its `#`.
    case comment
    /// The delimiter of a here-document, after `<<` and at its end.
    case hereDocumentDelimiter
    /// The lines of a here-document.
    case hereDocumentBody
    /// A backslash and what it escapes.
    case escape
    /// A backslash and the newline it removes.
    case continuation
    /// Source that was not understood.
    case invalid
  }

  /// The byte offsets in the block; never empty.
  public internal(set) var range: Range<Int>

  /// The role.
  public internal(set) var kind: Kind
}
