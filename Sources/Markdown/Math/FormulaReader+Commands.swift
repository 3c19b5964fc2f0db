/// Commands.
extension FormulaReader {
  /// The construct that the next token names.
  var construct: TeXCommand.Construct? {
    guard token.kind == .command, case .construct(let construct)? = TeXCommands.command(name)
    else { return nil }
    return construct
  }

  /// The name of the command that stands next.
  var name: String { lexer.text((token.start + 1)..<token.end) }

  /// Whether the next token ends a row: whoever reads the row looks what it is.
  var isAtRowEnd: Bool {
    switch token.kind {
    case .end, .close, .alignment, .dollar: return true
    case .character(let scalar): return endsAtBracket && scalar == "]"
    case .command:
      // The names of commands that end a row begin with one of few letters.
      switch lexer.byte(token.start + 1) {
      case UInt8(ascii: "\\"), UInt8(ascii: "c"), UInt8(ascii: "e"), UInt8(ascii: "r"),
        UInt8(ascii: "m"), UInt8(ascii: "h"):
        switch construct {
        case .newLine, .carriageReturn, .end, .right, .middle, .hline: return true
        default: return false
        }
      default: return false
      }
    default: return false
    }
  }

  /// Tells of a token that ends a row where none is to end, and skips it.
  mutating func reportStray() {
    let text = lexer.text(token.start..<token.end)
    let message =
      switch token.kind {
      case .close: "'}' closes nothing"
      case .alignment: "'&' stands outside of an environment such as 'aligned'"
      case .dollar: "'$' stands in a formula"
      case .parameter: "'#' stands in a formula; the sign itself is '\\#'"
      case .command where construct == .right: "'\\right' has no '\\left'"
      case .command where construct == .end: "'\\end' has no '\\begin'"
      case .command where construct == .middle:
        "'\\middle' stands outside of '\\left' and '\\right'"
      default: "'\(text)' stands outside of an environment"
      }
    report(message, token.start, token.end)
    advance()
  }

  /// Reads a command with its arguments onto the row.
  mutating func readCommand(_ row: inout [MathAtom]) {
    let start = token
    let name = name
    guard let command = TeXCommands.command(name) else {
      reportUnknown(name)
      advance()
      return
    }
    advance()
    switch command {
    case .construct(let construct): read(construct, start, &row)
    case .accent(let accent):
      row.append(
        MathAtom(
          nucleus: .accent(readArgument(), mark: accent),
          limits: accent.takesLimits ? .above : .beside))
    case .alphabet(let new):
      let outer = alphabet
      alphabet = new
      row.append(MathAtom(nucleus: .group(readArgument())))
      alphabet = outer
    case .alphabetSwitch(let new): alphabet = new
    case .text(let font): row.append(MathAtom(nucleus: .text(readText(font, start))))
    case .sizedDelimiter(let height, let kind):
      let delimiter = readDelimiter(behind: start) ?? ""
      row.append(MathAtom(nucleus: .symbol(delimiter, .height(height)), kind: kind))
    case .size(let size): row.append(MathAtom(nucleus: .sized(size, readRow())))
    case .style(let style): row.append(MathAtom(nucleus: .styled(style, readRow())))
    case .kind(let kind):
      let limits: MathAtom.Limits = kind == .operator ? .aboveInDisplay : .beside
      row.append(MathAtom(nucleus: .group(readArgument()), kind: kind, limits: limits))
    case .arrow(let arrow):
      let under = readOptionalArgument()
      let over = readArgument()
      row.append(MathAtom(nucleus: .arrow(arrow, under: under, over: over), kind: .relation))
    case .refused(let reason):
      report("'\\\(name)' is refused: \(reason)", start.start, start.end)
    case .symbol("…", .inner) where name == "dots" && isBeforeOperator:
      row.append(MathAtom(nucleus: .symbol("⋯", .natural), kind: .inner))
    default: row.append(atom(of: command))
    }
  }

  /// The atom of a command without arguments.
  func atom(of command: TeXCommand) -> MathAtom {
    switch command {
    case .symbol(let text, let kind): MathAtom(nucleus: .symbol(text, .natural), kind: kind)
    case .letter(let text, let isUpright): letter(text, isUpright)
    case .largeOperator(let text, let limits):
      MathAtom(nucleus: .symbol(text, .natural), kind: .operator, limits: limits)
    case .function(let text, let limits):
      MathAtom(nucleus: .function(text), kind: .operator, limits: limits)
    case .space(let width): MathAtom(nucleus: .space(width))
    default: MathAtom(nucleus: .nothing)
    }
  }

  private func letter(_ text: String, _ isUpright: Bool) -> MathAtom {
    guard let alphabet, let scalar = text.unicodeScalars.first else {
      return MathAtom(nucleus: .identifier(text, isUpright: isUpright))
    }
    let mapped = alphabet.letter(scalar)
    return MathAtom(
      nucleus: .identifier(
        String(mapped), isUpright: mapped == scalar && (isUpright || alphabet == .upright)))
  }

  /// Whether `\dots` stands before an operator, where the dots are in the middle.
  private var isBeforeOperator: Bool {
    switch token.kind {
    case .character(let scalar):
      switch scalar {
      case "+", "-", "*", "=", "<", ">": return true
      default: return false
      }
    case .command:
      switch TeXCommands.command(name) {
      case .symbol(_, .binary), .symbol(_, .relation), .largeOperator: return true
      default: return false
      }
    default: return false
    }
  }

  private mutating func reportUnknown(_ name: String) {
    guard !name.isEmpty else {
      report("'\\' has no name behind it", token.start, token.end)
      return
    }
    let nearest = TeXCommands.nearest(to: name).map { "\\" + $0 }
    let question = nearest.map { "; is it '\($0)'?" } ?? ""
    // A name can be as long as the formula.
    let shown =
      name.utf8.count > 40 ? name.unicodeScalars.prefix(40).map(String.init).joined() + "…" : name
    report(
      "'\\\(shown)' is no command known here\(question)", token.start, token.end,
      replacement: nearest)
  }
}
