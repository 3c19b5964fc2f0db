extension ShellLexer {
  /// The operator at the position, the longest that fits (POSIX.1-2017 XCU 2.3 rules 2 and 3).
  ///
  /// It is nil before a word, also one that starts with a process substitution.
  func operatorLexeme() -> Lexeme? {
    guard let byte = current, Self.startsOperator(byte) else { return nil }
    if startsProcessSubstitution { return nil }
    let start = position
    for candidate in Self.operators
    where candidate.spelling[0] == byte && matches(candidate.spelling) {
      position += candidate.spelling.count
      assignmentPlace = .prefix
      if case .redirection = candidate.kind {
        mark(.redirection, from: start)
      } else {
        mark(.operator, from: start)
      }
      return Lexeme(kind: candidate.kind, range: start..<position)
    }
    return nil
  }

  /// Whether `<(` or `>(` stands at the position.
  var startsProcessSubstitution: Bool {
    guard let byte = current, byte == ShellByte.less || byte == ShellByte.greater else {
      return false
    }
    return self.byte(at: 1) == ShellByte.openParenthesis
  }

  /// Whether an operator may start with a byte; the same bytes end a word.
  static func startsOperator(_ byte: UInt8) -> Bool {
    switch byte {
    case ShellByte.semicolon, ShellByte.ampersand, ShellByte.bar, ShellByte.less,
      ShellByte.greater, ShellByte.openParenthesis, ShellByte.closeParenthesis:
      true
    default:
      false
    }
  }

  private func matches(_ spelling: [UInt8]) -> Bool {
    for (distance, byte) in spelling.enumerated() where self.byte(at: distance) != byte {
      return false
    }
    return true
  }

  /// All operators, longer ones first.
  private static let operators: [(spelling: [UInt8], kind: Lexeme.Kind)] = {
    let control = ControlOperator.allCases.map {
      (spelling: Array($0.rawValue.utf8), kind: Lexeme.Kind.control($0))
    }
    let redirection = Redirection.Operator.allCases.map {
      (spelling: Array($0.rawValue.utf8), kind: Lexeme.Kind.redirection($0))
    }
    return (control + redirection).sorted { $0.spelling.count > $1.spelling.count }
  }()
}
