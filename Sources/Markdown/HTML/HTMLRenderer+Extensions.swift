extension HTMLRenderer {
  mutating func render(_ table: Table) {
    line("<table>\n", "</table>") { renderer in
      renderer.output.append(html: "<thead>\n")
      renderer.render(table.header, isHeader: true, table.alignments)
      renderer.output.append(html: "</thead>\n")
      guard !table.rows.isEmpty else { return }
      renderer.output.append(html: "<tbody>\n")
      for row in table.rows { renderer.render(row, isHeader: false, table.alignments) }
      renderer.output.append(html: "</tbody>\n")
    }
  }

  private mutating func render(
    _ row: Table.Row, isHeader: Bool, _ alignments: [Table.Alignment?]
  ) {
    output.append(html: "<tr>\n")
    for (cell, alignment) in zip(row.cells, alignments) {
      output.append(html: isHeader ? "<th" : "<td")
      if let alignment {
        output.append(html: isCurrent ? " class=\"align-" : " align=\"")
        output.append(html: alignment.rawValue)
        output.append(UInt8(ascii: "\""))
      }
      output.append(UInt8(ascii: ">"))
      render(cell)
      output.append(html: isHeader ? "</th>\n" : "</td>\n")
    }
    output.append(html: "</tr>\n")
  }

  mutating func render(_ alert: Alert) {
    let kind = alert.kind.rawValue
    line("<div class=\"markdown-alert markdown-alert-\(kind)\">\n", "</div>") { renderer in
      let title = kind.prefix(1).uppercased() + kind.dropFirst()
      renderer.output.append(html: "<p class=\"markdown-alert-title\">\(title)</p>\n")
      renderer.render(alert.blocks)
      renderer.startLine()
    }
  }

  /// Writes a formula, as ``formula`` has it or else as its source.
  mutating func render(tex: String, isDisplay: Bool) {
    if let html = formula?(tex, isDisplay) {
      output.append(html: html)
    } else {
      output.append(html: "<code class=\"math\">")
      output.append(escaping: tex)
      output.append(html: "</code>")
    }
  }

  mutating func render(_ math: MathBlock) {
    line("<div class=\"math\">", "</div>") { $0.render(tex: math.literal, isDisplay: true) }
  }

  /// A task's box; a blank stands between it and the text.
  mutating func renderBox(isChecked: Bool) {
    let name = isCurrent ? " aria-label=\"\(isChecked ? "Done" : "To do")\"" : ""
    output.append(
      html:
        "<input type=\"checkbox\" \(isChecked ? "checked=\"\" " : "")disabled=\"\"\(name)\(voidEnd) "
    )
  }

  mutating func render(_ list: DefinitionList) {
    line("<dl>\n", "</dl>") { renderer in
      for group in list.groups {
        for term in group.terms {
          renderer.line("<dt>", "</dt>") { $0.render(term, inTightList: true) }
        }
        for definition in group.definitions {
          renderer.line("<dd>", "</dd>") { renderer in
            for block in definition.blocks {
              renderer.render(block, inTightList: definition.isTight)
            }
          }
        }
      }
    }
  }

  mutating func render(abbreviation: String, title: String) {
    output.append(html: "<abbr title=\"")
    output.append(escaping: title)
    output.append(html: "\">")
    output.append(escaping: abbreviation)
    output.append(html: "</abbr>")
  }

  // MARK: Notes

  mutating func renderReference(number: Int, occurrence: Int) {
    let id = Self.referenceID(number, occurrence)
    output.append(
      html: "<sup class=\"footnote-ref\"><a href=\"#fn\(number)\" id=\"\(id)\">\(number)</a></sup>")
  }

  /// Writes the notes as a section of their own; nothing when there are none.
  public mutating func render(_ footnotes: [Footnote]) {
    guard !footnotes.isEmpty else { return }
    let element = isCurrent ? "div" : "section"
    let role = isCurrent ? " role=\"doc-endnotes\" aria-label=\"Notes\"" : ""
    line("<\(element) class=\"footnotes\"\(role)>\n<ol>\n", "</ol>\n</\(element)>") { renderer in
      for note in footnotes {
        renderer.line("<li id=\"fn\(note.number)\">\n", "</li>") { $0.renderContent(of: note) }
      }
    }
  }

  /// The links back stand at the end of the last paragraph, or after a block of another kind.
  private mutating func renderContent(of note: Footnote) {
    var blocks = note.blocks
    guard case .paragraph(let inlines)? = blocks.last?.content else {
      render(blocks)
      startLine()
      renderBackLinks(of: note)
      output.append(UInt8(ascii: "\n"))
      return
    }
    blocks.removeLast()
    render(blocks)
    line("<p>", "</p>") { renderer in
      renderer.render(inlines)
      renderer.output.append(UInt8(ascii: " "))
      renderer.renderBackLinks(of: note)
    }
  }

  private mutating func renderBackLinks(of note: Footnote) {
    for occurrence in 1...max(1, note.referenceCount) {
      if occurrence > 1 { output.append(UInt8(ascii: " ")) }
      output.append(
        html:
          "<a href=\"#\(Self.referenceID(note.number, occurrence))\" class=\"footnote-backref\">↩")
      if occurrence > 1 {
        output.append(html: "<sup class=\"footnote-ref\">\(occurrence)</sup>")
      }
      output.append(html: "</a>")
    }
  }

  private static func referenceID(_ number: Int, _ occurrence: Int) -> String {
    occurrence == 1 ? "fnref\(number)" : "fnref\(number)-\(occurrence)"
  }
}
