extension ShellLexer {
  /// Reads a word, or the descriptor of a redirection (POSIX.1-2017 XCU 2.3 and 2.10.2 rule 2).
  func word() throws(ShellFailure) -> Lexeme {
    if let plain = plainWord() { return plain }
    let start = position
    let place = assignmentPlace
    var builder = WordBuilder(.argument, at: start)
    var name = AssignmentScan(start: start)
    while let byte = current, try reads(byte, into: &builder) {
      switch byte {
      case ShellByte.openBracket where name.mayHaveSubscript(place, builder, bytes, position):
        name.subscriptStart = position
        try subscriptBrackets(into: &builder)
        name.subscriptEnd = position
      case ShellByte.equals where place != .none && name.equals == nil:
        take(into: &builder)
        name.equals = position - 1
        try assignmentOperator(&name, place, &builder)
      default:
        try wordByte(byte, into: &builder)
      }
    }
    flush(&builder)
    assignmentPlace = .none
    let range = start..<position
    if let descriptor = descriptor(range, builder) {
      color(builder.pieces, .redirection)
      return Lexeme(kind: .descriptor(descriptor), range: range)
    }
    let word = Word(source: text(range), parts: builder.parts)
    let assignment = name.assignment(in: self, builder.parts)
    return Lexeme(kind: .word(word, assignment), range: range, pieces: builder.pieces)
  }

  /// Reads a word of bytes that mean nothing to the shell where it stands, which most words are.
  ///
  /// It is nil, with nothing read, for any other, and before `<` and `>`, as it may be a descriptor.
  private func plainWord() -> Lexeme? {
    guard wordStyle == .plain else { return nil }
    let start = position
    let mayAssign = assignmentPlace != .none
    skip { byte in
      ShellByte.isPlain(byte)
        || (mayAssign ? ShellByte.isPlainApart(byte) : ShellByte.isPlainArgument(byte))
    }
    if let next = current, !ShellByte.endsPlainWord(next) || position == start {
      position = start
      return nil
    }
    assignmentPlace = .none
    let piece = mark(.argument, from: start)
    let range = start..<position
    return Lexeme(
      kind: .word(Word(plain: text(range)), nil), range: range, pieces: WordPieces(first: piece))
  }

  /// Whether a byte belongs to the word; parentheses that do are read at once.
  private func reads(
    _ byte: UInt8, into builder: inout WordBuilder
  ) throws(ShellFailure) -> Bool {
    if ShellByte.isBlank(byte) || byte == ShellByte.newline { return false }
    guard Self.startsOperator(byte) else { return true }
    if startsProcessSubstitution { return true }
    if startsRegularExpression(byte) { return true }
    return wordStyle == .pattern && byte == ShellByte.openParenthesis
      && position > builder.pieceStart && Self.opensPattern(bytes[position - 1])
  }

  /// Whether a byte that is an operator elsewhere belongs to the regular expression after `=~`.
  func startsRegularExpression(_ byte: UInt8) -> Bool {
    wordStyle == .regularExpression
      && (byte == ShellByte.openParenthesis || byte == ShellByte.bar)
  }

  /// Reads one byte of a word, or the quoting or expansion that it starts.
  private func wordByte(
    _ byte: UInt8, into builder: inout WordBuilder
  ) throws(ShellFailure) {
    switch byte {
    case ShellByte.openParenthesis:
      try open(.unclosedGroup, position..<position + 1)
      try balanced(ShellByte.openParenthesis, ShellByte.closeParenthesis, into: &builder)
      close()
    case ShellByte.less where startsProcessSubstitution,
      ShellByte.greater where startsProcessSubstitution:
      try processSubstitution(into: &builder)
    default:
      try quotableByte(byte, into: &builder)
    }
  }

  /// Whether a byte before `(` makes an extended pattern (bash manual 3.5.8.1).
  private static func opensPattern(_ byte: UInt8) -> Bool {
    switch byte {
    case ShellByte.question, ShellByte.asterisk, ShellByte.plus, ShellByte.at,
      ShellByte.exclamation:
      true
    default:
      false
    }
  }

  /// The text of a word that is the descriptor of the redirection operator right after it.
  private func descriptor(_ range: Range<Int>, _ builder: WordBuilder) -> String? {
    guard current == ShellByte.less || current == ShellByte.greater else { return nil }
    guard builder.parts.count == 1, builder.parts[0].quoting == .bare else { return nil }
    let word = bytes[range]
    let isVariable =
      word.first == ShellByte.openBrace && word.last == ShellByte.closeBrace
      && ShellByte.isName(word.dropFirst().dropLast())
    guard word.allSatisfy(ShellByte.isDigit) || isVariable else { return nil }
    return String(decoding: word, as: UTF8.self)
  }
}
