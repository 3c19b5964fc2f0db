extension ShellParser {
  /// Reads `case word in … esac` after its keyword (XCU 2.9.4.3).
  mutating func caseCommand() throws(ShellFailure) {
    lexer.assignmentPlace = .none
    elements.append(.word(try expectWord()))
    try acceptNewlines()
    try expect(.in)
    repeat {
      lexer.assignmentPlace = .none
      try acceptNewlines(before: .none)
      if try peekKeyword() == .esac { break }
    } while try caseClause()
    try expect(.esac)
  }

  /// Reads `pattern | pattern) list ;;`; the result says whether another clause may follow.
  private mutating func caseClause() throws(ShellFailure) -> Bool {
    if try peek().isEnd { throw .incomplete }
    if try peek().isControl(.openParenthesis) {
      accept()
      lexer.assignmentPlace = .none
    }
    elements.append(.word(try expectWord()))
    while try peek().isControl(.pipe) {
      accept()
      lexer.assignmentPlace = .none
      elements.append(.word(try expectWord()))
    }
    try expect(.closeParenthesis)
    joint = .none
    try acceptNewlines()
    if try !caseClauseEnds() { try nested(.branch) }
    guard try caseClauseEnds(), try peekKeyword() != .esac else { return false }
    accept()
    return true
  }

  private mutating func caseClauseEnds() throws(ShellFailure) -> Bool {
    switch try peek().kind {
    case .control(.caseBreak), .control(.caseFallThrough), .control(.caseTestNext): true
    default: try peekKeyword() == .esac
    }
  }
}
