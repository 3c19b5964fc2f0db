internal import Markdown

/// A document as a reader goes through it: headings, texts and code blocks, one after the other.
struct PageOutline {
  enum Entry {
    case heading(Heading)
    case text(Prose)
    case code(OutlinedCode)
  }

  private(set) var entries: [Entry] = []
  /// Blocks with HTML right above them.
  private(set) var commented: [(block: SourceRange, comments: [Comment])] = []
  /// Comments that name a script whose commands a section has.
  private(set) var verifications: [Comment] = []
  /// The beginnings of the list items that are open.
  private var items: [Prose] = []
  /// The HTML right above, until a block of another kind follows.
  private var comments: [Comment] = []
  /// The label of the open tab, where one before it shows the same in another way.
  private var laterTab: String?
  /// The tabs that tags have opened.
  private var tags = TabTags()
  /// The blocks that are open whose text is read as blocks of its own, outermost first.
  private var contained: [ContainedBlocks] = []
  /// The page's text, which few pages are asked for line by line.
  private let text: String
  private lazy var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  /// The last line of the content that was read with the line above it.
  private var takenThrough = 0
  private let headings: [Heading]
  /// The index of the next of them.
  private var nextHeading = 0

  /// - Parameters:
  ///   - headings: all of the document's, in order.
  ///   - text: what the document was read from, from the page's first line on.
  ///   - isOfSteps: whether what is about no step is left out: all that stands below the last block of
  ///     code and the first thing after it, which on many pages is everything.
  init(_ document: Document, headings: [Heading], text: String, isOfSteps: Bool = false) {
    self.headings = headings
    self.text = text
    let all = document.blocksAndNotes
    guard let last = isOfSteps ? all.lastIndex(where: \.isAnnotatable) : all.indices.last else {
      return
    }
    var announced = AnnouncedContent()
    let blocks = all.span
    for index in blocks.indices {
      if index > last + 1, !endsWithCode { return }
      walk(blocks[index], &announced)
    }
  }

  private var endsWithCode: Bool { if case .code? = entries.last { true } else { false } }

  private mutating func walk(_ blocks: [Block]) {
    var announced = AnnouncedContent()
    // A loop over the array itself would copy each block, and count what it holds.
    let blocks = blocks.span
    for index in blocks.indices { walk(blocks[index], &announced) }
  }

  /// - Parameter announced: what the blocks beside it have announced so far.
  private mutating func walk(_ block: Block, _ announced: inout AnnouncedContent) {
    if contained.isEmpty, block.range.start.line <= takenThrough { return }
    if takeContent(of: block, &announced) { return }
    // Each level reads the text of all deeper ones.
    if case .codeBlock(let code) = block.content, code.form == .indented, contained.count < 20,
      let inner = ContainedBlocks(
        code, isMarked: announced.isAwaited, isInDivision: announced.isInDivision)
    {
      walk(inner, announced.tabs)
    } else {
      walk(block)
      announced.pass(block)
    }
  }

  /// Reads what stands indented right below the line that announces it, and the same once more where
  /// another such line follows.
  ///
  /// - Returns: whether the paragraph has any.
  private mutating func takeContent(of block: Block, _ announced: inout AnnouncedContent) -> Bool {
    guard contained.isEmpty, block.range.start.line < block.range.end.line,
      block.announcement != nil
    else { return false }
    var start = block.range.start
    while start.line < block.range.end.line, let inner = ContainedBlocks(below: start, in: lines) {
      takenThrough = inner.lastLine
      announced.pass(lines[start.line - 1].trimmed)
      walk(inner, announced.tabs)
      start.line = inner.lastLine + 1
    }
    return start.line > block.range.start.line
  }

  /// - Parameter tabs: the labels of the tabs up to the one that the blocks stand in.
  private mutating func walk(_ inner: ContainedBlocks, _ tabs: [String]) {
    let outer = (laterTab, contained)
    if let label = tabs.last, !AnnouncedContent.isStage(label),
      tabs.dropLast().contains(where: { !OtherSystem.isFor($0) })
    {
      laterTab = label
    }
    contained.append(inner)
    walk(inner.document.blocks)
    (laterTab, contained) = outer
  }

