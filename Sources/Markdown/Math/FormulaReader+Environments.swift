/// Environments: `\begin{…}` to `\end{…}`.
extension FormulaReader {
  mutating func readEnvironment(_ start: TeXToken, _ row: inout [MathAtom]) {
    guard let range = readRawArgument(start) else { return }
    let name = lexer.text(range)
    let environment = MathEnvironment.named(name)
    if environment == nil {
      let nearest = NearestName.suggestions(
        for: name.utf8.count > 24 ? "" : name, among: MathEnvironment.names
      ).first
      let question = nearest.map { "; is it '\($0)'?" } ?? ""
      report(
        "environment is not known here\(question)", range.lowerBound, range.upperBound,
        replacement: nearest)
    }
    var table = MathTable(environment: environment ?? MathEnvironment(layout: .matrix))
    if table.environment.layout == .array { table.columns = readColumns(start) }
    if table.environment.isDisplay, token.kind == .character("[") { _ = readOptionalArgument() }
    let outer = (alphabet, endsAtBracket)
    endsAtBracket = false
    readRows(of: &table)
    (alphabet, endsAtBracket) = outer
    guard construct == .end else {
      report("'\\begin' has no '\\end'", start.start, range.upperBound + 1)
      return
    }
    let end = token
    advance()
    guard let ending = readRawArgument(end) else { return }
    if environment != nil, !lexer.bytes[ending].elementsEqual(lexer.bytes[range]) {
      report(
        "'\\begin{\(name)}' is ended by another name", ending.lowerBound, ending.upperBound,
        replacement: name)
    }
    row.append(Self.atom(of: table))
  }

  /// Reads the rows of `\substack{…}`.
  mutating func readSubstack(_ start: TeXToken) -> MathAtom {
    var table = MathTable(environment: MathEnvironment(layout: .stack))
    guard token.kind == .open else {
      report("'{' missing behind '\\substack'", token.start, token.start)
      return MathAtom(nucleus: .nothing)
    }
    let opening = token
    advance()
    readRows(of: &table)
    if token.kind == .close {
      advance()
    } else {
      report("'{' is not closed", opening.start, opening.end)
    }
    return Self.atom(of: table)
  }

  /// Behind `\\` a star and a height may stand, which mean nothing on a screen.
  mutating func skipNewLine() {
    advance()
    _ = skip("*")
    guard token.kind == .character("[") else { return }
    var end = token.end
    while let byte = lexer.byte(end),
      byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: ".")
        || byte == UInt8(ascii: "-")
    { end += 1 }
    // Otherwise the bracket belongs to the row.
    guard lexer.byte(end) == UInt8(ascii: "]"), TeXLength.isValid(lexer.bytes[token.end..<end])
    else { return }
    lexer.position = end + 1
    advance()
  }

  private mutating func readRows(of table: inout MathTable) {
    var row = MathTable.Row()
    while true {
      while construct == .hline {
        row.hasLineAbove = true
        advance()
      }
      let outerAlphabet = alphabet
      var cell = readRow()
      alphabet = outerAlphabet
      takeTag(&cell, &row)
      row.cells.append(cell)
      check(row, table)
      if token.kind == .alignment {
        advance()
      } else if construct == .newLine || construct == .carriageReturn {
        table.rows.append(row)
        row = MathTable.Row()
        skipNewLine()
      } else if construct == .hline || construct == .middle || construct == .right
        || token.kind == .dollar
      {
        reportStray()
      } else {
        break
      }
    }
    // The last line break ends a row and begins none.
    if row.cells.count == 1, row.cells[0].isEmpty, row.tag == nil, !table.rows.isEmpty {
      table.hasLineBelow = row.hasLineAbove
    } else {
      table.rows.append(row)
    }
  }

  /// Moves `\tag{…}` from the end of a cell to the row.
  private func takeTag(_ cell: inout [MathAtom], _ row: inout MathTable.Row) {
    guard case .tag(let pieces)? = cell.last?.nucleus else { return }
    row.tag = pieces
    cell.removeLast()
  }

  private mutating func check(_ row: MathTable.Row, _ table: MathTable) {
    if table.environment.layout == .array, row.cells.count == table.columns.count + 1 {
      report("row has more cells than the array has columns", token.start, token.end)
    }
  }

  /// Reads what `array` says of its columns: l, c and r, with a line for each `|`.
  private mutating func readColumns(_ start: TeXToken) -> [MathTable.Column] {
    guard let range = readRawArgument(start) else { return [] }
    var columns: [MathTable.Column] = []
    var hasLine = false
    for offset in range {
      switch lexer.bytes[offset] {
      case UInt8(ascii: "l"): columns.append(.init(alignment: .left, hasLineBefore: hasLine))
      case UInt8(ascii: "c"): columns.append(.init(alignment: .center, hasLineBefore: hasLine))
      case UInt8(ascii: "r"): columns.append(.init(alignment: .right, hasLineBefore: hasLine))
      case UInt8(ascii: "|"):
        if columns.isEmpty {
          hasLine = true
        } else {
          columns[columns.count - 1].hasLineAfter = true
        }
        continue
      case UInt8(ascii: " "): continue
      default: report("column is one of l, c, r and |", offset, offset + 1)
      }
      hasLine = false
    }
    return columns
  }

  private static func atom(of table: MathTable) -> MathAtom {
    let (opening, closing) = (table.environment.opening, table.environment.closing)
    let nucleus = MathAtom(nucleus: .table(table))
    guard !opening.isEmpty || !closing.isEmpty else { return nucleus }
    return MathAtom(
      nucleus: .fenced([
        opening.isEmpty
          ? MathAtom(nucleus: .nothing, kind: .opening)
          : MathAtom(nucleus: .symbol(opening, .fence), kind: .opening), nucleus,
        closing.isEmpty
          ? MathAtom(nucleus: .nothing, kind: .closing)
          : MathAtom(nucleus: .symbol(closing, .fence), kind: .closing),
      ]), kind: .inner)
  }
}
