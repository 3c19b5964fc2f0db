extension ShellParser {
  /// Reports a failure, and moves to where the next command can start, as bash does at a prompt:
  /// after the line of the unexpected token.
  mutating func recover(
    from failure: ShellFailure, _ severity: ShellProblem.Severity, _ outer: ShellNesting
  ) -> ShellCommand.Status {
    let limit = outer.limit
    var status = ShellCommand.Status.invalid
    switch failure {
    case .unexpected(let lexeme):
      lexer.nesting.limit = limit
      if !lexeme.isNewline { lexer.skipLine() }
      report(lexeme, severity)
    case .incomplete:
      lexer.position = limit
      status = .incomplete
      reportUnclosed(severity)
    case .tooDeep:
      lexer.position = limit
      if let opener = lexer.nesting.openers.last {
        lexer.report(.nestingTooDeep, severity, opener.range, "nested too deeply to be read")
      }
    }
    markUnread()
    lexer.nesting = outer
    lexer.wordStyle = .plain
    lexer.assignmentPlace = .prefix
    lookahead = nil
    return status
  }

  private func report(_ lexeme: Lexeme, _ severity: ShellProblem.Severity) {
    let isLineEnd = lexeme.isNewline || lexeme.isEnd
    let start = lexeme.range.lowerBound
    let range = isLineEnd ? start..<start : lexeme.range
    let name = isLineEnd ? "end of line" : "'\(lexer.text(range).string)'"
    lexer.report(.unexpectedToken, severity, range, "unexpected \(name)")
  }

  /// Blames the innermost construct that is open, or the operator at the end.
  private func reportUnclosed(_ severity: ShellProblem.Severity) {
    guard let opener = lexer.nesting.openers.last else {
      let end = lexer.tokens.last { $0.kind != .comment }?.range ?? 0..<0
      let name = lexer.text(end).string
      return lexer.report(
        .unfinishedCommand, severity, end, "the block ends after '\(name)', inside a command")
    }
    let name = lexer.text(opener.range).string
    lexer.report(opener.kind, severity, opener.range, "'\(name)' is never closed")
  }

  /// Highlights what was skipped as not understood, without the blanks around it.
  private func markUnread() {
    var start = lexer.tokens.last?.range.upperBound ?? 0
    var end = lexer.position
    while start < end, isBlank(start) { start += 1 }
    while start < end, isBlank(end - 1) { end -= 1 }
    if start < end { lexer.tokens.append(ShellToken(range: start..<end, kind: .invalid)) }
  }

  private func isBlank(_ offset: Int) -> Bool {
    let byte = lexer.bytes[offset]
    return ShellByte.isBlank(byte) || byte == ShellByte.newline
  }
}
