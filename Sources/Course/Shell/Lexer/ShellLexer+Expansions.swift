extension ShellLexer {
  /// Reads what a `$` starts, or the `$` alone (POSIX.1-2017 XCU 2.6).
  func dollar(into builder: inout WordBuilder) throws(ShellFailure) {
    guard let next = byte(at: 1) else { return take(into: &builder) }
    switch next {
    case ShellByte.openParenthesis where byte(at: 2) == ShellByte.openParenthesis:
      try arithmeticExpansion(into: &builder)
    case ShellByte.openParenthesis:
      try commandSubstitution(into: &builder)
    case ShellByte.openBrace:
      try bracedParameter(into: &builder)
    case ShellByte.openBracket:
      try bracketArithmetic(into: &builder)
    case ShellByte.singleQuote where builder.quoting == .bare:
      try ansiCQuoted(into: &builder)
    case ShellByte.doubleQuote where builder.quoting == .bare:
      try doubleQuoted(into: &builder)
    case _ where ShellByte.startsName(next):
      parameter(into: &builder) { self.nameLength(at: 1) }
    case _ where ShellByte.isDigit(next) || ShellByte.isSpecialParameter(next):
      parameter(into: &builder) { 1 }
    default:
      take(into: &builder)
    }
  }

  /// Reads to the bracket that balances the one at the position, quotes and expansions included.
  ///
  /// With `nests` false the first closing bracket counts, as in `${…}`.
  func balanced(
    _ open: UInt8, _ close: UInt8, nests: Bool = true, into builder: inout WordBuilder
  ) throws(ShellFailure) {
    var depth = 1
    take(into: &builder)
    while let byte = current {
      if byte == close {
        take(into: &builder)
        depth -= 1
        if depth == 0 { return }
      } else if byte == open, nests {
        take(into: &builder)
        depth += 1
      } else {
        try quotableByte(byte, into: &builder)
      }
    }
    throw .incomplete
  }

  /// Reads `$name`, `$1`, or `$?` and its like.
  private func parameter(into builder: inout WordBuilder, length: () -> Int) {
    flush(&builder)
    let start = position
    position += 1 + length()
    mark(.expansion, from: start)
    let name = text(start + 1..<position).string
    add(.parameter(name: name, expansions: []), from: start, to: &builder)
  }

  /// Reads `${…}`; the expansions inside are kept, the operators are not taken apart
  /// (POSIX.1-2017 XCU 2.6.2, bash manual 3.5.3).
  private func bracedParameter(into builder: inout WordBuilder) throws(ShellFailure) {
    flush(&builder)
    let start = position
    try open(.unclosedExpansion, start..<start + 2)
    var inner = WordBuilder(.expansion, at: start)
    take(into: &inner)
    let name = bracedName()
    try balanced(ShellByte.openBrace, ShellByte.closeBrace, nests: false, into: &inner)
    flush(&inner)
    close()
    add(.parameter(name: name, expansions: inner.expansions), from: start, to: &builder)
  }

  /// The parameter's name after the `{` at the position, behind a `#` for length or a `!` for
  /// indirection; empty if there is none.
  private func bracedName() -> String {
    var start = 1
    if let prefix = byte(at: 1), prefix == ShellByte.hash || prefix == ShellByte.exclamation,
      let next = byte(at: 2), next != ShellByte.closeBrace
    {
      start = 2
    }
    guard let first = byte(at: start) else { return "" }
    var length = nameLength(at: start)
    if length == 0, ShellByte.isSpecialParameter(first) { length = 1 }
    return text(position + start..<position + start + length).string
  }

  /// How many bytes of a name, or of a number, stand at a distance from the position.
  private func nameLength(at distance: Int) -> Int {
    var length = 0
    while let byte = byte(at: distance + length), ShellByte.continuesName(byte) { length += 1 }
    return length
  }
}
