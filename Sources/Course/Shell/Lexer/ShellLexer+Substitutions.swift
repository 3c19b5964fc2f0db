extension ShellLexer {
  /// Reads `$(…)`; the parser finds its end (POSIX.1-2017 XCU 2.6.3).
  func commandSubstitution(into builder: inout WordBuilder) throws(ShellFailure) {
    let start = position
    let script = try substitution(.commandSubstitution, into: &builder)
    add(.command(script), from: start, to: &builder)
  }

  /// Reads `<(…)` or `>(…)` (bash manual 3.5.6).
  func processSubstitution(into builder: inout WordBuilder) throws(ShellFailure) {
    let start = position
    let script = try substitution(.processSubstitution, into: &builder)
    add(.process(script), from: start, to: &builder)
  }

  private func substitution(
    _ context: ShellContext, into builder: inout WordBuilder
  ) throws(ShellFailure) -> ShellScript {
    flush(&builder)
    let start = position
    position += 2
    mark(.expansion, from: start)
    try open(.unclosedExpansion, start..<position)
    let outer = nesting
    let style = wordStyle
    enter(context)
    nesting.isSubstitution = true
    var parser = ShellParser(self)
    let commands = try parser.substitution()
    let unread = nesting.pendingDocuments
    nesting = outer
    for document in unread.dropFirst(outer.pendingDocuments.count) {
      report(.unterminatedHereDocument, .warning, document.range, "here-document after its command")
    }
    nesting.pendingDocuments = unread
    wordStyle = style
    close()
    return ShellScript(commands: commands)
  }

  /// Reads `` `…` ``, which ends at the next backquote without a backslash.
  ///
  /// Bash reads the commands inside only when it runs them, so their problems are warnings. They
  /// are parsed where they stand: a backslash before `` ` ``, `"`, `$` or `\` inside is taken as an
  /// escape of the commands, although bash removes it first.
  func backquoted(into builder: inout WordBuilder) throws(ShellFailure) {
    flush(&builder)
    let start = position
    try open(.unclosedQuote, start..<start + 1)
    var end = start + 1
    while end < limit, bytes[end] != ShellByte.backquote {
      end += bytes[end] == ShellByte.backslash ? 2 : 1
    }
    position += 1
    if end >= limit {
      position = limit
      throw .incomplete
    }
    mark(.expansion, from: start)
    let script = script(until: end)
    position = end + 1
    mark(.expansion, from: end)
    close()
    add(.command(script), from: start, to: &builder)
  }

  /// Reads the commands up to a known end.
  func script(until end: Int) -> ShellScript {
    let outer = nesting
    let style = wordStyle
    enter(.commandSubstitution)
    nesting.limit = end
    nesting.isSubstitution = false
    var parser = ShellParser(self)
    let commands = parser.commands(reporting: .warning).commands
    nesting = outer
    wordStyle = style
    position = end
    return ShellScript(commands: commands)
  }

  /// Starts a nested script, in which nothing of the word around it counts.
  private func enter(_ context: ShellContext) {
    nesting.enclosing.append(context)
    nesting.outerDocuments = nesting.pendingDocuments.count
    wordStyle = .plain
    assignmentPlace = .prefix
  }
}
