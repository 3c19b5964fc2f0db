/// Delimiters.
extension FormulaReader {
  /// Reads `\left…\right`; the token behind `\left` is next.
  mutating func readFenced(_ start: TeXToken) -> MathAtom {
    let (outerAlphabet, outerEnd) = (alphabet, endsAtBracket)
    defer { (alphabet, endsAtBracket) = (outerAlphabet, outerEnd) }
    endsAtBracket = false
    var row = [fence(readDelimiter(behind: start), .opening)]
    while true {
      row += readRow()
      let end = token
      switch construct {
      case .middle:
        advance()
        // What stands before is closed by it, and what follows opened.
        row.append(fence(readDelimiter(behind: end), .opening))
      case .right:
        advance()
        row.append(fence(readDelimiter(behind: end), .closing))
        return MathAtom(nucleus: .fenced(row), kind: .inner)
      default:
        report("'\\left' has no '\\right'", start.start, start.end)
        return MathAtom(nucleus: .nothing)
      }
    }
  }

  /// Reads a delimiter.
  ///
  /// - Returns: the character, empty for `.`; `nil` when there is none, which is told.
  mutating func readDelimiter(behind command: TeXToken) -> String? {
    var delimiter: String?
    switch token.kind {
    case .character("."): delimiter = ""
    case .character("<"): delimiter = "⟨"
    case .character(">"): delimiter = "⟩"
    case .character(let scalar) where Self.plainDelimiters.contains(scalar):
      delimiter = String(scalar)
    case .command:
      switch TeXCommands.command(name) {
      case .symbol(let text, .opening), .symbol(let text, .closing): delimiter = text
      case .symbol(let text, _) where Self.otherDelimiters.contains(text): delimiter = text
      case .letter("\\", _): delimiter = "\\"
      default: break
      }
    default: break
    }
    guard let delimiter else {
      let name = lexer.text(command.start..<command.end)
      report("delimiter missing behind '\(name)'", token.start, token.end)
      return nil
    }
    advance()
    return delimiter
  }

  private func fence(_ delimiter: String?, _ kind: MathAtom.Kind) -> MathAtom {
    guard let delimiter, !delimiter.isEmpty else { return MathAtom(nucleus: .nothing, kind: kind) }
    return MathAtom(nucleus: .symbol(delimiter, .fence), kind: kind)
  }

  private static let plainDelimiters: Set<Unicode.Scalar> = [
    "(", ")", "[", "]", "|", "/", "⟨", "⟩", "⌈", "⌉", "⌊", "⌋", "‖",
  ]
  private static let otherDelimiters: Set<String> = ["|", "‖", "↑", "↓", "↕", "⇑", "⇓", "⇕"]
}
