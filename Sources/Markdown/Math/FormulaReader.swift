/// Reads TeX into atoms, by recursion over groups, arguments and environments.
///
/// It goes on behind a problem, so that all of them are told.
struct FormulaReader {
  var lexer: TeXLexer
  /// The next token, which is not yet used.
  var token: TeXToken
  var problems: [Formula.Problem] = []
  /// The alphabet of the letters that follow, where a command has changed it.
  var alphabet: MathAlphabet?
  /// Whether `]` ends the row, as in the optional argument of `\sqrt`.
  var endsAtBracket = false
  private var nesting = 0
  private var isStopped = false

  init(_ tex: String) {
    lexer = TeXLexer(tex)
    token = lexer.next()
    reportForbidden(tex)
  }

  /// Reads all. Line breaks outside of environments make lines that stand one above the other.
  mutating func readFormula() -> [MathAtom] {
    var lines: [[MathAtom]] = [[]]
    while token.kind != .end {
      lines[lines.count - 1] += readRow()
      if construct == .newLine || construct == .carriageReturn {
        skipNewLine()
        lines.append([])
      } else if token.kind != .end {
        reportStray()
      }
    }
    if lines.count > 1, lines[lines.count - 1].isEmpty { lines.removeLast() }
    guard lines.count > 1 else { return lines[0] }
    var table = MathTable(environment: MathEnvironment(layout: .gathered))
    table.rows = lines.map { MathTable.Row(cells: [$0]) }
    return [MathAtom(nucleus: .table(table))]
  }

  /// Reads atoms up to what ends a row, which stays.
  mutating func readRow() -> [MathAtom] {
    guard enter() else { return [] }
    defer { nesting -= 1 }
    var row: [MathAtom] = []
    while !isAtRowEnd {
      switch token.kind {
      case .superscript, .subscript, .prime: readScripts(&row)
      case .command: readCommand(&row)
      default: if let atom = readPlainAtom() { row.append(atom) }
      }
    }
    return row
  }

  /// Reads what a command or a script has as its argument: a group, or one character or command.
  mutating func readArgument() -> [MathAtom] {
    switch token.kind {
    case .open: return readGroup()
    case .character(let scalar) where scalar.isASCIIDigit:
      advance()
      return [MathAtom(nucleus: .number(letters(scalar)))]
    case .character, .tie:
      return readCharacter(isAlone: true).map { [$0] } ?? []
    case .command where !isAtRowEnd:
      guard enter() else { return [] }
      defer { nesting -= 1 }
      var row: [MathAtom] = []
      readCommand(&row)
      return row
    default:
      report("argument missing", token.start, token.start)
      return []
    }
  }

  /// Reads `{…}`. What is changed in it is as before behind it.
  mutating func readGroup() -> [MathAtom] {
    let opening = token
    let (outerAlphabet, outerEnd) = (alphabet, endsAtBracket)
    defer { (alphabet, endsAtBracket) = (outerAlphabet, outerEnd) }
    endsAtBracket = false
    advance()
    var row = readRow()
    while token.kind == .alignment || construct == .newLine {
      reportStray()
      row += readRow()
    }
    if token.kind == .close {
      advance()
    } else {
      report("'{' is not closed", opening.start, opening.end)
    }
    return row
  }

  /// Reads `[…]` where it stands next.
  mutating func readOptionalArgument() -> [MathAtom]? {
    guard token.kind == .character("[") else { return nil }
    let opening = token
    let outer = endsAtBracket
    endsAtBracket = true
    advance()
    let row = readRow()
    endsAtBracket = outer
    if token.kind == .character("]") {
      advance()
    } else {
      report("'[' is not closed", opening.start, opening.end)
    }
    return row
  }

  mutating func advance() { token = lexer.next() }

  /// - Returns: whether the token was the character, which is then used.
  mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard token.kind == .character(scalar) else { return false }
    advance()
    return true
  }

  mutating func report(
    _ message: String, _ start: Int, _ end: Int, replacement: String? = nil
  ) {
    guard !isStopped else { return }
    problems.append(
      .init(message: message, offset: start, length: end - start, replacement: replacement))
    if problems.count == Formula.maximumProblems { stop() }
  }

  /// Begins a level of nesting; the one that is too deep is told and ends all reading.
  ///
  /// - Returns: whether the level can be read. Then ``nesting`` has to be taken back.
  private mutating func enter() -> Bool {
    guard nesting < Formula.maximumNesting else {
      report("nested deeper than \(Formula.maximumNesting) levels", token.start, token.end)
      stop()
      return false
    }
    nesting += 1
    return true
  }

  private mutating func stop() {
    isStopped = true
    lexer.position = lexer.bytes.count
    token = lexer.next()
  }

  /// Tells of characters that neither XML nor HTML may hold, wherever they stand: the source is shown.
  private mutating func reportForbidden(_ tex: String) {
    var offset = 0
    for scalar in tex.unicodeScalars {
      let end = offset + UTF8.width(scalar)
      if scalar.isForbidden {
        report("character \(scalar.name) cannot stand in a formula", offset, end)
      }
      offset = end
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isForbidden: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E: false
    case ..<0xA0: true
    default: value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(value)
    }
  }

  /// `U+0007`
  fileprivate var name: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
