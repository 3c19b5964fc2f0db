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
    var headings: [Heading] = []
    var ids = UniqueNames()
    lazy var lines =
      source?.text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) ?? []
    document.blocksAndNotes.visit { block in
      guard case .heading(let level, let id, let inlines) = block.content else { return }
      let text = inlines.plainText.trimmed
      var name = text
      // The pictures begin with one of two bytes, as few letters do.
      if id == nil, text.utf8.contains(where: { $0 == 0xE2 || $0 == 0xF0 }),
        lines.indices.contains(block.range.start.line - 1)
      {
        let line = lines[block.range.start.line - 1]
        name = EmojiNames.named(text, source: String(Substring(line)))
      }
      headings.append(
        Heading(
          level: level, text: text, id: ids.unique(id ?? Slug.heading(name)), range: block.range))
    }
    return headings
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
