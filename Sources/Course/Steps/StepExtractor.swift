internal import Markdown

/// Walks a document and makes a step of each shell code block.
///
/// It carries what stands around a block, as a reader has it in mind: the headings above and the
/// last paragraph or list item before the block.
struct StepExtractor {
  private(set) var steps: [Step] = []
  private let headingsByStart: [SourcePosition: Heading]
  private let titleStart: SourcePosition?
  /// The open headings, outermost first.
  private var open: [Heading] = []
  private var lead: Lead?
  private var ids = UniqueNames(first: 2)

  init(document: Document, headings: [Heading]) {
    headingsByStart = Dictionary(
      headings.map { ($0.range.start, $0) }, uniquingKeysWith: { first, _ in first })
    // The first heading of the highest level is the page's title and encloses everything.
    titleStart = headings.first.flatMap { $0.level == 1 ? $0.range.start : nil }
    walk(document.blocks)
    steps = StepNeeds.infer(steps)
  }

  private mutating func walk(_ blocks: [Block]) {
    for block in blocks {
      switch block.content {
      case .heading: enter(headingsByStart[block.range.start])
      case .paragraph(let inlines): lead = Lead(text: inlines.plainText.trimmed)
      case .codeBlock(let code): add(code, block.range)
      case .blockQuote(let blocks): walk(blocks)
      case .list(let list): walk(list)
      case .htmlBlock, .thematicBreak: break
      }
    }
  }

  private mutating func walk(_ list: List) {
    for (index, item) in list.items.enumerated() {
      for block in item.blocks {
        walk([block])
        // The paragraph of a numbered item carries the number, as if it stood in the text.
        if case .paragraph = block.content, case .ordered(let start) = list.marker,
          block.range.start.line == item.range.start.line
        {
          if lead?.number == nil { lead?.number = "\(start + index)" }
        }
      }
    }
  }

  private mutating func enter(_ heading: Heading?) {
    guard let heading else { return }
    open.removeAll { $0.level >= heading.level }
    open.append(heading)
    lead = nil
  }

  private mutating func add(_ code: CodeBlock, _ range: SourceRange) {
    let language = BlockLanguage(code.language)
    guard let language else { return }
    let reading = BlockReading(code, language: language)
    let names = open.filter { $0.range.start != titleStart }.map { StepName($0.text) }
    let own = lead.flatMap { $0.number == nil ? nil : StepName($0.text, number: $0.number) }
    let fallback = open.last.map { StepName($0.text) }
    let name = own ?? fallback ?? StepName("Commands")
    steps.append(
      Step(
        id: uniqueID(name, reading), number: name.number, title: name.title,
        headings: names.map(\.heading), range: range,
        language: code.language.map { $0.lowercased() }, kind: reading.kind,
        traits: CommandTable.traits(of: reading.actions),
        isOptional: (names + [name]).contains(where: \.isOptional), needs: [],
        hasPrompts: reading.hasPrompts,
        actions: reading.actions, code: code))
    lead = nil
  }

  /// The id from the name; where a step above has it, the first words of the block tell them apart,
  /// so that neither changes its id when the other goes.
  private mutating func uniqueID(_ name: StepName, _ reading: BlockReading) -> String {
    let base = name.id.isEmpty ? "step" : name.id
    guard ids.contains(base), let first = reading.actions.first else { return ids.unique(base) }
    let words =
      switch first {
      case .command(let command): Slug.name(command.text, words: 3)
      case .edit(let edit): Slug.name("\(edit.editor) \(edit.file)", words: 3)
      }
    return ids.unique(words.isEmpty ? base : "\(base)-\(words)")
  }
}

/// The text right before a block.
private struct Lead {
  var text: String
  /// The number it begins with, such as `4.1`.
  var number: String?

  init(text: String) {
    self.text = text
    number = StepName(text).number
  }
}
