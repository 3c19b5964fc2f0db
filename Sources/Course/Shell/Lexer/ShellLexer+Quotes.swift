extension ShellLexer {
  /// Reads one byte, or the quoting or expansion that it starts (POSIX.1-2017 XCU 2.2).
  func quotableByte(_ byte: UInt8, into builder: inout WordBuilder) throws(ShellFailure) {
    switch byte {
    case ShellByte.backslash: escaped(into: &builder)
    case ShellByte.singleQuote: try singleQuoted(into: &builder)
    case ShellByte.doubleQuote: try doubleQuoted(into: &builder)
    case ShellByte.backquote: try backquoted(into: &builder)
    case ShellByte.dollar: try dollar(into: &builder)
    default: takeRun(into: &builder)
    }
  }

  /// Reads a backslash and what it escapes: a whole character, or the newline it removes
  /// (POSIX.1-2017 XCU 2.2.1). The end of the block counts as a newline, as it does for bash.
  private func escaped(into builder: inout WordBuilder) {
    flush(&builder)
    let start = position
    position = min(position + 2, limit)
    if bytes[start + 1..<position].first ?? ShellByte.newline == ShellByte.newline {
      mark(.continuation, from: start)
      return resume(&builder)
    }
    while let byte = current, ShellByte.continuesCharacter(byte) { position += 1 }
    mark(.escape, from: start)
    let literal = String(decoding: bytes[start + 1..<position], as: UTF8.self)
    builder.parts.append(
      WordPart(source: text(start..<position), quoting: .escaped, kind: .literal(literal)))
    resume(&builder)
  }

  /// Reads `'…'`, in which nothing is special (POSIX.1-2017 XCU 2.2.2).
  private func singleQuoted(into builder: inout WordBuilder) throws(ShellFailure) {
    flush(&builder)
    let start = position
    try open(.unclosedQuote, start..<start + 1)
    position += 1
    while let byte = current, byte != ShellByte.singleQuote { position += 1 }
    if current == nil { throw .incomplete }
    finishQuote(.singleQuoted, .single, start, 1, into: &builder) { $0 }
  }

  /// Reads `$'…'`, in which a backslash escapes as in C (bash manual 3.1.2.4).
  func ansiCQuoted(into builder: inout WordBuilder) throws(ShellFailure) {
    flush(&builder)
    let start = position
    try open(.unclosedQuote, start..<start + 2)
    position += 2
    while let byte = current, byte != ShellByte.singleQuote {
      position += byte == ShellByte.backslash ? 2 : 1
    }
    if current == nil {
      position = limit
      throw .incomplete
    }
    finishQuote(.ansiCQuoted, .ansiC, start, 2, into: &builder) { ANSICEscapes.decode($0) }
  }

  private func finishQuote(
    _ kind: ShellToken.Kind, _ quoting: WordPart.Quoting, _ start: Int, _ opening: Int,
    into builder: inout WordBuilder, decode: (ArraySlice<UInt8>) -> ArraySlice<UInt8>
  ) {
    let content = text(start + opening..<position)
    position += 1
    mark(kind, from: start)
    close()
    let literal = String(decoding: decode(content.bytes), as: UTF8.self)
    builder.parts.append(WordPart(source: content, quoting: quoting, kind: .literal(literal)))
    resume(&builder)
  }

  /// Reads `"…"` or `$"…"`, in which expansions go on (POSIX.1-2017 XCU 2.2.3, bash manual
  /// 3.1.2.5).
  func doubleQuoted(into builder: inout WordBuilder) throws(ShellFailure) {
    flush(&builder)
    let start = position
    if current == ShellByte.dollar { position += 1 }
    position += 1
    try open(.unclosedQuote, start..<position)
    var quote = WordBuilder(.doubleQuoted, .double, at: start)
    quote.literalStart = position
    quote.runStart = position
    while let byte = current {
      switch byte {
      case ShellByte.doubleQuote:
        if quote.parts.isEmpty { addLiteral(&quote) } else { flushLiteral(&quote) }
        skip(1, in: &quote)
        flush(&quote)
        close()
        builder.parts += quote.parts
        return resume(&builder)
      case ShellByte.backslash: escapedInDoubleQuotes(into: &quote)
      case ShellByte.backquote: try backquoted(into: &quote)
      case ShellByte.dollar: try dollar(into: &quote)
      default: takeRun(into: &quote)
      }
    }
    throw .incomplete
  }

  /// Reads a backslash in double quotes, which is literal before most characters.
  private func escapedInDoubleQuotes(into quote: inout WordBuilder) {
    switch byte(at: 1) {
    case ShellByte.dollar, ShellByte.backquote, ShellByte.doubleQuote, ShellByte.backslash:
      mark(at: 1, .escape, &quote)
    case ShellByte.newline:
      mark(at: 2, .continuation, &quote)
    default:
      take(into: &quote)
    }
  }

  /// Highlights two bytes on their own, and takes those after `skipped` as literal text.
  private func mark(at skipped: Int, _ kind: ShellToken.Kind, _ quote: inout WordBuilder) {
    if position > quote.pieceStart { mark(quote.kind, from: quote.pieceStart) }
    let start = position
    skip(skipped, in: &quote)
    take(2 - skipped, into: &quote)
    mark(kind, from: start)
    quote.pieceStart = position
  }
}
