/// Commands that are read each in a way of its own.
extension FormulaReader {
  mutating func read(
    _ construct: TeXCommand.Construct, _ start: TeXToken, _ row: inout [MathAtom]
  ) {
    switch construct {
    case .frac, .dfrac, .cfrac, .tfrac: row.append(readFraction(construct))
    case .binom, .dbinom, .tbinom:
      row.append(Self.binomial(readFraction(construct)))
    case .over, .atop, .choose:
      let numerator = row
      let denominator = readRow()
      let fraction = MathAtom(
        nucleus: .fraction(numerator, denominator, hasLine: construct == .over, style: nil))
      row = [construct == .choose ? Self.binomial(fraction) : fraction]
    case .sqrt:
      let index = readOptionalArgument()
      row.append(MathAtom(nucleus: .radical(readArgument(), index: index)))
    case .left: row.append(readFenced(start))
    case .begin: readEnvironment(start, &row)
    case .limits, .nolimits, .displaylimits: setLimits(construct, start, &row)
    case .not: row.append(readNegation(start))
    case .overset, .stackrel, .underset: row.append(readSet(construct))
    case .substack: row.append(readSubstack(start))
    case .operatorname: row.append(readOperatorName(start))
    case .tag: row.append(MathAtom(nucleus: .tag(readTag(start))))
    case .label: _ = readRawArgument(start)
    case .notag, .nonumber: break
    case .bmod: row.append(MathAtom(nucleus: .symbol("mod", .natural), kind: .binary))
    case .pmod, .pod, .mod: readModulus(construct, &row)
    case .phantom: row.append(MathAtom(nucleus: .phantom(readArgument())))
    case .boxed: row.append(MathAtom(nucleus: .boxed(readArgument())))
    case .hspace: readSpace(start, &row)
    case .right, .middle, .end, .newLine, .carriageReturn, .hline: break
    }
  }

  private mutating func readFraction(_ construct: TeXCommand.Construct) -> MathAtom {
    let numerator = readArgument()
    let denominator = readArgument()
    let (style, hasLine): (MathStyle?, Bool) =
      switch construct {
      case .dfrac, .cfrac: (.display, true)
      case .tfrac: (.text, true)
      case .dbinom: (.display, false)
      case .tbinom: (.text, false)
      case .binom: (nil, false)
      default: (nil, true)
      }
    return MathAtom(nucleus: .fraction(numerator, denominator, hasLine: hasLine, style: style))
  }

  private static func binomial(_ fraction: MathAtom) -> MathAtom {
    let opening = MathAtom(nucleus: .symbol("(", .fence), kind: .opening)
    let closing = MathAtom(nucleus: .symbol(")", .fence), kind: .closing)
    return MathAtom(nucleus: .fenced([opening, fraction, closing]))
  }

  private mutating func setLimits(
    _ construct: TeXCommand.Construct, _ start: TeXToken, _ row: inout [MathAtom]
  ) {
    guard let last = row.last, last.kind == .operator else {
      let name = lexer.text(start.start..<start.end)
      report("'\(name)' stands behind no operator", start.start, start.end)
      return
    }
    row[row.count - 1].limits =
      construct == .limits ? .above : construct == .nolimits ? .beside : .aboveInDisplay
  }

  /// `\not` strikes the relation behind it through.
  private mutating func readNegation(_ start: TeXToken) -> MathAtom {
    let argument = readArgument()
    guard argument.count == 1, case .symbol(let text, _) = argument[0].nucleus else {
      if !argument.isEmpty || problems.isEmpty {
        report("'\\not' stands before no symbol", start.start, start.end)
      }
      return MathAtom(nucleus: .nothing)
    }
    return MathAtom(
      nucleus: .symbol(TeXSymbols.negations[text] ?? text + "\u{338}", .natural),
      kind: argument[0].kind)
  }

  private mutating func readSet(_ construct: TeXCommand.Construct) -> MathAtom {
    let script = readArgument()
    let base = readArgument()
    let isUnder = construct == .underset
    // \stackrel makes a relation; the others are what they stand on.
    let kind = construct == .stackrel ? .relation : base.count == 1 ? base[0].kind : .ordinary
    return MathAtom(
      nucleus: .underOver(base, under: isUnder ? script : nil, over: isUnder ? nil : script),
      kind: kind)
  }

  private mutating func readModulus(
    _ construct: TeXCommand.Construct, _ row: inout [MathAtom]
  ) {
    let modulus = readArgument()
    row.append(MathAtom(nucleus: .space("1em")))
    if construct != .mod {
      row.append(MathAtom(nucleus: .symbol("(", .natural), kind: .opening))
    }
    if construct != .pod {
      row.append(MathAtom(nucleus: .identifier("mod", isUpright: false)))
      row.append(MathAtom(nucleus: .space("0.3333em")))
    }
    row += modulus
    if construct != .mod {
      row.append(MathAtom(nucleus: .symbol(")", .natural), kind: .closing))
    }
  }

  /// `\hspace{1em}` and `\hspace*{…}`.
  private mutating func readSpace(_ start: TeXToken, _ row: inout [MathAtom]) {
    _ = skip("*")
    guard let range = readRawArgument(start) else { return }
    if TeXLength.isValid(lexer.bytes[range]) {
      row.append(MathAtom(nucleus: .space(lexer.text(range))))
    } else {
      report(
        "length is a number and one of em, ex, pt, cm, mm, in", range.lowerBound, range.upperBound)
    }
  }
}

/// A length as TeX and CSS both write it.
enum TeXLength {
  static func isValid(_ bytes: ArraySlice<UInt8>) -> Bool {
    let unit = bytes.suffix(2)
    var number = bytes.dropLast(2)
    if number.first == UInt8(ascii: "-") { number.removeFirst() }
    let parts = number.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return ["em", "ex", "pt", "cm", "mm", "in"].contains { unit.elementsEqual($0.utf8) }
      && parts.count <= 2 && parts.last?.isEmpty == false
      && number.allSatisfy { $0.isASCIIDigit || $0 == UInt8(ascii: ".") } && number.count <= 12
  }
}
