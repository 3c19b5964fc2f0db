extension ShellParser {
  /// Reads a command of any kind (XCU 2.10.2 `command`).
  mutating func command() throws(ShellFailure) {
    let lexeme = try peek()
    switch lexeme.kind {
    case .end:
      throw .incomplete
    case .word:
      guard let keyword = try peekKeyword(), keyword != .time else { return try simpleCommand() }
      if keyword == .function { return try functionDefinition(lexeme) }
      if keyword == .coproc { return try coprocess() }
      try compoundCommand()
    case .descriptor, .redirection:
      try simpleCommand()
    case .control(.openParenthesis):
      try compoundCommand()
    case .control, .newline:
      throw .unexpected(lexeme)
    }
  }

  /// Reads a simple command, after its first word if that was accepted already.
  ///
  /// A `(` right after a lone first word makes it a function definition.
  mutating func simpleCommand(after first: Lexeme? = nil) throws(ShellFailure) {
    var members = SimpleCommandMembers(joint)
    joint = .none
    do throws(ShellFailure) {
      if let first { add(first, to: &members) }
      while try acceptMember(of: &members) {}
    } catch {
      append(members)
      throw error
    }
    if let name = members.functionName, try peek().isControl(.openParenthesis) {
      lexer.color(name, .commandName)
      joint = members.joint
      accept()
      try expect(.closeParenthesis)
      return try functionBody(opener: name.range)
    }
    append(members)
  }

  /// Reads a redirection if one is next (XCU 2.7).
  mutating func acceptRedirection() throws(ShellFailure) -> Redirection? {
    let first = try peek()
    var descriptor: String?
    if case .descriptor(let text) = first.kind {
      descriptor = text
      accept()
    }
    guard case .redirection(let `operator`) = try peek().kind else { return nil }
    accept()
    lexer.assignmentPlace = .none
    let lexeme = try peek()
    let target = try expectWord()
    let range = first.range.lowerBound..<target.range.upperBound
    if `operator` == .hereDocument || `operator` == .hereDocumentWithoutTabs {
      lexer.color(lexeme, .hereDocumentDelimiter)
      lexer.nesting.pendingDocuments.append(
        PendingHereDocument(
          key: target.range.lowerBound,
          delimiter: Array(target.delimiter.utf8),
          isQuoted: target.parts.contains { $0.quoting != .bare },
          stripsTabs: `operator` == .hereDocumentWithoutTabs,
          range: range))
    }
    return Redirection(
      range: range, descriptor: descriptor, operator: `operator`, target: target)
  }

  /// Gives the redirections of the current command the here-documents that were read for them.
  mutating func fillHereDocuments() {
    if lexer.documents.isEmpty { return }
    for index in elements.indices {
      switch elements[index] {
      case .simple(var command):
        for index in command.redirections.indices { fill(&command.redirections[index]) }
        elements[index] = .simple(command)
      case .redirection(var redirection):
        fill(&redirection)
        elements[index] = .redirection(redirection)
      case .word:
        continue
      }
    }
  }

  private func fill(_ redirection: inout Redirection) {
    guard redirection.operator != .hereString else { return }
    redirection.hereDocument = lexer.documents[redirection.target.range.lowerBound]
  }

  private mutating func acceptMember(
    of members: inout SimpleCommandMembers
  ) throws(ShellFailure) -> Bool {
    let lexeme = try peek()
    switch lexeme.kind {
    case .word:
      accept()
      add(lexeme, to: &members)
    case .descriptor, .redirection:
      guard let redirection = try acceptRedirection() else { return false }
      members.redirections.append(redirection)
      lexer.assignmentPlace = members.nextPlace
    default:
      return false
    }
    return true
  }

  /// Adds a word or an assignment, highlights it, and tells the lexer what may follow.
  private func add(_ lexeme: Lexeme, to members: inout SimpleCommandMembers) {
    guard case .word(let word, let assignment) = lexeme.kind else { return }
    if let assignment, members.words.isEmpty {
      members.assignments.append(assignment)
    } else {
      if members.words.isEmpty {
        members.first = lexeme
        lexer.color(lexeme, .commandName)
      } else if word.source.bytes.first == ShellByte.dash {
        lexer.color(lexeme, .flag)
      }
      members.add(word)
    }
    members.start = members.start ?? lexeme.range.lowerBound
    members.end = lexeme.range.upperBound
    lexer.assignmentPlace = members.nextPlace
  }

  private mutating func append(_ members: SimpleCommandMembers) {
    if let command = members.command(in: lexer.nesting.enclosing) {
      elements.append(.simple(command))
    }
  }
}

extension Word {
  /// The delimiter of a here-document: quotes are removed, expansions stay as written
  /// (POSIX.1-2017 XCU 2.7.4).
  fileprivate var delimiter: String {
    parts.map { part in
      if case .literal(let text) = part.kind { text } else { part.text }
    }.joined()
  }
}
