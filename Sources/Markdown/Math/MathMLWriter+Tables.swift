/// Tables.
///
/// MathML Core leaves alignment and lines to CSS, and the site's policy allows no `style` attributes:
/// classes name what ``Formula/styleSheet`` has rules for.
extension MathMLWriter {
  mutating func write(_ table: MathTable, _ style: MathStyle) {
    let environment = table.environment
    if environment.layout == .smallMatrix, !style.isScript {
      return writeStyled(.script, from: style) { $0.write(table, .script) }
    }
    let isDisplay = environment.isDisplay
    var attributes = " class=\"\(environment.layout.rawValue)\""
    if isDisplay { attributes += " displaystyle=\"true\"" }
    let inner: MathStyle = isDisplay ? .display : style.isScript ? style : .text
    element("mtable", attributes) { writer in
      for (index, row) in table.rows.enumerated() {
        let isLast = index == table.rows.count - 1
        writer.write(row, in: table, isLast: isLast, inner)
      }
    }
  }

  private mutating func write(
    _ row: MathTable.Row, in table: MathTable, isLast: Bool, _ style: MathStyle
  ) {
    element("mtr") { writer in
      for (index, cell) in row.cells.enumerated() {
        let column = index < table.columns.count ? table.columns[index] : nil
        let classes = Self.classes(
          column, hasLineAbove: row.hasLineAbove, hasLineBelow: isLast && table.hasLineBelow)
        writer.element("mtd", classes) { writer in
          // amsmath begins the second column of a pair with an empty atom, so that the relation in
          // front has its space.
          let isRight = table.environment.layout == .aligned && index % 2 == 1
          writer.writeRow(isRight ? [MathAtom(nucleus: .nothing)] + cell : cell, style)
        }
      }
      if let tag = row.tag {
        writer.element("mtd", " class=\"math-tag\"") { $0.writeText(tag, style) }
      }
    }
  }

  private static func classes(
    _ column: MathTable.Column?, hasLineAbove: Bool, hasLineBelow: Bool
  ) -> String {
    var classes: [String] = []
    if let column {
      if column.alignment != .center { classes.append("math-\(column.alignment.rawValue)") }
      if column.hasLineBefore { classes.append("math-line-before") }
      if column.hasLineAfter { classes.append("math-line-after") }
    }
    if hasLineAbove { classes.append("math-line-above") }
    if hasLineBelow { classes.append("math-line-below") }
    return classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\""
  }
}
