extension ShellParser {
  /// Reads a compound command and its redirections (XCU 2.9.4, bash manual 3.2.5).
  mutating func compoundCommand() throws(ShellFailure) {
    let opener = try peek()
    if opener.isControl(.openParenthesis) {
      accept()
      try subshellOrArithmetic(opener.range)
    } else {
      guard let keyword = try peekKeyword(), keyword.opensCompound else {
        throw opener.isEnd ? .incomplete : .unexpected(opener)
      }
      acceptKeyword()
      try lexer.open(.unclosedGroup, opener.range)
      switch keyword {
      case .if: try ifCommand()
      case .for: try forCommand()
      case .select: try namedLoop()
      case .while, .until: try conditionLoop()
      case .case: try caseCommand()
      case .test: try testCommand()
      default:
        try nested(.group)
        try expect(.closeBrace)
      }
      lexer.close()
    }
    while let redirection = try acceptRedirection() { elements.append(.redirection(redirection)) }
  }

  /// Reads `( … )` or `(( … ))` after its first parenthesis.
  mutating func subshellOrArithmetic(_ opener: Range<Int>) throws(ShellFailure) {
    if let word = try lexer.arithmeticCommand() {
      elements.append(.word(word))
      acceptedEnd = word.range.upperBound
      return
    }
    try lexer.open(.unclosedGroup, opener)
    try nested(.subshell)
    if try peek().isEnd { throw .incomplete }
    try expect(.closeParenthesis)
    lexer.close()
  }

  /// Reads a list inside a construct.
  mutating func nested(_ context: ShellContext) throws(ShellFailure) {
    lexer.nesting.enclosing.append(context)
    try list()
    lexer.nesting.enclosing.removeLast()
  }

  private mutating func ifCommand() throws(ShellFailure) {
    repeat {
      try nested(.condition)
      try expect(.then)
      try nested(.branch)
    } while try accepts(.elif)
    if try accepts(.else) { try nested(.branch) }
    try expect(.fi)
  }

  private mutating func conditionLoop() throws(ShellFailure) {
    try nested(.condition)
    try expect(.do)
    try nested(.loop)
    try expect(.done)
  }

  /// Reads `for name` or `for ((…))` after its keyword (bash manual 3.2.5.1).
  private mutating func forCommand() throws(ShellFailure) {
    lexer.assignmentPlace = .none
    let next = try peek()
    guard next.isControl(.openParenthesis) else { return try namedLoop() }
    accept()
    guard let header = try lexer.arithmeticCommand(), header.hasThreeExpressions else {
      throw .unexpected(next)
    }
    elements.append(.word(header))
    acceptedEnd = header.range.upperBound
    if try peek().isControl(.semicolon) { accept() }
    try acceptNewlines()
    try loopBody(allowsBraces: true)
  }

  /// Reads `for` or `select` from its name on; bash takes any word as the name.
  private mutating func namedLoop() throws(ShellFailure) {
    lexer.assignmentPlace = .none
    _ = try expectWord()
    if try peek().isControl(.semicolon) {
      accept()
      try acceptNewlines()
      return try loopBody(allowsBraces: true)
    }
    let isNextLine = try acceptNewlines()
    guard try accepts(.in) else { return try loopBody(allowsBraces: isNextLine) }
    lexer.assignmentPlace = .none
    while case .word = try peek().kind { elements.append(.word(try expectWord())) }
    let end = try peek()
    guard end.isControl(.semicolon) || end.isNewline || end.isEnd else { throw .unexpected(end) }
    if !end.isEnd { accept() }
    try acceptNewlines()
    try loopBody(allowsBraces: true)
  }

  /// Reads `do … done`, or the `{ … }` that bash allows in its place after a separator.
  private mutating func loopBody(allowsBraces: Bool) throws(ShellFailure) {
    joint = .none
    let usesBraces = allowsBraces ? try accepts(.openBrace) : false
    if !usesBraces { try expect(.do) }
    try nested(.loop)
    try expect(usesBraces ? .closeBrace : .done)
  }

  /// Accepts a keyword if it is next.
  private mutating func accepts(_ keyword: Keyword) throws(ShellFailure) -> Bool {
    guard try peekKeyword() == keyword else { return false }
    acceptKeyword()
    joint = .none
    return true
  }
}

extension Keyword {
  /// Whether the keyword starts a compound command.
  fileprivate var opensCompound: Bool {
    switch self {
    case .if, .for, .select, .while, .until, .case, .test, .openBrace: true
    default: false
    }
  }
}

extension Word {
  /// Whether two `;` cut the text of `((…;…;…))` in three.
  fileprivate var hasThreeExpressions: Bool {
    source.bytes.count { $0 == ShellByte.semicolon } == 2
  }
}
