internal import CMark

/// Makes a ``Document`` of libcmark's tree.
///
/// It calls itself once a level, up to the level below which everything is shown flat, so that no
/// depth of input can overflow the stack.
struct TreeReader {
  private let ranges: BlockRanges
  private let maximumNesting: Int
  private let readsInlines: Bool
  private var flattenedAt: SourcePosition?
  /// Where the paragraph or heading begins that is being read.
  private var leafStart = SourcePosition(line: 1, column: 1)

  init(_ source: SourceText, maximumNesting: Int, readsInlines: Bool = true) {
    ranges = BlockRanges(source: source)
    self.readsInlines = readsInlines
    self.maximumNesting = maximumNesting
  }

  mutating func document(_ root: CMarkNode) -> Document {
    let blocks = blocks(of: root, level: 1, item: nil)
    return Document(blocks: blocks, flattenedAt: flattenedAt)
  }

  /// - Parameters:
  ///   - level: how many levels there are, the parent's included.
  ///   - item: the innermost list item around the blocks.
  private mutating func blocks(
    of parent: CMarkNode, level: Int, item: CMarkNode?
  ) -> [Block] {
    var blocks: [Block] = []
    blocks.reserveCapacity(parent.childCount)
    var next = parent.firstChild
    while let node = next {
      let isLeftOut: Bool
      switch node.type {
      case .blockQuote: isLeftOut = isTooDeep(node, in: parent, level: level + 1)
      // A list needs room for its items: an item cannot stand without one.
      case .list: isLeftOut = isTooDeep(node, in: parent, level: level + 2)
      case .item: isLeftOut = true
      default: isLeftOut = false
      }
      if !isLeftOut { blocks.append(block(node, level: level + 1, item: item)) }
      next = following(node, isLeftOut: isLeftOut, in: parent)
    }
    return blocks
  }

  private mutating func block(_ node: CMarkNode, level: Int, item: CMarkNode?) -> Block {
    switch node.type {
    case .blockQuote:
      let blocks = blocks(of: node, level: level, item: item)
      return Block(.blockQuote(blocks), range: ranges.range(node, around: blocks.last?.range))
    case .list:
      let items = items(of: node, level: level)
      let list = List(marker: node.marker, isTight: node.isTight, items: items)
      return Block(.list(list), range: ranges.range(node, around: items.last?.range))
    case .paragraph:
      leafStart = ranges.start(node)
      return Block(.paragraph(inlines(of: node, level: level)), range: ranges.range(node))
    case .heading:
      leafStart = ranges.start(node)
      let inlines = inlines(of: node, level: level)
      return Block(
        .heading(level: node.level, id: nil, inlines), range: ranges.headingRange(node))
    case .codeBlock:
      let (code, range) = ranges.codeBlock(node, item: item)
      return Block(.codeBlock(code), range: range)
    case .htmlBlock:
      let html = node.literal
      return Block(.htmlBlock(html), range: ranges.range(node, lineCount: html.lineCount))
    case .thematicBreak: return Block(.thematicBreak, range: ranges.range(node, lineCount: 1))
    default: preconditionFailure("libcmark's parser makes no such block")
    }
  }

  private mutating func items(of list: CMarkNode, level: Int) -> [List.Item] {
    var items: [List.Item] = []
    items.reserveCapacity(list.childCount)
    var next = list.firstChild
    while let item = next {
      let blocks = blocks(of: item, level: level + 1, item: item)
      items.append(
        List.Item(blocks: blocks, range: ranges.range(item, around: blocks.last?.range)))
      next = item.next
    }
    return items
  }

  private mutating func inlines(of parent: CMarkNode, level: Int) -> [Inline] {
    guard readsInlines else { return [] }
    var inlines: [Inline] = []
    inlines.reserveCapacity(parent.childCount)
    var next = parent.firstChild
    while let node = next {
      let isLeftOut = node.holdsInlines && isTooDeep(node, in: parent, level: level + 1)
      if !isLeftOut { append(node, level: level + 1, to: &inlines) }
      next = following(node, isLeftOut: isLeftOut, in: parent)
    }
    return inlines
  }

  private mutating func append(_ node: CMarkNode, level: Int, to inlines: inout [Inline]) {
    let content: Inline.Content
    switch node.type {
    case .text: return append(text: node, to: &inlines)
    case .softBreak: content = .softBreak
    case .lineBreak: content = .lineBreak
    case .code: content = .code(node.literal)
    case .htmlInline: content = .html(node.literal)
    case .emphasis: content = .emphasis(self.inlines(of: node, level: level))
    case .strong: content = .strong(self.inlines(of: node, level: level))
    case .link:
      content = .link(
        destination: node.address, title: node.title, self.inlines(of: node, level: level))
    case .image:
      content = .image(
        source: node.address, title: node.title, self.inlines(of: node, level: level))
    default: preconditionFailure("libcmark's parser makes no such piece of text")
    }
    inlines.append(Inline(content, start: start(node)))
  }

  /// libcmark splits a run of text wherever a character might have been markup; it is joined here.
  private func append(text node: CMarkNode, to inlines: inout [Inline]) {
    let more = node.literal
    // Nothing is left of a text of blanks before a line's end.
    if more.isEmpty { return }
    guard let last = inlines.indices.last, case .text(var text) = inlines[last].content else {
      return inlines.append(Inline(.text(more), start: start(node)))
    }
    // The text is let go of before it grows, so that it grows where it is.
    inlines[last].content = .softBreak
    text += more
    inlines[last].content = .text(text)
  }

  /// libcmark tells `0:0` for a line break.
  private func start(_ inline: CMarkNode) -> SourcePosition {
    inline.startLine > 0 ? ranges.start(inline) : leafStart
  }

  // MARK: Nesting

  /// Whether a container is left out because it lies too deep or stands in one that is left out.
  private mutating func isTooDeep(_ node: CMarkNode, in parent: CMarkNode, level: Int) -> Bool {
    guard level > maximumNesting || node.parent != parent else { return false }
    if flattenedAt == nil { flattenedAt = ranges.start(node) }
    return true
  }

  /// The node to read after one, with what stands in nodes that are left out.
  private func following(
    _ node: CMarkNode, isLeftOut: Bool, in parent: CMarkNode
  ) -> CMarkNode? {
    if isLeftOut, let child = node.firstChild { return child }
    var node = node
    while true {
      if let next = node.next { return next }
      guard let container = node.parent, container != parent else { return nil }
      node = container
    }
  }
}

extension CMarkNode {
  fileprivate var holdsInlines: Bool {
    switch type {
    case .emphasis, .strong, .link, .image: true
    default: false
    }
  }
}

extension String {
  /// How many lines the text has, each ended by a line feed but perhaps the last.
  fileprivate var lineCount: Int {
    let bytes = utf8Span.span
    var count = bytes.isEmpty || bytes[bytes.count - 1] != UInt8(ascii: "\n") ? 1 : 0
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") { count += 1 }
    return count
  }
}
