extension ShellLexer {
  /// The operator at the position, the longest that fits (POSIX.1-2017 XCU 2.3 rules 2 and 3).
  ///
  /// It is nil before a word, also one that starts with a process substitution.
  func operatorLexeme() -> Lexeme? {
    guard let byte = current, Self.startsOperator(byte) else { return nil }
    if startsProcessSubstitution { return nil }
    let start = position
    guard let found = Self.operators[Int(byte)].first(where: { matches($0.spelling) }) else {
      return nil
    }
    position += found.spelling.count
    assignmentPlace = .prefix
    mark(found.role, from: start)
    return Lexeme(kind: found.kind, range: start..<position)
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

  /// The operators by their first bytes, longer ones first.
  private static let operators: [[Operator]] = {
    let control = ControlOperator.allCases.map {
      Operator($0.rawValue, .control($0), .operator)
    }
    let redirection = Redirection.Operator.allCases.map {
      Operator($0.rawValue, .redirection($0), .redirection)
    }
    var groups = Array(repeating: [Operator](), count: 256)
    for found in (control + redirection).sorted(by: { $0.spelling.count > $1.spelling.count }) {
      groups[Int(found.spelling[0])].append(found)
    }
    return groups
  }()
}

/// An operator as it is written; a class, since looking for one goes over several.
private final class Operator: Sendable {
  let spelling: [UInt8]
  let kind: Lexeme.Kind
  let role: ShellToken.Kind

  init(_ spelling: String, _ kind: Lexeme.Kind, _ role: ShellToken.Kind) {
    self.spelling = Array(spelling.utf8)
    self.kind = kind
    self.role = role
  }
}
