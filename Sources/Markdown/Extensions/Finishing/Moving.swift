/// Changing the places in a part of a tree.
extension Inline {
  func moved(_ place: (SourcePosition) -> SourcePosition) -> Inline {
    let children = self.children.map { $0.moved(place) }
    return Inline(content.with(children), start: place(start))
  }
}

extension Inline.Content {
  /// The same with other pieces in it.
  func with(_ children: [Inline]) -> Inline.Content {
    switch self {
    case .emphasis: .emphasis(children)
    case .strong: .strong(children)
    case .strikethrough: .strikethrough(children)
    case .link(let destination, let title, _):
      .link(destination: destination, title: title, children)
    case .image(let source, let title, _): .image(source: source, title: title, children)
    case .text, .softBreak, .lineBreak, .code, .html, .footnoteReference, .math, .abbreviation: self
    }
  }
}

extension SourceRange {
  func moved(_ place: (SourcePosition) -> SourcePosition) -> SourceRange {
    let start = place(self.start)
    return SourceRange(start: start, end: max(start, place(end)))
  }

  mutating func moveEnd(to end: SourcePosition) { self.end = max(start, end) }
}

extension Table.Row {
  func moved(_ place: (SourcePosition) -> SourcePosition) -> Table.Row {
    let cells = cells.map { cell in cell.map { $0.moved(place) } }
    return Table.Row(cells: cells, range: range.moved(place))
  }
}

extension Block {
  func moved(_ place: (SourcePosition) -> SourcePosition) -> Block {
    var content = content
    switch content {
    case .paragraph(let inlines): content = .paragraph(inlines.map { $0.moved(place) })
    case .heading(let level, let id, let inlines):
      content = .heading(level: level, id: id, inlines.map { $0.moved(place) })
    case .blockQuote(let blocks): content = .blockQuote(blocks.map { $0.moved(place) })
    case .alert(var alert):
      alert.blocks = alert.blocks.map { $0.moved(place) }
      content = .alert(alert)
    case .list(var list):
      for index in list.items.indices {
        list.items[index].blocks = list.items[index].blocks.map { $0.moved(place) }
        list.items[index].range = list.items[index].range.moved(place)
      }
      content = .list(list)
    case .codeBlock(var code):
      code.infoStart = place(code.infoStart)
      code.lineStarts = code.lineStarts.map(place)
      content = .codeBlock(code)
    case .math(var math):
      math.lineStarts = math.lineStarts.map(place)
      content = .math(math)
    case .table(var table):
      table.header = table.header.moved(place)
      table.rows = table.rows.map { $0.moved(place) }
      content = .table(table)
    // Definition lists are found when all is in its place.
    case .htmlBlock, .thematicBreak, .definitionList: break
    }
    return Block(content, range: range.moved(place))
  }

  /// Lets a container end where its last child does.
  mutating func endWithLastChild() {
    switch content {
    case .blockQuote(let blocks): if let last = blocks.last { range.moveEnd(to: last.range.end) }
    case .list(let list): if let last = list.items.last { range.moveEnd(to: last.range.end) }
    default: break
    }
  }
}
