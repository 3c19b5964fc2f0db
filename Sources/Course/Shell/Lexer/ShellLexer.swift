/// Cuts a shell block into the tokens of the grammar, one at a time as the parser asks for them
/// (POSIX.1-2017 XCU 2.3).
///
/// It is a class because the lexer and the parser call each other: a word may hold a command
/// substitution, whose end only the parser can find, and both must go on from the same position.
final class ShellLexer {
  /// Which assignments the next word may be; bash decides it by the token before.
  enum AssignmentPlace {
    case none
    /// Before the command name: `name=`, `name=(…)`, `name[…]=`.
    case prefix
    /// After `declare`, `export` and their like: `name=`, `name=(…)`.
    case argument
    /// In an array: `[…]=`.
    case element
  }

  /// Which parentheses belong to the next word.
  enum WordStyle {
    case plain
    /// After `==` in `[[ … ]]`: those of `@(…)` and its like.
    case pattern
    /// After `=~` in `[[ … ]]`: all.
    case regularExpression
  }

  let bytes: [UInt8]
  var position = 0
  var nesting: ShellNesting { didSet { limit = nesting.limit } }
  /// The offset where the input ends, which is asked for at each byte.
  private(set) var limit: Int
  var assignmentPlace = AssignmentPlace.prefix
  var wordStyle = WordStyle.plain

  /// What the lexer learns besides tokens of the grammar.
  var tokens: [ShellToken] = []
  var comments: [Range<Int>] = []
  var problems: [ShellProblem] = []
  var documents: [Int: HereDocument] = [:]

  /// The partner of each parenthesis seen by a look-ahead, so that none is looked for twice.
  var parenthesisPartners: [Int: Int] = [:]

  private let lineStarts: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    nesting = ShellNesting(limit: bytes.count)
    limit = bytes.count
    var lineStarts = [0]
    lineStarts.reserveCapacity(bytes.count / 24 + 2)
    for offset in bytes.indices where bytes[offset] == ShellByte.newline {
      lineStarts.append(offset + 1)
    }
    self.lineStarts = lineStarts
    tokens.reserveCapacity(bytes.count / 8)
  }

  /// The next token.
  func next() throws(ShellFailure) -> Lexeme {
    skipBlanks()
    let start = position
    guard let byte = current else {
      readHereDocuments()
      return Lexeme(kind: .end, range: start..<position)
    }
    if byte == ShellByte.newline {
      position += 1
      assignmentPlace = .prefix
      return Lexeme(kind: .newline, range: start..<(readHereDocuments() ?? position))
    }
    if !startsRegularExpression(byte), let lexeme = operatorLexeme() { return lexeme }
    return try word()
  }

  /// Skips blanks, line continuations, and a comment (POSIX.1-2017 XCU 2.2.1 and 2.3 rule 9).
  func skipBlanks() {
    while let byte = current {
      if ShellByte.isBlank(byte) {
        skip(while: ShellByte.isBlank)
      } else if byte == ShellByte.backslash,
        self.byte(at: 1) ?? ShellByte.newline == ShellByte.newline
      {
        let start = position
        position = min(position + 2, limit)
        mark(.continuation, from: start)
      } else if byte == ShellByte.hash {
        let start = position
        skipLine()
        mark(.comment, from: start)
        comments.append(start..<position)
      } else {
        return
      }
    }
  }

  /// Skips to the newline or the end.
  func skipLine() { skip { $0 != ShellByte.newline } }

  /// Goes on to the first byte of another kind, or the end.
  func skip(while isWanted: (UInt8) -> Bool) {
    let limit = limit
    var offset = position
    while offset < limit, isWanted(bytes[offset]) { offset += 1 }
    position = offset
  }
}

extension ShellLexer {
  /// The byte at the position; nil at the end.
  var current: UInt8? { byte(at: 0) }

  /// The byte at a distance from the position; nil beyond the end.
  func byte(at distance: Int) -> UInt8? {
    let offset = position + distance
    return offset < limit ? bytes[offset] : nil
  }

  func text(_ range: Range<Int>) -> ShellText { ShellText(bytes[range]) }

  /// The line of an offset, by binary search.
  func line(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// Highlights what lies between an offset and the position.
  @discardableResult
  func mark(_ kind: ShellToken.Kind, from start: Int) -> Int {
    tokens.append(ShellToken(range: start..<position, kind: kind))
    return tokens.count - 1
  }

  /// Gives the plain pieces of a word the role the parser found for it.
  func color(_ lexeme: Lexeme, _ kind: ShellToken.Kind) {
    color(lexeme.pieces, kind)
  }

  func color(_ pieces: WordPieces, _ kind: ShellToken.Kind) {
    guard let first = pieces.first else { return }
    tokens[first].kind = kind
    for piece in pieces.others { tokens[piece].kind = kind }
  }

  /// Notes that a construct begins, unless that would be too deep.
  func open(_ kind: ShellProblem.Kind, _ range: Range<Int>) throws(ShellFailure) {
    if nesting.openers.count >= ShellScript.nestingLimit { throw .tooDeep }
    nesting.openers.append(ShellOpener(kind: kind, range: range))
  }

  /// Notes that the innermost construct is closed.
  func close() { nesting.openers.removeLast() }
}
