internal import Markdown

/// Makes a step of each shell code block, with what stands around it in mind as a reader has it.
struct StepExtractor {
  private(set) var steps: [Step] = []
  private let titleStart: SourcePosition?
  /// The open headings, outermost first.
  private var open: [Heading] = []
  /// The texts since the last block of code or heading.
  private var before: [Prose] = []
  private var ids = UniqueNames(first: 2)
  private var memory = PageMemory()

  init(document: Document, headings: [Heading]) {
    // The first heading of the highest level is the page's title and encloses everything.
    titleStart = headings.first.flatMap { $0.level == 1 ? $0.range.start : nil }
    let outline = PageOutline(document, headings: headings).entries
    for (index, entry) in outline.enumerated() {
      switch entry {
      case .heading(let heading):
        open.removeAll { $0.level >= heading.level }
        open.append(heading)
        before = []
        memory.enterSection()
      case .text(let prose):
        before.append(prose)
        memory.note(prose)
      case .code(let code, let range, let items):
        add(
          code, range, items, after: Self.text(in: outline[(index + 1)...]), title: headings.first)
        before = []
      }
    }
    steps = StepNeeds.infer(steps)
  }

  /// The text right below a block.
  private static func text(in rest: ArraySlice<PageOutline.Entry>) -> Prose? {
    if case .text(let prose)? = rest.first { prose } else { nil }
  }

  private mutating func add(
    _ code: CodeBlock, _ range: SourceRange, _ items: [Prose], after: Prose?, title: Heading?
  ) {
    let surroundings = Surroundings(
      headings: open.map(\.text), title: title?.text, before: before,
      items: items.map(\.text), after: after)
    let attribute = after.flatMap { $0.text.hasPrefix("{: .language-") ? $0.text[...] : nil }
    guard
      let reading = BlockReading(
        code, BlockLanguage(code.language ?? attribute), surroundings, &memory)
    else { return }
    let names = open.filter { $0.range.start != titleStart }.map { StepName($0.text) }
    let lead = before.last.flatMap { $0.number == nil ? nil : StepName($0.text, number: $0.number) }
    let name = lead ?? open.last.map { StepName($0.text) } ?? StepName("Commands")
    steps.append(
      Step(
        id: uniqueID(name, reading), number: name.number, title: name.title,
        headings: names.map(\.heading), range: range,
        language: code.language.map { $0.lowercased() },
        traits: reading.traits, isOptional: (names + [name]).contains(where: \.isOptional),
        needs: [], hasPrompts: reading.hasPrompts, actions: reading.actions, code: code,
        decision: reading.decision))
  }

  /// The id from the name; where a step above has it, the first words of the block tell them apart,
  /// so that neither changes its id when the other goes.
  private mutating func uniqueID(_ name: StepName, _ reading: BlockReading) -> String {
    let base = name.id.isEmpty ? "step" : name.id
    guard ids.contains(base), let first = reading.actions.first else { return ids.unique(base) }
    let words =
      switch first {
      case .command(let command): Slug.name(command.text, words: 3)
      case .edit(let edit): Slug.name("\(edit.editor ?? "edit") \(edit.file)", words: 3)
      }
    return ids.unique(words.isEmpty ? base : "\(base)-\(words)")
  }
}
