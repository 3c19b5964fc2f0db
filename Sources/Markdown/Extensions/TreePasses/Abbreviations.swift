/// Short forms whose meaning lines `*[HTML]: Hyper Text Markup Language` tell, as in PHP Markdown Extra.
///
/// The lines stand in paragraphs of their own at the top level, which the tree loses; of two for one
/// form the last holds. Every word of running text that is a short form shows its meaning, in its
/// letter case alone. The text of images is left as it is.
struct Abbreviations {
  /// By the word that the short form begins with, the longest first.
  private var entries: [String: [(form: [UInt8], title: String)]] = [:]

  /// In bytes; no one writes a longer one, and each word of the text is compared with at most
  /// ``formsOfWord`` of them, so that the time grows with the text alone.
  private static let longestForm = 100
  private static let formsOfWord = 16

  static func apply(to document: inout Document, source: SourceText) {
    var titles: [String: String] = [:]
    document.blocks.removeAll { block in
      guard case .paragraph(let inlines) = block.content,
        case .text(let text)? = inlines.first?.content,
        text.utf8.starts(with: "*".utf8),
        let found = definitions(in: block.range, source)
      else { return false }
      for (form, title) in found { titles[form] = title }
      return true
    }
    guard !titles.isEmpty else { return }
    let abbreviations = Abbreviations(titles)
    document.blocks = document.blocks.mapInlines(abbreviations.applied)
    for index in document.footnotes.indices {
      document.footnotes[index].blocks = document.footnotes[index].blocks
        .mapInlines(abbreviations.applied)
    }
  }

  private init(_ titles: [String: String]) {
    for (form, title) in titles {
      let bytes = Array(form.utf8)
      let word = String(decoding: bytes.prefix(while: \.isWordByte), as: UTF8.self)
      entries[word, default: []].append((bytes, title))
    }
    for word in entries.keys {
      entries[word]?.sort {
        $0.form.count != $1.form.count
          ? $0.form.count > $1.form.count : $0.form.lexicographicallyPrecedes($1.form)
      }
    }
  }

  /// The definitions of a paragraph in which each line is one.
  private static func definitions(
    in range: SourceRange, _ source: SourceText
  ) -> [(form: String, title: String)]? {
    var result: [(String, String)] = []
    for number in range.start.line...range.end.line {
      let line = source.line(number).trimmed
      guard line.starts(with: "*[".utf8), let close = line.firstIndex(of: UInt8(ascii: "]")),
        line[close...].dropFirst().first == UInt8(ascii: ":")
      else { return nil }
      let form = line[..<close].dropFirst(2)
      let title = line[close...].dropFirst(2).trimmed
      guard let first = form.first, first.isWordByte, form.count <= longestForm, !title.isEmpty
      else { return nil }
      result.append((form.text, title.text))
    }
    return result
  }

  func applied(to inlines: [Inline]) -> [Inline] {
    var result: [Inline] = []
    result.reserveCapacity(inlines.count)
    for inline in inlines {
      switch inline.content {
      case .text(let text): append(text, from: inline.start, to: &result)
      case .image: result.append(inline)
      case .emphasis, .strong, .strikethrough, .link:
        let children = applied(to: inline.children)
        result.append(Inline(inline.content.with(children), start: inline.start))
      case .softBreak, .lineBreak, .code, .html, .footnoteReference, .math, .abbreviation:
        result.append(inline)
      }
    }
    return result
  }

  private func append(_ text: String, from start: SourcePosition, to result: inout [Inline]) {
    let bytes = Array(text.utf8)
    var done = 0
    func append(_ end: Int, _ result: inout [Inline]) {
      guard end > done else { return }
      let place = SourcePosition(line: start.line, column: start.column + done)
      result.append(Inline(.text(bytes[done..<end].text), start: place))
    }
    var index = 0
    while index < bytes.count {
      guard bytes[index].isWordByte else {
        index += 1
        continue
      }
      let word = bytes[index...].prefix(while: \.isWordByte)
      guard let entry = entry(beginning: bytes[index...], word: word) else {
        index = word.endIndex
        continue
      }
      append(index, &result)
      let place = SourcePosition(line: start.line, column: start.column + index)
      result.append(
        Inline(
          .abbreviation(String(decoding: entry.form, as: UTF8.self), title: entry.title),
          start: place))
      index += entry.form.count
      done = index
    }
    append(bytes.count, &result)
  }

  /// The longest short form that a text begins with and that ends where a word does.
  private func entry(
    beginning text: ArraySlice<UInt8>, word: ArraySlice<UInt8>
  ) -> (form: [UInt8], title: String)? {
    guard word.count <= Self.longestForm else { return nil }
    return entries[word.text]?.suffix(Self.formsOfWord).first { entry in
      guard text.starts(with: entry.form) else { return false }
      let endsInWord = entry.form.last?.isWordByte ?? false
      return !endsInWord || !(text.dropFirst(entry.form.count).first?.isWordByte ?? false)
    }
  }
}

extension UInt8 {
  /// Whether it is part of a word: a letter, a digit, `_`, or a byte beyond ASCII.
  fileprivate var isWordByte: Bool {
    isAlphanumeric || self == UInt8(ascii: "_") || self >= 0x80
  }
}

extension [Block] {
  /// The blocks with all running text in them changed.
  fileprivate func mapInlines(_ change: ([Inline]) -> [Inline]) -> [Block] {
    map { block in
      var block = block
      switch block.content {
      case .paragraph(let inlines): block.content = .paragraph(change(inlines))
      case .heading(let level, let id, let inlines):
        block.content = .heading(level: level, id: id, change(inlines))
      case .blockQuote(let blocks): block.content = .blockQuote(blocks.mapInlines(change))
      case .alert(var alert):
        alert.blocks = alert.blocks.mapInlines(change)
        block.content = .alert(alert)
      case .list(var list):
        for index in list.items.indices {
          list.items[index].blocks = list.items[index].blocks.mapInlines(change)
        }
        block.content = .list(list)
      case .definitionList(var list):
        for index in list.groups.indices {
          list.groups[index].terms = list.groups[index].terms.mapInlines(change)
          for number in list.groups[index].definitions.indices {
            list.groups[index].definitions[number].blocks =
              list.groups[index].definitions[number].blocks.mapInlines(change)
          }
        }
        block.content = .definitionList(list)
      case .table(var table):
        table.header.cells = table.header.cells.map(change)
        for index in table.rows.indices {
          table.rows[index].cells = table.rows[index].cells.map(change)
        }
        block.content = .table(table)
      case .codeBlock, .htmlBlock, .thematicBreak, .math: break
      }
      return block
    }
  }
}
