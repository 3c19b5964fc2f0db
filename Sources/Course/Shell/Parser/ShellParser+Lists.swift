extension ShellParser {
  /// Reads lists joined by `;` and `&` to the end of the line (XCU 2.10.2 `complete_command`).
  mutating func line(_ endingAtParenthesis: Bool) throws(ShellFailure) {
    while true {
      guard try listMember() else { return }
      let next = try peek()
      if next.isNewline || next.isEnd { return }
      if endingAtParenthesis, next.isControl(.closeParenthesis) { return }
    }
  }

  /// Reads lists joined by `;`, `&` and newlines, up to a token that no command starts with
  /// (XCU 2.10.2 `compound_list`).
  mutating func list() throws(ShellFailure) {
    try acceptNewlines()
    while true {
      if try !listMember() {
        guard try peek().isNewline else { return }
        joint = .semicolon
      }
      try acceptNewlines()
      if try listEnds() { return }
    }
  }

  /// Reads an and-or list and the `;` or `&` after it; the result says whether there is one.
  private mutating func listMember() throws(ShellFailure) -> Bool {
    let first = elements.count
    try andOrList()
    let next = try peek()
    if next.isControl(.ampersand) {
      markBackground(from: first)
      joint = .background
    } else if next.isControl(.semicolon) {
      joint = .semicolon
    } else {
      return false
    }
    accept()
    return true
  }

  /// Whether a compound list is over because of the next token.
  private mutating func listEnds() throws(ShellFailure) -> Bool {
    switch try peek().kind {
    case .end, .control(.closeParenthesis), .control(.caseBreak), .control(.caseFallThrough),
      .control(.caseTestNext):
      true
    case .word:
      try peekKeyword()?.closesList ?? false
    default:
      false
    }
  }

  /// Reads pipelines joined by `&&` and `||` (XCU 2.9.3).
  private mutating func andOrList() throws(ShellFailure) {
    while true {
      try pipeline()
      let next = try peek()
      if next.isControl(.and) {
        joint = .and
      } else if next.isControl(.or) {
        joint = .or
      } else {
        return
      }
      accept()
      try acceptNewlines()
    }
  }

  /// Reads commands joined by `|` and `|&`, after any `!` and `time` (XCU 2.9.2, bash manual
  /// 3.2.3).
  private mutating func pipeline() throws(ShellFailure) {
    if try pipelinePrefix() { return }
    while true {
      try command()
      let next = try peek()
      guard next.isControl(.pipe) || next.isControl(.pipeBoth) else { return }
      joint = .pipe
      accept()
      try acceptNewlines()
    }
  }

  /// Reads `!` and `time`; the result says whether they are the whole pipeline, as bash allows.
  private mutating func pipelinePrefix() throws(ShellFailure) -> Bool {
    var found = false
    while let keyword = try peekKeyword(), keyword == .not || keyword == .time {
      acceptKeyword()
      found = true
      guard keyword == .time else { continue }
      for option in ["-p", "--"] where try peek().bareText == option {
        if let lookahead { lexer.color(lookahead, .flag) }
        accept()
        lexer.assignmentPlace = .prefix
      }
    }
    guard found else { return false }
    let next = try peek()
    return next.isNewline || next.isEnd || next.isControl(.semicolon)
  }

  /// Marks what was read since an element as running asynchronously (XCU 2.9.3.1).
  mutating func markBackground(from first: Int) {
    for index in elements.indices.dropFirst(first) {
      guard case .simple(var command) = elements[index] else { continue }
      command.isBackground = true
      elements[index] = .simple(command)
    }
  }
}
