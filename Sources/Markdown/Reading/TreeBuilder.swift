/// A node as libcmark's iterator meets it.
enum RawNode {
  case leaf(Leaf)
  case container(Container)

  enum Leaf {
    case codeBlock(info: String, String)
    case htmlBlock(String)
    case thematicBreak
    case inline(Inline.Content)
  }

  enum Container {
    case document, blockQuote, item, paragraph, emphasis, strong
    case list(marker: List.Marker, isTight: Bool)
    case heading(level: Int)
    case link(destination: String, title: String)
    case image(source: String, title: String)
  }
}

/// A node's place as libcmark tells it; see ``BlockRanges`` for what is wrong with it.
struct RawPosition {
  var startLine: Int
  var startColumn: Int
  var endLine: Int
  var endColumn: Int
}

/// Builds a ``Document`` from the nodes of a tree in the order of a walk.
///
/// It keeps its own stack, so that no depth of input can overflow the thread's.
struct TreeBuilder {
  private let ranges: BlockRanges
  private let maximumNesting: Int
  private var stack: [Frame] = []
  /// How many containers are open that were left out because they lie too deep.
  private var leftOut = 0
  private var flattenedAt: SourcePosition?

  /// Where the paragraph or heading begins that is being read.
  private var leafStart = SourcePosition(line: 1, column: 1)

  /// What has been collected for a container that is still open.
  private struct Frame {
    var blocks: [Block] = []
    var inlines: [Inline] = []
    var items: [List.Item] = []
    /// For a list item, where it begins, and the columns of its marker and its content as they are seen.
    var itemStart: SourcePosition?
    var itemColumn = 1
    var contentColumn: Int?
  }

  init(_ source: SourceText, maximumNesting: Int) {
    ranges = BlockRanges(source: source)
    self.maximumNesting = maximumNesting
  }

  /// - Parameter childCount: how many children libcmark has for it.
  mutating func enter(
    _ container: RawNode.Container, at position: RawPosition, childCount: Int
  ) {
    if isTooDeep(container) {
      leftOut += 1
      if flattenedAt == nil { flattenedAt = ranges.start(position) }
    } else {
      noteContentColumn(position)
      var frame = Frame()
      switch container {
      case .document, .blockQuote: frame.blocks.reserveCapacity(childCount)
      case .list: frame.items.reserveCapacity(childCount)
      case .item:
        frame.blocks.reserveCapacity(childCount)
        frame.itemStart = ranges.start(position)
        frame.itemColumn = ranges.visualColumn(position)
      case .paragraph, .heading:
        leafStart = ranges.start(position)
        frame.inlines.reserveCapacity(childCount)
      case .emphasis, .strong, .link, .image: frame.inlines.reserveCapacity(childCount)
      }
      stack.append(frame)
    }
  }

  mutating func exit(_ container: RawNode.Container, at position: RawPosition) {
    if leftOut > 0, container.mayBeLeftOut {
      leftOut -= 1
      return
    }
    if case .document = container { return }
    let frame = stack.removeLast()
    switch container {
    case .document: break
    case .blockQuote:
      add(.blockQuote(frame.blocks), ranges.range(position, around: frame.blocks.last?.range))
    case .list(let marker, let isTight):
      let list = List(marker: marker, isTight: isTight, items: frame.items)
      add(.list(list), ranges.range(position, around: frame.items.last?.range))
    case .item:
      let range = ranges.range(position, around: frame.blocks.last?.range)
      top { $0.items.append(List.Item(blocks: frame.blocks, range: range)) }
    case .paragraph: add(.paragraph(frame.inlines), ranges.range(position))
    case .heading(let level):
      add(.heading(level: level, id: nil, frame.inlines), ranges.headingRange(position))
    case .emphasis: add(.emphasis(frame.inlines), position)
    case .strong: add(.strong(frame.inlines), position)
    case .link(let destination, let title):
      add(.link(destination: destination, title: title, frame.inlines), position)
    case .image(let source, let title):
      add(.image(source: source, title: title, frame.inlines), position)
    }
  }

  mutating func add(_ leaf: RawNode.Leaf, at position: RawPosition) {
    switch leaf {
    case .codeBlock(let info, let literal):
      noteContentColumn(position)
      let column = stack.last { $0.itemStart != nil }?.contentColumn ?? 1
      let (block, range) = ranges.codeBlock(
        info: info, literal: literal, position, contentColumn: column)
      add(.codeBlock(block), range)
    case .htmlBlock(let literal):
      add(.htmlBlock(literal), ranges.range(position, lineCount: literal.lineCount))
    case .thematicBreak: add(.thematicBreak, ranges.range(position, lineCount: 1))
    case .inline(let content): add(content, position)
    }
  }

  func document() -> Document {
    Document(blocks: stack.first?.blocks ?? [], flattenedAt: flattenedAt)
  }

  /// A list needs room for its items: an item cannot stand without one.
  private func isTooDeep(_ container: RawNode.Container) -> Bool {
    guard container.mayBeLeftOut else { return false }
    if leftOut > 0 { return true }
    let levels = if case .list = container { 2 } else { 1 }
    return stack.count + levels > maximumNesting
  }

  /// Learns from the first block of a list item where its content begins: at that block when it
  /// stands in the marker's line, else after the marker and a blank (CommonMark 0.30 section 5.2).
  private mutating func noteContentColumn(_ position: RawPosition) {
    guard let item = stack.last?.itemStart, stack.last?.contentColumn == nil else { return }
    let isBesideMarker = ranges.start(position).line == item.line
    let column = ranges.visualColumn(position)
    top { $0.contentColumn = isBesideMarker ? column : $0.itemColumn + 2 }
  }

  private mutating func add(_ content: Block.Content, _ range: SourceRange) {
    top { $0.blocks.append(Block(content, range: range)) }
  }

  /// libcmark splits a run of text wherever a character might have been markup; it is joined here.
  private mutating func add(_ content: Inline.Content, _ position: RawPosition) {
    // Nothing is left of a text of blanks before a line's end.
    if case .text("") = content { return }
    let start = position.startLine > 0 ? ranges.start(position) : leafStart
    top { frame in
      guard case .text(let more) = content, let last = frame.inlines.indices.last,
        case .text(var text) = frame.inlines[last].content
      else { return frame.inlines.append(Inline(content, start: start)) }
      // The text is let go of before it grows, so that it grows where it is.
      frame.inlines[last].content = .softBreak
      text += more
      frame.inlines[last].content = .text(text)
    }
  }

  private mutating func top(_ change: (inout Frame) -> Void) {
    change(&stack[stack.count - 1])
  }
}

extension RawNode.Container {
  /// Whether its children can stand in its parent's place; those of a paragraph cannot.
  fileprivate var mayBeLeftOut: Bool {
    switch self {
    case .document, .paragraph, .heading: false
    case .blockQuote, .list, .item, .emphasis, .strong, .link, .image: true
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
