internal import Markdown

/// Finds formulas that cannot be read, which a page then shows as their source.
enum FormulaCheck {
  static func diagnostics(_ document: Document, in source: SourceFile) -> [Diagnostic] {
    var formulas: [Found] = []
    document.blocksAndNotes.visit { block in
      switch block.content {
      case .paragraph(let inlines), .heading(_, _, let inlines): find(in: inlines, &formulas)
      case .table(let table):
        for cell in table.header.cells { find(in: cell, &formulas) }
        for row in table.rows { for cell in row.cells { find(in: cell, &formulas) } }
      case .math(let math):
        formulas.append(
          Found(
            tex: math.literal, isDisplay: true, start: block.range.start, lines: math.lineStarts))
      case .blockQuote, .alert, .list, .definitionList, .codeBlock, .htmlBlock, .thematicBreak:
        break
      }
    }
    return formulas.flatMap { formula in
      Formula(tex: formula.tex, isDisplay: formula.isDisplay).problems.map { problem in
        Diagnostic(
          path: source.path, position: source.filePosition(formula.place(of: problem.offset)),
          severity: .error, message: problem.message, rule: "formula",
          mend: problem.replacement.map { "write `\($0)`" })
      }
    }
  }

  /// A formula of the document.
  private struct Found {
    var tex: String
    var isDisplay: Bool
    /// Where it or its block begins.
    var start: SourcePosition
    /// Where the lines of a block's formula begin; `nil` for one that stands in a text.
    var lines: [SourcePosition]?

    /// - Parameter offset: in bytes of the formula.
    func place(of offset: Int) -> SourcePosition {
      let before = tex.utf8.prefix(offset)
      let line = before.count { $0 == 0x0A }
      let lineStart = before.lastIndex(of: 0x0A).map { before.index(after: $0) }
      let column = before[(lineStart ?? before.startIndex)...].count
      if let lines {
        guard lines.indices.contains(line) else { return start }
        return SourcePosition(line: lines[line].line, column: lines[line].column + column)
      }
      let dollars = isDisplay ? 2 : 1
      return line == 0
        ? SourcePosition(line: start.line, column: start.column + dollars + column)
        : SourcePosition(line: start.line + line, column: column + 1)
    }
  }

  private static func find(in inlines: [Inline], _ formulas: inout [Found]) {
    for inline in inlines {
      switch inline.content {
      case .math(let tex, let isDisplay):
        formulas.append(Found(tex: tex, isDisplay: isDisplay, start: inline.start))
      case .emphasis(let children), .strong(let children), .strikethrough(let children),
        .link(_, _, let children), .image(_, _, let children):
        find(in: children, &formulas)
      case .text, .softBreak, .lineBreak, .code, .html, .footnoteReference, .abbreviation: break
      }
    }
  }
}
