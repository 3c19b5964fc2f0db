/// Finds the commands in the tokens of a shell block, by recursive descent over the grammar of
/// POSIX.1-2017 XCU 2.10 and its extensions in bash.
///
/// It looks one token ahead and reads that token only when it is needed, because how the lexer
/// reads depends on what the parser has accepted so far.
struct ShellParser {
  let lexer: ShellLexer
  var lookahead: Lexeme?

  /// The structure of the current command so far.
  var elements: [ShellElement] = []

  /// How the next simple command is connected to the one before.
  var joint = ShellJoint.none

  /// Where the last accepted token other than a newline ends.
  var acceptedEnd = 0

  /// Where the current command starts.
  private var commandStart = 0

  init(_ lexer: ShellLexer) {
    self.lexer = lexer
  }

  /// Reads all commands to the end of the input, and goes on with the next line after a fault.
  mutating func commands(
    reporting severity: ShellProblem.Severity
  ) -> (commands: [ShellCommand], isComplete: Bool) {
    let outer = lexer.nesting
    var commands: [ShellCommand] = []
    var isComplete = true
    while true {
      do throws(ShellFailure) {
        guard let command = try command(endingAtParenthesis: false) else { break }
        commands.append(command)
      } catch {
        if case .incomplete = error { isComplete = false }
        let status = recover(from: error, severity, outer)
        commands.append(finish(end: lexer.position, status))
      }
    }
    return (commands, isComplete)
  }

  /// Reads the commands of a substitution and the parenthesis that ends it.
  mutating func substitution() throws(ShellFailure) -> [ShellCommand] {
    var commands: [ShellCommand] = []
    while let command = try command(endingAtParenthesis: true) { commands.append(command) }
    let end = try peek()
    if end.isEnd { throw .incomplete }
    lexer.tokens[lexer.tokens.count - 1].kind = .expansion
    return commands
  }

  /// Reads one command and looks at the token after it; nil at the end of the script.
  private mutating func command(
    endingAtParenthesis: Bool
  ) throws(ShellFailure) -> ShellCommand? {
    joint = .none
    while true {
      if lookahead == nil {
        lexer.skipBlanks()
        commandStart = lexer.position
      }
      let lexeme = try peek()
      if isEnd(lexeme, endingAtParenthesis) { return nil }
      if !lexeme.isNewline { break }
      accept()
    }
    try line(endingAtParenthesis)
    let last = try peek()
    guard last.isNewline || isEnd(last, endingAtParenthesis) else { throw .unexpected(last) }
    let hasDocument = !last.isControl(.closeParenthesis) && last.range.count > 1
    return finish(end: hasDocument ? last.range.upperBound : acceptedEnd, .complete)
  }

  private func isEnd(_ lexeme: Lexeme, _ endingAtParenthesis: Bool) -> Bool {
    lexeme.isEnd || endingAtParenthesis && lexeme.isControl(.closeParenthesis)
  }

  /// Makes a command of what was read; blanks and newlines at its end do not belong to it.
  private mutating func finish(end: Int, _ status: ShellCommand.Status) -> ShellCommand {
    var end = max(end, commandStart)
    while end > unspacedEnd, isSpace(lexer.bytes[end - 1]) { end -= 1 }
    fillHereDocuments()
    let command = ShellCommand(
      source: lexer.text(commandStart..<end),
      line: lexer.line(of: commandStart),
      endLine: lexer.line(of: max(commandStart, end - 1)),
      status: status,
      elements: elements)
    elements = []
    return command
  }

  /// The offset before which all blanks belong to tokens, such as an escaped blank; only the body
  /// of a here-document may end in a newline that is not wanted.
  private var unspacedEnd: Int {
    guard let last = lexer.tokens.last, last.kind != .hereDocumentBody else { return commandStart }
    return max(commandStart, last.range.upperBound)
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    ShellByte.isBlank(byte) || byte == ShellByte.newline
  }
}

extension ShellParser {
  /// The next token, which stays next.
  mutating func peek() throws(ShellFailure) -> Lexeme {
    if let lookahead { return lookahead }
    let lexeme = try lexer.next()
    lookahead = lexeme
    return lexeme
  }

  /// Accepts the token that was peeked.
  mutating func accept() {
    if let lexeme = lookahead, !lexeme.isNewline { acceptedEnd = lexeme.range.upperBound }
    lookahead = nil
  }

  /// Accepts newlines; the result says whether there were any.
  @discardableResult
  mutating func acceptNewlines(
    before place: ShellLexer.AssignmentPlace = .prefix
  ) throws(ShellFailure) -> Bool {
    var found = false
    while try peek().isNewline {
      accept()
      lexer.assignmentPlace = place
      found = true
    }
    return found
  }

  /// The keyword that the next token is, where a keyword may stand.
  mutating func peekKeyword() throws(ShellFailure) -> Keyword? {
    try peek().keyword
  }

  /// Accepts the keyword that was peeked; a command may follow it.
  mutating func acceptKeyword() {
    if let lookahead { lexer.color(lookahead, .keyword) }
    accept()
    lexer.assignmentPlace = .prefix
  }

  /// Accepts a keyword that has to follow.
  mutating func expect(_ keyword: Keyword) throws(ShellFailure) {
    let lexeme = try peek()
    if lexeme.isEnd { throw .incomplete }
    guard try peekKeyword() == keyword else { throw .unexpected(lexeme) }
    acceptKeyword()
    joint = .none
  }

  /// Accepts a control operator that has to follow on the same line.
  mutating func expect(_ control: ControlOperator) throws(ShellFailure) {
    let lexeme = try peek()
    guard lexeme.isControl(control) else { throw .unexpected(lexeme) }
    accept()
  }

  /// Accepts a word that has to follow on the same line.
  mutating func expectWord() throws(ShellFailure) -> Word {
    let lexeme = try peek()
    guard case .word(let word, _) = lexeme.kind else { throw .unexpected(lexeme) }
    accept()
    return word
  }
}
