/// Why the reading of a command stopped.
enum ShellFailure: Error {
  /// The grammar has no place for this token.
  case unexpected(Lexeme)
  /// The input ended inside the command.
  case incomplete
  /// The nesting limit was reached.
  case tooDeep
}

/// A construct that is open: the problem it makes if it never closes, and where it started.
struct ShellOpener {
  let kind: ShellProblem.Kind
  let range: Range<Int>
}

/// A here-document whose operator was read and whose lines were not.
struct PendingHereDocument {
  /// Where the delimiter stands after the operator; it identifies the document.
  let key: Int
  let delimiter: [UInt8]
  let isQuoted: Bool
  let stripsTabs: Bool
  let range: Range<Int>
}

/// What depends on where in the nesting the lexer is; saved before a nested reading and put back
/// after it, also when the reading failed.
struct ShellNesting {
  /// The offset where the input ends.
  var limit: Int
  var openers: [ShellOpener] = []
  var enclosing: [ShellContext] = []
  var pendingDocuments: [PendingHereDocument] = []
  /// How many of the pending documents belong to the script around the current one.
  var outerDocuments = 0
  /// Whether the innermost script ends at a `)`.
  var isSubstitution = false
}
