public import Markdown

/// A heading of a page with the id by which it is linked to.
public struct Heading: Sendable, Equatable {
  /// 1 to 6.
  public var level: Int
  /// What a reader sees, without markup.
  public var text: String
  /// Unique on the page, by GitHub's rule.
  public var id: String
  public var range: SourceRange

  /// All headings of a document in order, also those in quotes and lists.
  ///
  /// - Parameter source: the file that it is read from, which tells how emoji are written.
  static func all(in document: Document, of source: SourceFile? = nil) -> [Heading] {
    var reader = HeadingReader(source?.text ?? "")
    reader.read(document.blocks)
    for note in document.footnotes { reader.read(note.blocks) }
    return reader.headings
  }
}

/// Goes through blocks and collects their headings.
private struct HeadingReader {
  private(set) var headings: [Heading] = []
  private var ids = UniqueNames()
  /// What the blocks are read from.
  private let text: String
  /// The line that was looked up last and where it begins, as the next one asked for mostly stands below.
  private var line = 1
  private var offset = 0

  init(_ text: String) { self.text = text }

  mutating func read(_ blocks: [Block]) {
    // A loop over the array itself would copy each block, and count what it holds.
    let blocks = blocks.span
    for index in blocks.indices {
      switch blocks[index].content {
      case .heading(let level, let id, let inlines):
        add(level, id, inlines, blocks[index].range)
      case .blockQuote(let blocks): read(blocks)
      case .alert(let alert): read(alert.blocks)
      case .list(let list): for item in list.items { read(item.blocks) }
      case .definitionList: read(blocks[index].children)
      case .codeBlock, .htmlBlock, .paragraph, .thematicBreak, .table, .math: break
      }
    }
  }

  private mutating func add(_ level: Int, _ id: String?, _ inlines: [Inline], _ range: SourceRange)
  {
    let text = inlines.plainText.trimmed
    var name = text
    // The pictures begin with one of two bytes, as few letters do.
    if id == nil, text.utf8.contains(where: { $0 == 0xE2 || $0 == 0xF0 }),
      let source = line(range.start.line)
    {
      name = EmojiNames.named(text, source: source)
    }
    headings.append(
      Heading(level: level, text: text, id: ids.unique(id ?? Slug.heading(name)), range: range))
  }

  /// A line of the text; `nil` where it has none of that number.
  private mutating func line(_ number: Int) -> String? {
    let bytes = text.utf8Span.span
    if number < line { (line, offset) = (1, 0) }
    while line < number, let end = bytes.firstOffset(of: 0x0A, from: offset) {
      line += 1
      offset = end + 1
    }
    guard line == number, offset < bytes.count else { return nil }
    let end = bytes.firstOffset(of: 0x0A, from: offset) ?? bytes.count
    let start = text.utf8.index(text.startIndex, offsetBy: offset)
    return String(text[start..<text.utf8.index(start, offsetBy: end - offset)])
  }
}

extension [Block] {
  /// Gives each block in the document's order, then those within it.
  func visit(_ body: (Block) -> Void) {
    for block in self {
      body(block)
      switch block.content {
      case .blockQuote(let blocks): blocks.visit(body)
      case .alert(let alert): alert.blocks.visit(body)
      case .list(let list): for item in list.items { item.blocks.visit(body) }
      case .definitionList: block.children.visit(body)
      case .codeBlock, .htmlBlock, .paragraph, .heading, .thematicBreak, .table, .math: break
      }
    }
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0A }
}

extension String {
  /// The text without blanks, tabs, line feeds and no-break spaces at its ends, which most texts have
  /// none of.
  var trimmed: String {
    let bytes = utf8Span.span
    guard let last = bytes.indices.last else { return self }
    let mayBegin = bytes[0] <= 0x20 || bytes[0] == 0xC2
    return mayBegin || bytes[last] <= 0x20 || bytes[last] == 0xA0 ? self[...].trimmed : self
  }
}

extension String {
  /// The first byte that is no blank, tab, line feed or no-break space; `nil` where there is none.
  var firstVisible: UInt8? {
    let bytes = utf8Span.span
    var index = 0
    while index < bytes.count {
      if bytes[index].isBlank {
        index += 1
      } else if bytes[index] == 0xC2, bytes[index + 1] == 0xA0 {
        index += 2
      } else {
        return bytes[index]
      }
    }
    return nil
  }

  /// Whether nothing can be seen in it.
  var isBlank: Bool { firstVisible == nil }
}

extension StringProtocol where UTF8View: BidirectionalCollection {
  /// The text without blanks, tabs and line feeds at its ends.
  var trimmed: String {
    let bytes = utf8
    var start = bytes.startIndex
    var end = bytes.endIndex
    while start < end {
      let next = bytes.index(after: start)
      if bytes[start].isBlank {
        start = next
      } else if bytes[start] == 0xC2, next < end, bytes[next] == 0xA0 {
        start = bytes.index(after: next)
      } else {
        break
      }
    }
    while start < end {
      let last = bytes.index(before: end)
      if bytes[last].isBlank {
        end = last
      } else if bytes[last] == 0xA0, last > start, bytes[bytes.index(before: last)] == 0xC2 {
        end = bytes.index(before: last)
      } else {
        break
      }
    }
    return start == bytes.startIndex && end == bytes.endIndex
      ? String(self) : String(self[start..<end])
  }
}
