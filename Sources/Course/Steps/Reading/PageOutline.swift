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
  /// The headings to come.
  private var headings: ArraySlice<Heading>

  /// - Parameter headings: all of the document's, in order.
  init(_ document: Document, headings: [Heading]) {
    self.headings = headings[...]
    walk(document.blocksAndNotes)
  }

  private mutating func walk(_ blocks: [Block]) { for block in blocks { walk(block) } }

  private mutating func walk(_ block: Block) {
    let above = comments
    if !above.isEmpty {
      comments = []
      if !block.isHTML { commented.append((block.range, above)) }
    }
    switch block.content {
    case .heading:
      if let heading = headings.first, heading.range.start == block.range.start {
        headings.removeFirst()
        entries.append(.heading(heading))
      }
    case .paragraph(let inlines): entries.append(.text(Prose(inlines)))
    case .codeBlock(let whole):
      let code = whole.fenceWithin ?? whole
      entries.append(
        .code(OutlinedCode(code: code, range: block.range, items: items, comments: above)))
    case .blockQuote(let blocks): walk(blocks)
    case .alert(let alert): walk(alert.blocks)
    case .definitionList: walk(block.children)
    case .list(let list): walk(list)
    case .htmlBlock(let html):
      let comment = Comment(html: html, start: block.range.start)
      comments = above + [comment]
      if FileReference.text(of: html, mark: Verification.mark) != nil {
        verifications.append(comment)
      }
    case .thematicBreak, .table, .math: break
    }
  }

  private mutating func walk(_ list: List) {
    for (index, item) in list.items.enumerated() {
      let depth = items.count
      for block in item.blocks {
        let next = entries.count
        walk(block)
        guard items.count == depth, next < entries.count, case .text(let prose) = entries[next]
        else { continue }
        items.append(prose)
        // The paragraph of a numbered item carries the number, as if it stood in the text.
        if case .ordered(let start) = list.marker { prose.itemNumber = "\(start + index)" }
      }
      items.removeLast(items.count - depth)
    }
  }
}

extension CodeBlock {
  /// The fenced block that an indented one is the text of. MkDocs' admonitions (`!!! note`) are
  /// indented by four columns, which CommonMark reads as code, fence and all.
  fileprivate var fenceWithin: CodeBlock? {
    guard form == .indented, literal.hasPrefix("```"), lineStarts.count > 2 else { return nil }
    let lines = literal.split(separator: "\n", omittingEmptySubsequences: false)
    guard let info = lines.first?.dropFirst(3), !info.contains("`"),
      let end = lines.dropFirst().firstIndex(where: { $0.hasPrefix("```") }),
      lines[end].dropFirst(3).allSatisfy({ $0 == " " }),
      lines[(end + 1)...].allSatisfy(\.isEmpty), end < lineStarts.count
    else { return nil }
    let start = lineStarts[0]
    return CodeBlock(
      form: .fenced(isClosed: true), info: info.drop { $0 == " " }.description,
      infoStart: SourcePosition(line: start.line, column: start.column + 3),
      literal: lines[1..<end].map { $0 + "\n" }.joined(), lineStarts: Array(lineStarts[1..<end]))
  }
}

extension Block {
  fileprivate var isHTML: Bool { if case .htmlBlock = content { true } else { false } }
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

  init(code: CodeBlock, range: SourceRange, items: [Prose], comments: [Comment]) {
    self.code = code
    self.range = range
    language = BlockLanguage(code.language)
    self.items = items
    self.comments = comments
  }
}

/// A paragraph as rules read it.
///
/// Most paragraphs stand before no block of code, so that nothing is made of them before it is asked
/// for.
final class Prose {
  private let inlines: [Inline]
  /// The number of the list item that the paragraph begins.
  var itemNumber: String?

  init(_ inlines: [Inline]) { self.inlines = inlines }

  /// What a reader sees.
  lazy var text = inlines.plainText.trimmed

  /// The number it begins with, such as `4.1`, or that of its list item.
  var number: String? { name.number ?? itemNumber }

  /// The text as the name of a step.
  lazy var name = StepName(text)

  /// The text in lowercase, each piece of inline code between backquotes.
  lazy var marked = withCode.text.inLowercase.replacingNoBreakSpaces

  /// Whether ``marked`` may begin with one of the phrases, as far as its first byte tells.
  func mayBegin(with phrases: Phrases) -> Bool {
    guard let first = Self.firstByte(of: inlines) else { return true }
    return phrases.canBegin(
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) ? first | 0x20 : first)
  }

  /// The pieces of inline code, as they are written.
  lazy var codes = withCode.codes

  private lazy var withCode: (text: String, codes: [String]) = {
    var text = ""
    var codes: [String] = []
    Self.append(inlines, &text, &codes)
    return (text, codes)
  }()

  /// The sentences of ``marked``; a point within a name ends none.
  lazy var sentences: [String] = {
    var sentences: [String] = []
    let bytes = marked.utf8
    var start = bytes.startIndex
    var previous: UInt8 = 0x20
    for index in bytes.indices {
      if bytes[index] == 0x20, previous.endsSentence {
        sentences.append(String(marked[start..<index]))
        start = bytes.index(after: index)
      }
      previous = bytes[index]
    }
    sentences.append(String(marked[start...]))
    return sentences.filter { !$0.isEmpty }
  }()

  private static func firstByte(of inlines: [Inline]) -> UInt8? {
    for inline in inlines {
      switch inline.content {
      case .text(let text), .math(let text, _), .abbreviation(let text, _):
        if let first = text.utf8.first { return first }
      case .code: return UInt8(ascii: "`")
      case .softBreak, .lineBreak: return 0x20
      case .html, .image, .footnoteReference: break
      case .emphasis, .strong, .strikethrough, .link:
        if let first = firstByte(of: inline.children) { return first }
      }
    }
    return nil
  }

  private static func append(_ inlines: [Inline], _ text: inout String, _ codes: inout [String]) {
    for inline in inlines {
      switch inline.content {
      case .text(let more): text += more
      case .code(let code):
        text += "`"
        text += code
        text += "`"
        codes.append(code)
      case .softBreak, .lineBreak: text += " "
      case .math(let formula, _): text += formula
      case .abbreviation(let form, _): text += form
      case .html, .image, .footnoteReference: break
      case .emphasis, .strong, .strikethrough, .link: append(inline.children, &text, &codes)
      }
    }
  }
}

extension UInt8 {
  fileprivate var endsSentence: Bool {
    self == UInt8(ascii: ".") || self == UInt8(ascii: "!") || self == UInt8(ascii: "?")
  }
}

extension String {
  /// With blanks for no-break spaces, which pages copied from elsewhere have between words.
  fileprivate var replacingNoBreakSpaces: String {
    guard contains(byte: 0xA0), contains(ascii: "\u{A0}") else { return self }
    return String(map { $0 == "\u{A0}" ? " " : $0 })
  }
}
