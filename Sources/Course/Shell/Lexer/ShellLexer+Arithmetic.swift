extension ShellLexer {
  /// Reads `$((…))`, or `$((…) …)`, which is a command substitution that starts with a subshell
  /// (POSIX.1-2017 XCU 2.6.4, bash manual 3.5.5).
  ///
  /// As in bash, balanced parentheses decide, and the commands of the second form are not checked
  /// until they run: their problems are warnings.
  func arithmeticExpansion(into builder: inout WordBuilder) throws(ShellFailure) {
    flush(&builder)
    let start = position
    try open(.unclosedExpansion, start..<start + 3)
    guard let end = partner(of: start + 1), let inner = partner(of: start + 2) else {
      throw .incomplete
    }
    if inner + 1 == end {
      let expansions = try arithmetic(from: start, until: end + 1, .expansion)
      add(.arithmetic(expansions: expansions), from: start, to: &builder)
    } else {
      position += 2
      mark(.expansion, from: start)
      let script = script(until: end)
      position = end + 1
      mark(.expansion, from: end)
      add(.command(script), from: start, to: &builder)
    }
    close()
  }

  /// Reads the older `$[…]` (bash manual appendix B).
  func bracketArithmetic(into builder: inout WordBuilder) throws(ShellFailure) {
    flush(&builder)
    let start = position
    try open(.unclosedExpansion, start..<start + 2)
    var inner = WordBuilder(.expansion, at: start)
    take(into: &inner)
    try balanced(ShellByte.openBracket, ShellByte.closeBracket, into: &inner)
    flush(&inner)
    close()
    add(.arithmetic(expansions: inner.expansions), from: start, to: &builder)
  }

  /// Reads `((…))` after its first parenthesis; nil, with nothing read, if the parentheses do not
  /// close together and so are those of subshells (bash manual 3.2.5.2).
  func arithmeticCommand() throws(ShellFailure) -> Word? {
    let start = position - 1
    guard current == ShellByte.openParenthesis else { return nil }
    try open(.unclosedGroup, start..<position + 1)
    guard let inner = partner(of: position) else { throw .incomplete }
    guard inner + 1 < limit, bytes[inner + 1] == ShellByte.closeParenthesis else {
      close()
      return nil
    }
    let expansions = try arithmetic(from: position, until: inner + 2, .argument)
    close()
    assignmentPlace = .prefix
    let source = text(start..<position)
    let part = WordPart(source: source, quoting: .bare, kind: .arithmetic(expansions: expansions))
    return Word(source: source, parts: [part])
  }

  /// Reads arithmetic to its known end, and gives the expansions in it.
  ///
  /// Bash takes them apart only when it evaluates the expression, so a fault inside is none yet;
  /// the arithmetic then counts as plain text.
  private func arithmetic(
    from start: Int, until end: Int, _ kind: ShellToken.Kind
  ) throws(ShellFailure) -> [WordPart] {
    let outer = nesting
    let checkpoint = checkpoint
    var inner = WordBuilder(kind, at: start)
    nesting.limit = end
    position = start
    do throws(ShellFailure) {
      take(2, into: &inner)
      while let byte = current { try quotableByte(byte, into: &inner) }
    } catch {
      if case .tooDeep = error { throw error }
      rewind(to: checkpoint)
      inner = WordBuilder(kind, at: start)
      position = end
    }
    nesting = outer
    flush(&inner)
    return inner.expansions
  }

  /// The parenthesis that balances the one at an offset; nil if the input ends before it.
  ///
  /// Only quotes hide parentheses, as in bash. All pairs on the way are remembered, so that
  /// however often parentheses nest, each is looked for once.
  private func partner(of open: Int) -> Int? {
    if let known = parenthesisPartners[open] { return known }
    var opens: [Int] = []
    var offset = open
    while offset < limit {
      switch bytes[offset] {
      case ShellByte.openParenthesis:
        opens.append(offset)
      case ShellByte.closeParenthesis:
        parenthesisPartners[opens.removeLast()] = offset
        if opens.isEmpty { return offset }
      case ShellByte.backslash:
        offset += 1
      case let quote where Self.isQuote(quote):
        offset = endOfQuote(quote, at: offset)
      default:
        break
      }
      offset += 1
    }
    return nil
  }

  /// The offset of the quote that ends the one at an offset, or of the end of the input.
  private func endOfQuote(_ quote: UInt8, at start: Int) -> Int {
    let isLiteral = quote == ShellByte.singleQuote && bytes[start - 1] != ShellByte.dollar
    var offset = start + 1
    while offset < limit, bytes[offset] != quote {
      offset += bytes[offset] == ShellByte.backslash && !isLiteral ? 2 : 1
    }
    return offset
  }

  private static func isQuote(_ byte: UInt8) -> Bool {
    byte == ShellByte.singleQuote || byte == ShellByte.doubleQuote || byte == ShellByte.backquote
  }
}
