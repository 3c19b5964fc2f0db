/// Characters, numbers and scripts.
extension FormulaReader {
  /// Reads what is neither command nor script. The token is used.
  mutating func readPlainAtom() -> MathAtom? {
    switch token.kind {
    case .open: return MathAtom(nucleus: .group(readGroup()))
    case .character, .tie: return readCharacter(isAlone: false)
    default:
      reportStray()
      return nil
    }
  }

  /// - Parameter isAlone: whether one character is wanted and not the whole of a number or a word.
  mutating func readCharacter(isAlone: Bool) -> MathAtom? {
    guard case .character(let scalar) = token.kind else {
      advance()
      return MathAtom(nucleus: .space("0.25em"))
    }
    if scalar.isASCIIDigit || scalar == "." && lexer.byte(token.end)?.isASCIIDigit == true {
      return readNumber()
    }
    if scalar.isASCIILetter { return readWord(isAlone: isAlone) }
    advance()
    if let (symbol, kind) = Self.characters[scalar] {
      return MathAtom(nucleus: .symbol(symbol, .natural), kind: kind)
    }
    if let command = TeXCommands.command(for: scalar) { return atom(of: command) }
    return readForeign(scalar)
  }

  /// `3.14` and `1{,}000` are one number.
  private mutating func readNumber() -> MathAtom {
    var text = ""
    var position = token.start
    while let byte = lexer.byte(position) {
      if byte.isASCIIDigit {
        text += letters(Unicode.Scalar(byte))
        position += 1
      } else if byte == UInt8(ascii: "."), lexer.byte(position + 1)?.isASCIIDigit == true {
        text += "."
        position += 1
      } else if byte == UInt8(ascii: "{"), lexer.byte(position + 1) == UInt8(ascii: ","),
        lexer.byte(position + 2) == UInt8(ascii: "}"),
        lexer.byte(position + 3)?.isASCIIDigit == true
      {
        text += ","
        position += 3
      } else {
        break
      }
    }
    lexer.position = position
    advance()
    return MathAtom(nucleus: .number(text))
  }

  /// Letters side by side are factors, but a word where an alphabet is named.
  private mutating func readWord(isAlone: Bool) -> MathAtom {
    var end = token.start + 1
    if alphabet != nil, !isAlone {
      while let byte = lexer.byte(end), byte.isASCIILetter { end += 1 }
    }
    var text = ""
    for byte in lexer.bytes[token.start..<end] { text += letters(Unicode.Scalar(byte)) }
    lexer.position = end
    let isOneLetter = end == token.start + 1
    advance()
    guard alphabet == .italic else {
      return MathAtom(nucleus: .identifier(text, isUpright: alphabet == .upright && isOneLetter))
    }
    // One letter is italic by itself.
    return MathAtom(nucleus: .identifier(text, isUpright: false))
  }

  /// A character in the present alphabet.
  func letters(_ scalar: Unicode.Scalar) -> String {
    String(alphabet?.letter(scalar) ?? scalar)
  }

  /// Letters of other scripts, with the marks that follow them.
  private mutating func readForeign(_ scalar: Unicode.Scalar) -> MathAtom {
    var text = String(scalar)
    while case .character(let mark) = token.kind,
      mark.properties.generalCategory == .nonspacingMark
    {
      text.unicodeScalars.append(mark)
      advance()
    }
    if scalar.properties.isAlphabetic {
      return MathAtom(nucleus: .identifier(text, isUpright: false))
    }
    return MathAtom(nucleus: .text([.text(text, .roman)]))
  }

  /// Reads `^`, `_` and primes onto the last atom, or onto nothing where there is none.
  mutating func readScripts(_ row: inout [MathAtom]) {
    if row.last.map({ $0.isSpace }) ?? true { row.append(MathAtom(nucleus: .nothing)) }
    let start = token
    let isSubscript = token.kind == .subscript
    let script = token.kind == .prime ? readPrimes() : readScript()
    let last = row.count - 1
    if isSubscript ? row[last].subscript != nil : row[last].superscript != nil {
      let name = isSubscript ? "subscript" : "superscript"
      report("second \(name); braces tell what it belongs to", start.start, start.end)
    } else if isSubscript {
      row[last].subscript = script
    } else {
      row[last].superscript = script
    }
  }

  private mutating func readScript() -> [MathAtom] {
    advance()
    return readArgument()
  }

  /// `f''` and `f'^2`: primes and what follows them are one superscript.
  private mutating func readPrimes() -> [MathAtom] {
    var count = 0
    while token.kind == .prime {
      count += 1
      advance()
    }
    let primes = ["′", "″", "‴", "⁗"]
    var row: [MathAtom] = []
    while count > 0 {
      let some = min(count, 4)
      row.append(MathAtom(nucleus: .symbol(primes[some - 1], .natural)))
      count -= some
    }
    if token.kind == .superscript { row += readScript() }
    return row
  }

  private static let characters: [Unicode.Scalar: (String, MathAtom.Kind)] = [
    "+": ("+", .binary), "-": ("−", .binary), "*": ("∗", .binary), "=": ("=", .relation),
    "<": ("<", .relation), ">": (">", .relation), ":": (":", .relation), ",": (",", .punctuation),
    ";": (";", .punctuation), "(": ("(", .opening), "[": ("[", .opening), ")": (")", .closing),
    "]": ("]", .closing), "!": ("!", .closing), "?": ("?", .closing), "|": ("|", .ordinary),
    "/": ("/", .ordinary), ".": (".", .ordinary), "@": ("@", .ordinary), "\"": ("”", .ordinary),
    "`": ("‘", .opening), "−": ("−", .binary), "…": ("…", .inner),
  ]
}

extension Unicode.Scalar {
  var isASCIILetter: Bool { isASCII && UInt8(truncatingIfNeeded: value).isASCIILetter }
  var isASCIIDigit: Bool { isASCII && UInt8(truncatingIfNeeded: value).isASCIIDigit }
}
