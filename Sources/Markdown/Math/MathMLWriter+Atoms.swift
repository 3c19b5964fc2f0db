/// Atoms as elements: each is exactly one.
extension MathMLWriter {
  mutating func write(_ atom: MathAtom, _ style: MathStyle, _ place: Place) {
    guard let name = scriptElement(atom, style) else { return writeNucleus(atom, style, place) }
    element(name) { writer in
      writer.writeNucleus(atom, style, place)
      if let script = atom.subscript { writer.writeGroup(script, style.ofScripts) }
      if let script = atom.superscript { writer.writeGroup(script, style.ofScripts) }
    }
  }

  private func scriptElement(_ atom: MathAtom, _ style: MathStyle) -> String? {
    let isAbove: Bool =
      switch atom.limits {
      case .beside: false
      case .aboveInDisplay: style == .display
      case .above: true
      }
    switch (atom.subscript != nil, atom.superscript != nil) {
    case (false, false): return nil
    case (true, false): return isAbove ? "munder" : "msub"
    case (false, true): return isAbove ? "mover" : "msup"
    case (true, true): return isAbove ? "munderover" : "msubsup"
    }
  }

  private mutating func writeNucleus(_ atom: MathAtom, _ style: MathStyle, _ place: Place) {
    switch atom.nucleus {
    case .nothing: output.append(html: "<mrow></mrow>")
    case .identifier(let text, let isUpright): token("mi", text, isUpright ? Self.normal : "")
    case .number(let text): token("mn", text)
    case .function(let text):
      token("mi", text, text.unicodeScalars.count == 1 ? Self.normal : "")
    case .symbol(let text, let stretch):
      let movesLimits = atom.limits == .above && style != .display
      writeOperator(text, stretch, place, movesLimits ? " movablelimits=\"false\"" : "")
    case .text(let pieces): writeText(pieces, style)
    case .tag(let pieces):
      element("mrow") { writer in
        writer.writeSpace("2em")
        writer.writeText(pieces, style)
      }
    case .space(let width): writeSpace(width)
    case .group(let atoms): writeGroup(atoms, style, .braced)
    case .fenced(let atoms): element("mrow") { $0.writeRow(atoms, style) }
    case .fraction(let numerator, let denominator, let hasLine, let size):
      writeFraction(numerator, denominator, hasLine, size, style)
    case .radical(let atoms, nil): element("msqrt") { $0.writeRow(atoms, style) }
    case .radical(let atoms, let index?):
      element("mroot") { writer in
        writer.writeGroup(atoms, style, .braced)
        writer.writeGroup(index, .scriptScript)
      }
    case .accent(let atoms, let accent): writeAccent(atoms, accent, style)
    case .underOver(let base, let under, let over):
      writeUnderOver(under, over, style) { writer in
        if base.count == 1, case .symbol(let text, _) = base[0].nucleus {
          // An arrow is not to grow with the text above it.
          writer.writeOperator(text, .never, place)
        } else {
          writer.writeGroup(base, style, place)
        }
      }
    case .arrow(let arrow, let under, let over):
      writeUnderOver(under.map(Self.padded), over.map(Self.padded), style) { writer in
        writer.writeOperator(arrow, .fence, .braced)
      }
    case .table(let table): write(table, style)
    case .styled(let inner, let atoms):
      writeStyled(inner, from: style) { $0.writeRow(atoms, inner) }
    case .sized(let size, let atoms):
      element("mstyle", " mathsize=\"\(size)\"") { $0.writeRow(atoms, style) }
    case .phantom(let atoms): element("mphantom") { $0.writeRow(atoms, style) }
    case .boxed(let atoms):
      element("mrow", " class=\"math-boxed\"") { $0.writeRow(atoms, style) }
    }
  }

  /// An arrow is longer than its text.
  private static func padded(_ text: [MathAtom]) -> [MathAtom] {
    let space = MathAtom(nucleus: .space("0.5em"))
    return [space] + text + [space]
  }

  private mutating func writeFraction(
    _ numerator: [MathAtom], _ denominator: [MathAtom], _ hasLine: Bool, _ size: MathStyle?,
    _ style: MathStyle
  ) {
    guard let size, size != style else {
      return element("mfrac", hasLine ? "" : " linethickness=\"0\"") { writer in
        writer.writeGroup(numerator, style.ofFraction)
        writer.writeGroup(denominator, style.ofFraction)
      }
    }
    writeStyled(size, from: style) {
      $0.writeFraction(numerator, denominator, hasLine, nil, size)
    }
  }

  /// Writes an element in another style than the one around it.
  mutating func writeStyled(
    _ style: MathStyle, from outer: MathStyle, _ content: (inout MathMLWriter) -> Void
  ) {
    var attributes = " displaystyle=\"\(style == .display)\""
    let level = max(0, style.rawValue - 1)
    if level != max(0, outer.rawValue - 1) { attributes += " scriptlevel=\"\(level)\"" }
    element("mstyle", attributes, content)
  }

  private mutating func writeAccent(
    _ atoms: [MathAtom], _ accent: MathAtom.Accent, _ style: MathStyle
  ) {
    let (name, attribute) =
      accent.isUnder ? ("munder", " accentunder=\"true\"") : ("mover", " accent=\"true\"")
    element(name, attribute) { writer in
      writer.writeGroup(atoms, style, .braced)
      let attribute = " stretchy=\"\(accent.isWide)\""
      if accent.isSmall {
        writer.element("mstyle", " scriptlevel=\"+2\"") {
          $0.token("mo", accent.mark, attribute)
        }
      } else {
        writer.token("mo", accent.mark, attribute)
      }
    }
  }

  private mutating func writeUnderOver(
    _ under: [MathAtom]?, _ over: [MathAtom]?, _ style: MathStyle,
    base: (inout MathMLWriter) -> Void
  ) {
    let name = under == nil ? "mover" : over == nil ? "munder" : "munderover"
    element(name) { writer in
      base(&writer)
      if let under { writer.writeGroup(under, style.ofScripts) }
      if let over { writer.writeGroup(over, style.ofScripts) }
    }
  }

  mutating func writeText(_ pieces: [MathAtom.TextPiece], _ style: MathStyle) {
    if pieces.count == 1 { return write(pieces[0], style) }
    element("mrow") { writer in
      for piece in pieces { writer.write(piece, style) }
    }
  }

  private mutating func write(_ piece: MathAtom.TextPiece, _ style: MathStyle) {
    switch piece {
    case .math(let atoms): writeGroup(atoms, style == .display ? .text : style)
    case .text(let text, let font):
      element("mtext") { writer in
        if font == .roman {
          writer.writeKeepingEdges(text)
        } else {
          writer.element(font.rawValue) { $0.writeKeepingEdges(text) }
        }
      }
    }
  }

  /// Blanks at the edges of a text are not shown unless they are no-break spaces.
  private mutating func writeKeepingEdges(_ text: String) {
    let inner = text.utf8.drop { $0 == UInt8(ascii: " ") }
    if inner.startIndex > text.startIndex { output.append(html: "\u{A0}") }
    let last = inner.lastIndex { $0 != UInt8(ascii: " ") }
    guard let last else { return }
    output.append(escaping: text[inner.startIndex...last])
    if inner.index(after: last) < inner.endIndex { output.append(html: "\u{A0}") }
  }

  mutating func token(_ name: String, _ text: String, _ attributes: String = "") {
    element(name, attributes) { $0.output.append(escaping: text) }
  }

  private static let normal = " mathvariant=\"normal\""
}
