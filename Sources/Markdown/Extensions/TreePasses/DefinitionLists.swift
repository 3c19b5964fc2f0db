/// Finds definition lists among the paragraphs of a tree.
///
/// A paragraph is one when its first lines are terms and a line below begins with `:` and a blank; so
/// are a line of its own and a paragraph that begins with `:`, one blank line below it. What follows a
/// definition without a blank line belongs to it. A definition is one paragraph: further ones would
/// have to be indented, which CommonMark reads as code.
struct DefinitionLists {
  let source: SourceText

  func applied(to blocks: [Block]) -> [Block] {
    var building = Building()
    building.result.reserveCapacity(blocks.count)
    for block in blocks {
      guard case .paragraph(let inlines) = block.content else {
        building.finish()
        building.result.append(inside(block))
        continue
      }
      guard let reading = DefinitionParagraph(inlines, in: source) else {
        building.hold(block)
        continue
      }
      if !reading.terms.isEmpty {
        if building.held != nil { building.finish() }
        let terms = reading.terms.map { paragraph($0, endingAt: nil) }
        building.add(terms, definitions(reading, in: block, isTight: true), from: block)
      } else if let term = building.held, term.range.start.line == term.range.end.line,
        term.range.end.line + 2 == block.range.start.line
      {
        building.held = nil
        building.add([term], definitions(reading, in: block, isTight: false), from: block)
      } else if building.held == nil, !building.groups.isEmpty {
        building.add([], definitions(reading, in: block, isTight: false), from: block)
      } else {
        building.finish()
        building.result.append(block)
      }
    }
    building.finish()
    return building.result
  }

  /// Blocks, a list behind them that may go on, and a paragraph behind that which may be a term.
  private struct Building {
    var result: [Block] = []
    private(set) var groups: [DefinitionList.Group] = []
    var held: Block?
    private var start: SourcePosition?
    private var end: SourcePosition?

    mutating func finish() {
      if let start, let end {
        let list = DefinitionList(groups: groups)
        result.append(
          Block(.definitionList(list), range: SourceRange(start: start, end: max(start, end))))
      }
      groups = []
      (start, end) = (nil, nil)
      if let held { result.append(held) }
      held = nil
    }

    mutating func hold(_ block: Block) {
      if held != nil { finish() }
      held = block
    }

    /// - Parameter terms: empty for further definitions of those before.
    mutating func add(
      _ terms: [Block], _ definitions: [DefinitionList.Definition], from block: Block
    ) {
      start = start ?? terms.first?.range.start
      end = block.range.end
      if terms.isEmpty {
        groups[groups.count - 1].definitions += definitions
      } else {
        groups.append(DefinitionList.Group(terms: terms, definitions: definitions))
      }
    }
  }

  private func inside(_ block: Block) -> Block {
    var block = block
    switch block.content {
    case .blockQuote(let blocks): block.content = .blockQuote(applied(to: blocks))
    case .alert(var alert):
      alert.blocks = applied(to: alert.blocks)
      block.content = .alert(alert)
    case .list(var list):
      for index in list.items.indices {
        list.items[index].blocks = applied(to: list.items[index].blocks)
      }
      block.content = .list(list)
    case .codeBlock, .htmlBlock, .paragraph, .heading, .thematicBreak, .table, .math,
      .definitionList:
      break
    }
    return block
  }

  private func definitions(
    _ reading: DefinitionParagraph, in block: Block, isTight: Bool
  ) -> [DefinitionList.Definition] {
    reading.definitions.enumerated().map { index, inlines in
      let isLast = index + 1 == reading.definitions.count
      let content = paragraph(inlines, endingAt: isLast ? block.range.end : nil)
      // Of several below each other only the first has the blank line before it.
      return DefinitionList.Definition(blocks: [content], isTight: isTight || index > 0)
    }
  }

  /// - Parameter end: `nil` for the end of the line that the last piece stands in.
  private func paragraph(_ inlines: [Inline], endingAt end: SourcePosition?) -> Block {
    guard let start = inlines.first?.start, let last = inlines.last?.start.line else {
      preconditionFailure("terms and definitions hold something")
    }
    let length = source.line(last).withoutTrailingBlanks.count
    let lineEnd = SourcePosition(line: last, column: max(1, length))
    return Block(
      .paragraph(inlines), range: SourceRange(start: start, end: max(start, end ?? lineEnd)))
  }
}

/// A paragraph with lines that begin with `:`.
struct DefinitionParagraph {
  /// The lines before the first definition.
  private(set) var terms: [[Inline]] = []
  private(set) var definitions: [[Inline]] = []

  /// - Returns: `nil` where no line begins a definition.
  init?(_ inlines: [Inline], in source: SourceText) {
    var line: [Inline] = []
    // The break before a line that goes on with a definition belongs to it.
    var lineBreak: Inline?
    func endLine(_ paragraph: inout DefinitionParagraph) {
      defer { line = [] }
      guard !line.isEmpty else { return }
      if let definition = Self.definition(line, in: source) {
        paragraph.definitions.append(definition)
      } else if let last = paragraph.definitions.indices.last {
        if let lineBreak { paragraph.definitions[last].append(lineBreak) }
        paragraph.definitions[last] += line
      } else {
        paragraph.terms.append(line)
      }
    }
    for inline in inlines {
      switch inline.content {
      case .softBreak, .lineBreak:
        endLine(&self)
        lineBreak = inline
      default: line.append(inline)
      }
    }
    endLine(&self)
    if definitions.isEmpty { return nil }
  }

  /// The line without its mark, where it begins with one that the source has too.
  private static func definition(_ line: [Inline], in source: SourceText) -> [Inline]? {
    guard let first = line.first, case .text(let text) = first.content,
      text.utf8.first == UInt8(ascii: ":"), text.utf8.dropFirst().first?.isSpaceOrTab ?? false
    else { return nil }
    // The tree does not tell `\:` and `&#58;` from `:`.
    let written = source.line(first.start.line).drop {
      $0.isSpaceOrTab || $0 == UInt8(ascii: ">")
    }
    guard written.first == UInt8(ascii: ":") else { return nil }
    let rest = text.utf8.dropFirst().drop(while: \.isSpaceOrTab)
    var result = line
    if rest.isEmpty {
      result.removeFirst()
    } else {
      result[0].content = .text(String(Substring(rest)))
      result[0].start.column += text.utf8.count - rest.count
    }
    return result.isEmpty ? nil : result
  }
}
