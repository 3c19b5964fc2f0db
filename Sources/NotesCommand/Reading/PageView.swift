import Course
import Markdown

/// A page as it is read in a terminal: text wrapped to its width, and below each step what a recorded
/// run of it has printed.
struct PageView {
  private let page: Page
  private let terminal: Terminal
  private let width: Int
  private let steps: [SourcePosition: (Step, RecordedState)]
  private var output: [String] = []

  /// The most columns that text takes; longer lines are hard to follow.
  private static let widest = 100

  init(_ page: Page, _ record: PageRecord?, _ terminal: Terminal) {
    self.page = page
    self.terminal = terminal
    width = max(20, min(Self.widest, terminal.width))
    let states = record?.states(of: page.steps) ?? page.steps.map { _ in .missing }
    steps = Dictionary(
      zip(page.steps, states).map { ($0.range.start, ($0, $1)) },
      uniquingKeysWith: { first, _ in first })
    if page.headings.first?.level != 1 { add(heading: page.title, level: 1, Margin()) }
    add(page.document.blocks, Margin())
    for note in page.document.footnotes {
      add(note.blocks, Margin(first: "[\(note.number)] ", rest: "    "))
    }
    if let record { add("Recorded \(record.date), \(record.system.place)", .dim) }
  }

  var text: String { output.map { $0 + "\n" }.joined() }

  /// What stands before the lines of a block.
  private struct Margin {
    var first = ""
    var rest = ""

    func adding(_ first: String, _ rest: String) -> Margin {
      Margin(first: self.first + first, rest: self.rest + rest)
    }

    /// That of the blocks behind the first.
    var following: Margin { Margin(first: rest, rest: rest) }
  }

  private mutating func add(_ line: String, _ style: Terminal.Style) {
    blank(Margin())
    output.append(terminal.paint(line.printable, style))
  }

  /// Parts blocks; two blank lines never follow each other.
  private mutating func blank(_ margin: Margin) {
    let line = margin.rest.trimmedEnd
    if let last = output.last, !last.isEmpty, last != line { output.append(line) }
  }

  private mutating func add(_ lines: [String], _ margin: Margin) {
    for (index, line) in lines.enumerated() {
      output.append((index == 0 ? margin.first : margin.rest) + line)
    }
  }

  private mutating func add(_ blocks: [Block], _ margin: Margin, isTight: Bool = false) {
    var margin = margin
    var isFirst = true
    for block in blocks {
      let isShown = if case .htmlBlock(let html) = block.content { !html.isComment } else { true }
      guard isShown else { continue }
      // The first block of an item stands beside the item's sign.
      if !isFirst || margin.first == margin.rest, !isTight { blank(margin) }
      add(block, margin)
      margin = margin.following
      isFirst = false
    }
  }

  private mutating func add(_ block: Block, _ margin: Margin) {
    switch block.content {
    case .heading(let level, _, let inlines): add(heading: inlines.plainText, level: level, margin)
    case .paragraph(let inlines): add(inlines, margin)
    case .codeBlock(let code):
      if let (step, state) = steps[block.range.start] {
        add(StepView(step, state, terminal).lines, code: margin)
      } else {
        add(code.literal.withoutFinalLineFeed.lines.map { ($0, nil) }, code: margin)
      }
    case .blockQuote(let blocks): add(blocks, margin.adding("│ ", "│ "))
    case .alert(let alert):
      let name = alert.kind.rawValue.uppercased()
      output.append(margin.first + "│ " + terminal.paint(name, .bold))
      add(alert.blocks, margin.following.adding("│ ", "│ "))
    case .list(let list): add(list, margin)
    case .definitionList(let list):
      for group in list.groups {
        for term in group.terms { add(term, margin) }
        for definition in group.definitions {
          add(definition.blocks, margin.following.adding("    ", "    "), isTight: true)
        }
      }
    case .thematicBreak: output.append(margin.first + String(repeating: "─", count: 20))
    case .htmlBlock(let html):
      add(html.withoutFinalLineFeed.lines.map { ($0, .dim) }, code: margin)
    case .math(let math):
      add(math.literal.withoutFinalLineFeed.lines.map { ($0, nil) }, code: margin)
    case .table(let table): add(TableView(table).lines.map { ($0, nil) }, code: margin)
    }
  }

  private mutating func add(heading: String, level: Int, _ margin: Margin) {
    var text = WrappedText(terminal)
    text.add(heading, level == 1 ? [.bold, .blue] : [.bold])
    add(text.lines(width: width - margin.rest.columns), margin)
  }

  private mutating func add(_ inlines: [Inline], _ margin: Margin) {
    var text = WrappedText(terminal)
    text.add(inlines, [])
    add(text.lines(width: width - margin.rest.columns), margin)
  }

  private mutating func add(_ list: Markdown.List, _ margin: Margin) {
    var margin = margin
    for (index, item) in list.items.enumerated() {
      var sign =
        switch list.marker {
        case .bullet: "• "
        case .ordered(let start): "\(start + index). "
        }
      if let isChecked = item.isChecked { sign = isChecked ? "☑ " : "☐ " }
      if index > 0, !list.isTight { blank(margin) }
      let blank = String(repeating: " ", count: sign.count)
      add(item.blocks, margin.adding(sign, blank), isTight: list.isTight)
      margin = margin.following
    }
  }

  /// Adds lines whose blanks matter: indented, and folded where they are too long.
  private mutating func add(_ lines: [(text: String, style: Terminal.Style?)], code margin: Margin)
  {
    let margin = margin.adding("    ", "    ")
    var shown: [String] = []
    for line in lines {
      for piece in line.text.expandingTabs.printable
        .pieces(columns: width - margin.rest.columns)
      {
        shown.append(line.style.map { terminal.paint(piece, $0) } ?? piece)
      }
    }
    add(shown, margin)
  }
}

extension String {
  fileprivate var isComment: Bool { drop { $0 == " " }.hasPrefix("<!--") }

  fileprivate var withoutFinalLineFeed: String { hasSuffix("\n") ? String(dropLast()) : self }

  fileprivate var trimmedEnd: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  var lines: [String] {
    split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// With blanks up to the next column of 8 for each tab.
  fileprivate var expandingTabs: String {
    guard contains("\t") else { return self }
    var result = ""
    for character in self {
      if character == "\t" {
        result += String(repeating: " ", count: 8 - result.count % 8)
      } else {
        result.append(character)
      }
    }
    return result
  }
}

extension WrappedText {
  fileprivate mutating func add(_ inlines: [Inline], _ styles: [Terminal.Style]) {
    for inline in inlines {
      switch inline.content {
      case .text(let text), .abbreviation(let text, _): add(text, styles)
      case .code(let text), .math(let text, _): add(text, styles + [.green])
      case .softBreak: add(" ", styles)
      case .lineBreak: endLine()
      case .html: break
      case .emphasis(let children), .strikethrough(let children): add(children, styles)
      case .strong(let children): add(children, styles + [.bold])
      case .link(let destination, _, let children):
        add(children, styles + [.blue])
        // An address that stands in the text is not told twice.
        if destination.contains("://"), children.plainText != destination {
          add(" <\(destination)>", styles + [.dim])
        }
      case .image(let source, _, let children):
        add("[\(children.plainText.isEmpty ? source : children.plainText)]", styles + [.dim])
      case .footnoteReference(let number, _): add("[\(number)]", styles + [.dim])
      }
    }
  }
}
