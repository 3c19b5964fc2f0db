extension ShellParser {
  /// Reads `function name [()] body` from its keyword (bash manual 3.3).
  mutating func functionDefinition(_ keyword: Lexeme) throws(ShellFailure) {
    acceptKeyword()
    lexer.assignmentPlace = .none
    let name = try peek()
    _ = try expectWord()
    lexer.color(name, .commandName)
    let next = try peek()
    guard next.isControl(.openParenthesis) else { return try functionBody(opener: keyword.range) }
    accept()
    if lexer.current != ShellByte.openParenthesis, try peek().isControl(.closeParenthesis) {
      accept()
      return try functionBody(opener: keyword.range)
    }
    lexer.nesting.enclosing.append(.functionBody)
    try subshellOrArithmetic(next.range)
    while let redirection = try acceptRedirection() { elements.append(.redirection(redirection)) }
    lexer.nesting.enclosing.removeLast()
  }

  /// Reads the body of a function, which is any compound command (XCU 2.9.5).
  mutating func functionBody(opener: Range<Int>) throws(ShellFailure) {
    try acceptNewlines()
    try lexer.open(.unfinishedCommand, opener)
    lexer.nesting.enclosing.append(.functionBody)
    joint = .none
    try compoundCommand()
    lexer.nesting.enclosing.removeLast()
    lexer.close()
  }

  /// Reads `coproc [name] command` (bash manual 3.2.6); a name stands only before a compound
  /// command.
  mutating func coprocess() throws(ShellFailure) {
    acceptKeyword()
    let first = elements.count
    lexer.nesting.enclosing.append(.coprocess)
    let next = try peek()
    switch next.kind {
    case .word(_, let assignment) where try peekKeyword() == nil:
      accept()
      lexer.assignmentPlace = .prefix
      if assignment == nil, try startsCompound() {
        try compoundCommand()
      } else {
        lexer.assignmentPlace = .none
        try simpleCommand(after: next)
      }
    case .word, .control(.openParenthesis):
      try compoundCommand()
    case .descriptor, .redirection:
      try simpleCommand()
    default:
      throw .unexpected(next)
    }
    lexer.nesting.enclosing.removeLast()
    markBackground(from: first)
  }

  private mutating func startsCompound() throws(ShellFailure) -> Bool {
    if try peek().isControl(.openParenthesis) { return true }
    guard let keyword = try peekKeyword() else { return false }
    return !keyword.closesList && keyword != .not && keyword != .time
  }
}
