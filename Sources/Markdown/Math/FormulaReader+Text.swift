/// Arguments that are text.
extension FormulaReader {
  /// Reads `{…}` as text, in which `$…$` is a formula.
  mutating func readText(_ font: MathAtom.TextFont, _ start: TeXToken) -> [MathAtom.TextPiece] {
    // One character needs no braces (The TeXbook, chapter 20).
    if case .character(let scalar) = token.kind, scalar != "$" {
      advance()
      return [.text(String(scalar), font)]
    }
    guard token.kind == .open else {
      report(
        "'{' missing behind '\(lexer.text(start.start..<start.end))'", token.start, token.start)
      return []
    }
    let opening = token
    var pieces: [MathAtom.TextPiece] = []
    var text = ""
    var depth = 0
    lexer.position = token.end
    while let byte = lexer.byte(lexer.position) {
      switch byte {
      case UInt8(ascii: "}") where depth == 0:
        lexer.position += 1
        advance()
        if !text.isEmpty { pieces.append(.text(text, font)) }
        return pieces
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "$"):
        if !text.isEmpty { pieces.append(.text(text, font)) }
        text = ""
        pieces.append(.math(readInnerFormula()))
        continue
      case UInt8(ascii: "\\"):
        readEscape(into: &text)
        continue
      default:
        appendCharacter(to: &text)
        continue
      }
      lexer.position += 1
    }
    report("'{' is not closed", opening.start, opening.end)
    advance()
    return pieces
  }

  /// Reads the formula at a `$` in text; the lexer stands behind the second `$` then.
  private mutating func readInnerFormula() -> [MathAtom] {
    let outer = (alphabet, endsAtBracket)
    (alphabet, endsAtBracket) = (nil, false)
    defer { (alphabet, endsAtBracket) = outer }
    let start = lexer.position
    lexer.position += 1
    advance()
    let row = readRow()
    if token.kind == .dollar {
      lexer.position = token.end
    } else {
      report("'$' is not closed", start, start + 1)
      lexer.position = token.start
    }
    return row
  }

  private mutating func readEscape(into text: inout String) {
    let start = lexer.position
    let escape = lexer.next()
    switch escape.end == start + 2 ? lexer.bytes[start + 1] : 0 {
    case let byte where "{}$%&#_ ".utf8.contains(byte): text.unicodeScalars.append(.init(byte))
    case UInt8(ascii: ","): text += "\u{2009}"
    default:
      let name = lexer.text(start..<escape.end)
      if name == "\\quad" {
        text += "\u{2003}"
      } else {
        report("'\(name.utf8.count > 40 ? "\\…" : name)' cannot stand in text", start, escape.end)
      }
    }
  }

  /// Quotes are typographic, as TeX sets them, and white space is one blank.
  private mutating func appendCharacter(to text: inout String) {
    let scalar = lexer.nextScalar()
    switch scalar {
    case " ", "\n", "\r", "\t": if text.utf8.last != UInt8(ascii: " ") { text += " " }
    case "~": text += "\u{A0}"
    case "'", "`":
      let isDouble = lexer.byte(lexer.position) == UInt8(truncatingIfNeeded: scalar.value)
      if isDouble { lexer.position += 1 }
      text += scalar == "'" ? (isDouble ? "”" : "’") : (isDouble ? "“" : "‘")
    default: text.unicodeScalars.append(scalar)
    }
  }

  /// Reads `{…}` as it stands, without braces in it.
  ///
  /// - Returns: the bytes between the braces, `nil` when there are none, which is told.
  mutating func readRawArgument(_ command: TeXToken) -> Range<Int>? {
    guard token.kind == .open else {
      report(
        "'{' missing behind '\(lexer.text(command.start..<command.end))'", token.start, token.start)
      return nil
    }
    let opening = token
    let start = token.end
    var end = start
    while let byte = lexer.byte(end), byte != UInt8(ascii: "}"), byte != UInt8(ascii: "{") {
      end += 1
    }
    guard lexer.byte(end) == UInt8(ascii: "}") else {
      report("'{' is not closed", opening.start, opening.end)
      advance()
      return nil
    }
    lexer.position = end + 1
    advance()
    return start..<end
  }

  /// Reads the argument of `\tag`, with the parentheses that the star takes away.
  mutating func readTag(_ start: TeXToken) -> [MathAtom.TextPiece] {
    let isBare = skip("*")
    let pieces = readText(.roman, start)
    return isBare ? pieces : [.text("(", .roman)] + pieces + [.text(")", .roman)]
  }

  /// Reads `\operatorname{…}`; with a star its limits are those of a sum.
  mutating func readOperatorName(_ start: TeXToken) -> MathAtom {
    let limits: MathAtom.Limits = skip("*") ? .aboveInDisplay : .beside
    var name = ""
    for piece in readText(.roman, start) {
      if case .text(let text, _) = piece {
        name += text
      } else {
        report("name of an operator is text", start.start, start.end)
      }
    }
    return MathAtom(nucleus: .function(name), kind: .operator, limits: limits)
  }
}
