internal import Course
internal import Markdown

/// What of a page is searched, as a line of a script: JavaScript that is JSON as well.
///
/// It is `"title",[level,"heading","id",part,...],...]`, a list for each section of the page. A part is
/// a text, or `["code","id of its step"]`, in the order of the page; what a step was seen to print is
/// such a code below its own. The page's address is put before it where the page has one; see
/// ``SearchGroup``.
struct SearchText {
  private(set) var bytes: [UInt8] = []
  private var text: [UInt8] = []
  private let places: PagePlaces
  private let recorded: RecordedSteps?

  /// - Parameter recorded: what the last recorded run of the page did.
  init(_ page: Page, _ places: PagePlaces, _ recorded: RecordedSteps? = nil) {
    self.recorded = recorded
    self.places = places
    bytes.reserveCapacity(page.source.text.utf8.count)
    append(string: page.title)
    // What stands before the second heading belongs to the page, whose title is that of the first one.
    let first = page.headings.first
    let isTitle = first?.text == page.title && first?.level == 1
    open(level: 1, heading: "", id: "")
    for block in page.document.blocksAndNotes {
      if isTitle, block.range.start == first?.range.start { continue }
      append(block)
    }
    flush()
    bytes += "]]".utf8
  }

  private mutating func open(level: Int, heading: String, id: String) {
    bytes += ",[".utf8
    bytes += String(level).utf8
    bytes.append(UInt8(ascii: ","))
    append(string: heading)
    bytes.append(UInt8(ascii: ","))
    append(string: id)
  }

  private mutating func append(_ block: Block) {
    switch block.content {
    case .heading(let level, _, _):
      guard let heading = places.heading(block), !heading.id.isEmpty else { return }
      flush()
      bytes.append(UInt8(ascii: "]"))
      open(level: level, heading: heading.text, id: heading.id)
    case .paragraph(let inlines):
      append(inlines)
      text.append(0x20)
    case .table(let table):
      append(table.header)
      for row in table.rows { append(row) }
    case .codeBlock(let code): append(code, step: places.step(block))
    case .math(let math):
      text += math.literal.utf8
    case .list(let list): for item in list.items { for child in item.blocks { append(child) } }
    case .blockQuote, .alert, .definitionList: for child in block.children { append(child) }
    case .htmlBlock, .thematicBreak: break
    }
  }

  private mutating func append(_ row: Table.Row) {
    for cell in row.cells {
      append(cell)
      text.append(0x20)
    }
  }

  private mutating func append(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline.content {
      case .text(let piece), .code(let piece), .math(let piece, _): text += piece.utf8
      case .abbreviation(let piece, _): text += piece.utf8
      case .softBreak, .lineBreak: text.append(0x20)
      case .html, .footnoteReference: break
      case .emphasis(let children), .strong(let children), .strikethrough(let children),
        .link(_, _, let children), .image(_, _, let children):
        append(children)
      }
    }
  }

  private mutating func append(_ code: CodeBlock, step: Step?) {
    if step?.settings.isHidden == true { return }
    flush()
    let id = step.flatMap { $0.kind == .foreign ? nil : $0.id }
    append(code: code.literal, step: id)
    guard let step, case .current(let entry)? = recorded?.state(of: step) else { return }
    let told = entry.told
    if !told.isEmpty { append(code: told, step: id) }
  }

  private mutating func append(code: String, step id: String?) {
    bytes += ",[".utf8
    append(string: code)
    if let id {
      bytes.append(UInt8(ascii: ","))
      append(string: "step:\(id)")
    }
    bytes.append(UInt8(ascii: "]"))
  }

  /// Ends a text.
  private mutating func flush() {
    while text.last == 0x20 { text.removeLast() }
    guard !text.isEmpty else { return }
    bytes.append(UInt8(ascii: ","))
    var ended: [UInt8] = []
    swap(&ended, &text)
    if Self.isPlain(ended.span) {
      bytes.append(UInt8(ascii: "\""))
      bytes += ended
      bytes.append(UInt8(ascii: "\""))
    } else {
      Self.append(ended.span, to: &bytes)
    }
    ended.removeAll(keepingCapacity: true)
    swap(&ended, &text)
  }

  private mutating func append(string: String) {
    if Self.isPlain(string.utf8Span.span) {
      bytes.append(UInt8(ascii: "\""))
      bytes += string.utf8
      bytes.append(UInt8(ascii: "\""))
    } else {
      Self.append(string.utf8Span.span, to: &bytes)
    }
  }

  /// Whether text is the same as a string of JavaScript; most texts of paragraphs are.
  private static func isPlain(_ bytes: Span<UInt8>) -> Bool {
    // Without a branch, so that many bytes are looked at at once.
    var others = 0
    for index in bytes.indices { others &+= isOrdinary(bytes[index]) ? 0 : 1 }
    return others == 0
  }

  private static func isOrdinary(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") && byte != 0x7F
  }

  /// Appends UTF-8 as a string of JavaScript: without line feeds at its end, and without control
  /// characters but for those within.
  static func append(_ bytes: Span<UInt8>, to output: inout [UInt8]) {
    var count = bytes.count
    while count > 0, bytes[count - 1] == 0x0A { count -= 1 }
    // The room is made once, for the most that can be, so that the loop only stores.
    let start = output.count
    output.append(contentsOf: repeatElement(UInt8(ascii: "\""), count: count * 2 + 2))
    let source = bytes.extracting(0..<count)
    var string = output.mutableSpan
    var end = start + 1
    for index in source.indices {
      var byte = source[index]
      if !isOrdinary(byte) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x0A:
          string[end] = UInt8(ascii: "\\")
          end += 1
          if byte == 0x0A { byte = UInt8(ascii: "n") }
        default: byte = 0x20
        }
      }
      string[end] = byte
      end += 1
    }
    string[end] = UInt8(ascii: "\"")
    output.removeLast(output.count - end - 1)
  }
}
