internal import Markdown

/// Finds formulas that cannot be read, which a page then shows as their source.
enum FormulaCheck {
  static func diagnostics(_ document: Document, in source: SourceFile) -> [Diagnostic] {
    var found: [Diagnostic] = []
    func tell(_ tex: String, isDisplay: Bool, place: (Int, Int) -> SourcePosition) {
      for problem in Formula(tex: tex, isDisplay: isDisplay).problems {
        let before = tex.utf8.prefix(problem.offset)
        let line = before.count { $0 == 0x0A }
        let lineStart = before.lastIndex(of: 0x0A).map { before.index(after: $0) }
        let column = before[(lineStart ?? before.startIndex)...].count
        found.append(
          Diagnostic(
            path: source.path, position: source.filePosition(place(line, column)),
            severity: .error, message: problem.message, rule: "formula",
            mend: problem.replacement.map { "write `\($0)`" }))
      }
    }
    func walk(_ inlines: [Inline]) {
      for inline in inlines {
        switch inline.content {
        case .math(let tex, let isDisplay):
          tell(tex, isDisplay: isDisplay) { line, column in
            let dollars = isDisplay ? 2 : 1
            return line == 0
              ? SourcePosition(
                line: inline.start.line, column: inline.start.column + dollars + column)
              : SourcePosition(line: inline.start.line + line, column: column + 1)
          }
        case .emphasis(let children), .strong(let children), .strikethrough(let children),
          .link(_, _, let children), .image(_, _, let children):
          walk(children)
        case .text, .softBreak, .lineBreak, .code, .html, .footnoteReference, .abbreviation: break
        }
      }
    }
    document.blocksAndNotes.visit { block in
      switch block.content {
      case .paragraph(let inlines), .heading(_, _, let inlines): walk(inlines)
      case .table(let table):
        for row in [table.header] + table.rows {
          for cell in row.cells { walk(cell) }
        }
      case .math(let math):
        tell(math.literal, isDisplay: true) { line, column in
          guard math.lineStarts.indices.contains(line) else { return block.range.start }
          let start = math.lineStarts[line]
          return SourcePosition(line: start.line, column: start.column + column)
        }
      case .blockQuote, .alert, .list, .definitionList, .codeBlock, .htmlBlock, .thematicBreak:
        break
      }
    }
    return found
  }
}
