/// A block of a document, as CommonMark 0.30 section 3 names them, with its place in the source.
///
/// Tables, alerts and formulas are there only where ``Extensions`` asks for them.
public struct Block: Sendable, Equatable {
  public var content: Content
  /// From the first byte of the block's own text to its last.
  public var range: SourceRange

  public init(_ content: Content, range: SourceRange) {
    self.content = content
    self.range = range
  }

  /// What is large is kept by reference, so that passing a block on costs little.
  public enum Content: Sendable, Equatable {
    case blockQuote([Block])
    case list(List)
    indirect case codeBlock(CodeBlock)
    /// Raw HTML with its line endings.
    case htmlBlock(String)
    case paragraph([Inline])
    /// A heading of level 1 to 6; `id` is the one that its author gave it with `{#id}`.
    indirect case heading(level: Int, id: String?, [Inline])
    case thematicBreak
    indirect case table(Table)
    case alert(Alert)
    /// A formula on lines of its own, in TeX.
    case math(MathBlock)
    case definitionList(DefinitionList)
  }

  /// The blocks that stand directly in this one, in order.
  public var children: [Block] {
    switch content {
    case .blockQuote(let blocks): blocks
    case .alert(let alert): alert.blocks
    case .list(let list): list.items.flatMap(\.blocks)
    case .definitionList(let list): list.blocks
    case .codeBlock, .htmlBlock, .paragraph, .heading, .thematicBreak, .table, .math: []
    }
  }
}

/// A list, CommonMark 0.30 section 5.3.
public struct List: Sendable, Equatable {
  public enum Marker: Sendable, Equatable {
    case bullet
    /// A numbered list and the number of its first item, 0 to 999,999,999.
    case ordered(start: Int)
  }

  public var marker: Marker
  /// A tight list shows its paragraphs without `<p>`.
  public var isTight: Bool
  public var items: [Item]

  public struct Item: Sendable, Equatable {
    public var blocks: [Block]
    /// Whether a task list's item is ticked; `nil` for an item that is no task.
    public var isChecked: Bool?
    public var range: SourceRange

    public init(blocks: [Block], isChecked: Bool? = nil, range: SourceRange) {
      self.blocks = blocks
      self.isChecked = isChecked
      self.range = range
    }
  }
}

/// An indented or fenced code block, CommonMark 0.30 sections 4.4 and 4.5.
public struct CodeBlock: Sendable, Equatable {
  /// How the block is marked in the source.
  public enum Form: Sendable, Equatable {
    case indented
    /// A block between fences; `isClosed` is false when it ran to the end of its container.
    case fenced(isClosed: Bool)
  }

  public var form: Form
  /// The info string with entities and backslash escapes resolved; empty for an indented block.
  public var info: String
  /// The place of the first byte of ``info`` in the source; the block's own for an indented one.
  public var infoStart: SourcePosition
  /// The lines of code, each with its line feed.
  public var literal: String
  /// The place of the first byte of each line of ``literal`` in the source, one for each line.
  public var lineStarts: [SourcePosition]

  public init(
    form: Form, info: String, infoStart: SourcePosition, literal: String,
    lineStarts: [SourcePosition]
  ) {
    self.form = form
    self.info = info
    self.infoStart = infoStart
    self.literal = literal
    self.lineStarts = lineStarts
  }

  /// The first word of the info string, or `nil` when there is none.
  ///
  /// CommonMark 0.30 section 4.5: "The first word of the info string is typically used to specify
  /// the language of the code sample".
  ///
  /// Of attributes in braces, ` ``` { .sh .no-copy }`, as Pandoc and Python-Markdown read them, it is
  /// the first class.
  public var language: Substring? {
    let bytes = info.utf8Span.span
    var end = 0
    while end < bytes.count, !bytes[end].isSpaceOrTab { end += 1 }
    let word = info[..<info.utf8.index(info.startIndex, offsetBy: end)]
    if end == 1, bytes[0] == UInt8(ascii: "{") {
      let classes = info.split(separator: " ").lazy.filter { $0.utf8.first == UInt8(ascii: ".") }
      let name = classes.first?.dropFirst().prefix { $0 != "}" } ?? ""
      return name.isEmpty ? word : name
    }
    return word.isEmpty ? nil : word
  }
}
