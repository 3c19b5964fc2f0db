internal import Markdown

/// Goes through a document for links and ids; places are those of the page's text.
struct LinkWalk {
  private(set) var links: [PageLink] = []
  private(set) var ids: Set<String> = []

  init(_ document: Document) {
    add(document.blocks)
    for note in document.footnotes {
      ids.insert("fn-\(note.label)")
      for count in 1...max(1, note.referenceCount) {
        ids.insert(count == 1 ? "fnref-\(note.label)" : "fnref-\(note.label)-\(count)")
      }
      add(note.blocks)
    }
  }

  private mutating func add(_ blocks: [Block]) {
    for block in blocks {
      switch block.content {
      case .paragraph(let inlines), .heading(_, _, let inlines): add(inlines)
      case .table(let table):
        for cell in table.header.cells { add(cell) }
        for row in table.rows { for cell in row.cells { add(cell) } }
      case .htmlBlock(let html):
        // The first line has the blanks before the block, which the others may have too.
        let indent = html.utf8.prefix { $0 == 0x20 || $0 == 0x09 }.count
        let column = max(1, block.range.start.column - indent)
        add(html: html, SourcePosition(line: block.range.start.line, column: column), column)
      case .codeBlock, .thematicBreak, .math: break
      case .list(let list): for item in list.items { add(item.blocks) }
      case .blockQuote, .alert, .definitionList: add(block.children)
      }
    }
  }

  private mutating func add(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline.content {
      case .link(let destination, _, let children):
        add(destination, .link, inline.start)
        add(children)
      case .image(let destination, _, let children):
        add(destination, .image, inline.start)
        add(children)
      case .html(let html): add(html: html, inline.start, 1)
      case .emphasis(let children), .strong(let children), .strikethrough(let children):
        add(children)
      case .text, .softBreak, .lineBreak, .code, .footnoteReference, .math, .abbreviation: break
      }
    }
  }

  private mutating func add(
    _ destination: String, _ kind: PageLink.Kind, _ position: SourcePosition
  ) {
    links.append(PageLink(destination: destination, kind: kind, position: position))
  }

  /// - Parameter column: where lines of the HTML after the first begin.
  private mutating func add(html: String, _ start: SourcePosition, _ column: Int) {
    var position = start
    var done = html.utf8.startIndex
    for attribute in HTMLAttributeScanner.attributes(in: html) {
      switch attribute.name {
      case "id": ids.insert(attribute.value)
      case "name": if attribute.tag == "a" { ids.insert(attribute.value) }
      default:
        let end = html.utf8.index(html.utf8.startIndex, offsetBy: attribute.range.lowerBound)
        for byte in html.utf8[done..<end] {
          if byte == 0x0A {
            position = SourcePosition(line: position.line + 1, column: column)
          } else {
            position.column += 1
          }
        }
        done = end
        add(attribute.value, attribute.name == "href" ? .link : .image, position)
      }
    }
  }
}