  /// A place in the page, of one in the text of the block that is read as blocks of its own.
  private func place(_ position: SourcePosition) -> SourcePosition {
    contained.reversed().reduce(position) { $1.place($0) }
  }

  private mutating func walk(_ block: Block) {
    let above = comments
    if !above.isEmpty {
      comments = []
      if !block.isHTML { commented.append((place(block.range), above)) }
    }
    switch block.content {
    case .heading:
      // The page's headings are those of its own blocks.
      if nextHeading < headings.count, contained.isEmpty,
        headings[nextHeading].range.start == block.range.start
      {
        entries.append(.heading(headings[nextHeading]))
        nextHeading += 1
      }
    case .paragraph(let inlines):
      let prose = Prose(inlines)
      if tags.note(prose) { entries.append(.text(prose)) }
    case .codeBlock(var code):
      if !contained.isEmpty {
        code.infoStart = place(code.infoStart)
        code.lineStarts = code.lineStarts.map(place)
      }
      entries.append(
        .code(
          OutlinedCode(
            code: code, range: place(block.range), items: items, comments: above,
            laterTab: laterTab ?? tags.laterTab)))
    case .blockQuote(let blocks): walk(blocks)
    case .alert(let alert): walk(alert.blocks)
    case .definitionList: walk(block.children)
    case .list(let list): walk(list)
    case .htmlBlock(let html):
      let comment = Comment(html: html, start: place(block.range.start))
      comments = above + [comment]
      tags.note(html: html)
      if FileReference.text(of: html, mark: Verification.mark) != nil {
        verifications.append(comment)
      }
    case .thematicBreak, .table, .math: break
    }
  }

  private mutating func walk(_ list: List) {
    for (offset, item) in list.items.enumerated() {
      let depth = items.count
      var announced = AnnouncedContent()
      let blocks = item.blocks.span
      for index in blocks.indices {
        let next = entries.count
        walk(blocks[index], &announced)
        guard items.count == depth, next < entries.count, case .text(let prose) = entries[next]
        else { continue }
        items.append(prose)
        // The paragraph of a numbered item carries the number, as if it stood in the text.
        if case .ordered(let start) = list.marker { prose.itemNumber = "\(start + offset)" }
      }
      items.removeLast(items.count - depth)
    }
  }
}

extension PageOutline {
  private func place(_ range: SourceRange) -> SourceRange {
    contained.isEmpty ? range : SourceRange(start: place(range.start), end: place(range.end))
  }
}

extension Block {
  fileprivate var isHTML: Bool { if case .htmlBlock = content { true } else { false } }

  /// Whether it is, or holds, a block of code, or HTML, which may be a comment about a block.
  fileprivate var isAnnotatable: Bool {
    switch content {
    case .codeBlock, .htmlBlock: true
    case .blockQuote(let blocks): blocks.contains(where: \.isAnnotatable)
    case .alert(let alert): alert.blocks.contains(where: \.isAnnotatable)
    case .list(let list): list.items.contains { $0.blocks.contains(where: \.isAnnotatable) }
    // Lines that announce blocks may have these right below.
    case .paragraph: range.start.line < range.end.line && announcement != nil
    // A definition is a paragraph.
    case .heading, .thematicBreak, .table, .math, .definitionList: false
    }
  }
}

/// A code block with what belongs to it.
final class OutlinedCode {
  let code: CodeBlock
  let range: SourceRange
  let language: BlockLanguage
  /// The paragraphs that begin the list items it stands in, outermost first.
  let items: [Prose]
  /// The HTML right above it, block by block.
  let comments: [Comment]
  /// The label of the tab that it stands in, where one before it shows the same in another way.
  let laterTab: String?

  init(
    code: CodeBlock, range: SourceRange, items: [Prose], comments: [Comment], laterTab: String?
  ) {
    self.laterTab = laterTab
    self.code = code
    self.range = range
    language = BlockLanguage(code.language)
    self.items = items
    self.comments = comments
  }
}
