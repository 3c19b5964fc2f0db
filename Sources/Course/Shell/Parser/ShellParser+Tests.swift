extension ShellParser {
  /// Reads `[[ expression ]]` after its keyword (bash manual 3.2.5.2).
  ///
  /// Newlines may stand before an operand and after a complete test, but not inside one.
  mutating func testCommand() throws(ShellFailure) {
    lexer.assignmentPlace = .none
    try testExpression()
    let end = try peek()
    if end.isEnd { throw .incomplete }
    guard try peekKeyword() == .testEnd else { throw .unexpected(end) }
    acceptKeyword()
  }

  /// Reads tests joined by `&&` and `||`.
  private mutating func testExpression() throws(ShellFailure) {
    while true {
      try testTerm()
      let next = try peek()
      guard next.isControl(.and) || next.isControl(.or) else { return }
      accept()
      lexer.assignmentPlace = .none
    }
  }

  private mutating func testTerm() throws(ShellFailure) {
    try acceptNewlines(before: .none)
    var first = try peek()
    while first.bareText == "!" {
      color(.operator)
      accept()
      try acceptNewlines(before: .none)
      first = try peek()
    }
    if first.isEnd { throw .incomplete }
    if first.isControl(.openParenthesis) {
      try parenthesizedTest(first)
    } else if let text = first.bareText, Self.unaryOperators.contains(text) {
      color(.flag)
      accept()
      try operand()
    } else {
      try operand()
      guard try binaryOperator() else { return }
      try operand()
      lexer.wordStyle = .plain
    }
    try acceptNewlines(before: .none)
  }

  private mutating func parenthesizedTest(_ opener: Lexeme) throws(ShellFailure) {
    accept()
    lexer.assignmentPlace = .none
    try lexer.open(.unclosedGroup, opener.range)
    try testExpression()
    if try peek().isEnd { throw .incomplete }
    try expect(.closeParenthesis)
    lexer.assignmentPlace = .none
    lexer.close()
  }

  private mutating func operand() throws(ShellFailure) {
    guard try peekKeyword() != .testEnd else { throw .unexpected(try peek()) }
    elements.append(.word(try expectWord()))
  }

  /// Accepts a binary operator; there is none if the test is a lone word.
  private mutating func binaryOperator() throws(ShellFailure) -> Bool {
    let next = try peek()
    switch next.kind {
    case .control(.and), .control(.or), .control(.closeParenthesis):
      return false
    case .redirection(.input), .redirection(.output):
      lexer.tokens[lexer.tokens.count - 1].kind = .operator
      accept()
      lexer.assignmentPlace = .none
    default:
      if try peekKeyword() == .testEnd { return false }
      guard let text = next.bareText, Self.binaryOperators.contains(text) else {
        throw .unexpected(next)
      }
      color(.operator)
      accept()
      if text == "=~" {
        lexer.wordStyle = .regularExpression
      } else if !text.hasPrefix("-") {
        lexer.wordStyle = .pattern
      }
    }
    return true
  }

  private func color(_ kind: ShellToken.Kind) {
    if let lookahead { lexer.color(lookahead, kind) }
  }

  private static let unaryOperators = Set("abcdefghknoprstuvwxzGLNORS".map { "-\($0)" })

  private static let binaryOperators: Set<String> = [
    "=", "==", "!=", "=~", "-eq", "-ne", "-lt", "-le", "-gt", "-ge", "-nt", "-ot", "-ef",
  ]
}
