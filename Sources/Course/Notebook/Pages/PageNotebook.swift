internal import Markdown

/// Makes a notebook of a page: a cell a step, and the text between as Markdown cells.
///
/// Each cell keeps the Markdown it was made of, where its source is another, so that the page can be
/// made again; see ``NotebookPage``.
struct PageNotebook {
  private(set) var notebook = Notebook()
  private let page: Page
  private let pictures: PagePictures
  /// The bytes at which lines begin, and the end of the text.
  private let starts: [Int]
  private let bytes: [UInt8]
  private var ids = UniqueNames(first: 2)
  private var count = 0

  /// - Parameters:
  ///   - record: what the last recorded run did.
  ///   - files: the bytes of local pictures, by their address in the notes.
  init(_ page: Page, record: PageRecord?, files: [String: [UInt8]]) {
    self.page = page
    let bytes = Array(page.source.text.utf8)
    self.bytes = bytes
    starts = [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
    pictures = PagePictures(page, files: files)
    let steps = page.steps.filter(\.isInNotebook)
    let states = record?.states(of: page.steps) ?? []
    let entries = Dictionary(
      zip(page.steps, states).compactMap { step, state -> (String, StepRecord)? in
        if case .current(let entry) = state { (step.id, entry) } else { nil }
      }, uniquingKeysWith: { first, _ in first })
    var members: [String: JSONValue] = ["page": .string(page.path)]
    let front = start(ofLine: page.frontMatter.contentLine)
    if front > 0 { members["front_matter"] = .string(text(0..<front)) }
    if !steps.isEmpty { addSetup(steps) }
    var done = front
    var gap = ""
    for step in steps {
      let first = start(ofLine: step.range.start.line)
      let last = end(ofLine: step.range.end.line)
      guard first >= done, last >= first else { continue }
      gap += add(prose: done..<first, before: step.id, gap: gap)
      add(step, first..<last, gap: gap, entries[step.id])
      gap = ""
      done = min(last + 1, bytes.count)
    }
    let rest = add(prose: done..<bytes.count, before: nil, gap: gap)
    if isFirst {
      members["end"] = .string(rest)
    } else if !rest.isEmpty {
      members["end"] = .string("\n" + rest)
    } else if bytes.last != 0x0A {
      members["end"] = .string("")
    }
    notebook.metadata = Self.kernel
    notebook.metadata["notes"] = .object(members)
  }

  private static let kernel: [String: JSONValue] = [
    "kernelspec": .object([
      "display_name": .string("Bash"), "language": .string("bash"), "name": .string("bash"),
    ]),
    "language_info": .object([
      "codemirror_mode": .string("shell"), "file_extension": .string(".sh"),
      "mimetype": .string("text/x-sh"), "name": .string("bash"),
    ]),
  ]

  /// Where a page begins, and the functions of its edits, before the first step.
  private mutating func addSetup(_ steps: [Step]) {
    var source = "cd"
    if steps.contains(where: { $0.code.literal.utf8.contains(0x09) }) {
      source += "\n# A tab is a tab, and completes nothing.\nbind 'set disable-completion on'"
    }
    if steps.contains(where: { !$0.edits.isEmpty }) { source += "\n\n" + StepEdit.functions }
    if steps.contains(where: \.isInLanguageSession) { source += "\n\n" + LanguageSession.setup }
    var cell = Notebook.Cell(
      .code(count: nil, outputs: []), id: ids.unique("notes-setup"), source: source)
    cell.metadata["notes"] = .object(["setup": .bool(true)])
    notebook.cells.append(cell)
  }

  /// Whether nothing of the page is in a cell yet.
  private var isFirst: Bool { notebook.cells.allSatisfy { $0.metadata["notes"]?["setup"] != nil } }

  private func start(ofLine line: Int) -> Int {
    line - 1 < starts.count ? starts[line - 1] : bytes.count
  }

  /// The byte of the line feed at a line's end, or the end of the text.
  private func end(ofLine line: Int) -> Int {
    line < starts.count ? starts[line] - 1 : bytes.count
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Adds a Markdown cell, unless all is blank.
  ///
  /// - Parameter gap: the blank lines before it that belong to nothing.
  /// - Returns: the blank lines behind it.
  private mutating func add(prose range: Range<Int>, before step: String?, gap: String) -> String {
    var first = range.lowerBound
    var isBlank = true
    var index = first
    while index < range.upperBound, isBlank {
      if bytes[index] == 0x0A { first = index + 1 } else { isBlank = bytes[index] == 0x20 }
      index += 1
    }
    if isBlank { return text(range) }
    var last = range.upperBound
    while last > first, [0x20, 0x0A].contains(bytes[last - 1]) { last -= 1 }
    // Blanks at the end of the last line are its own.
    while last < range.upperBound, bytes[last] != 0x0A { last += 1 }
    let original = text(first..<last)
    let (source, attachments, images) = pictures.attached(first..<last, of: bytes)
    let name = step.map { "before-\($0.cellID)".cellID } ?? "end"
    var cell = Notebook.Cell(.markdown, id: ids.unique(name), source: source)
    cell.attachments = attachments.isEmpty ? nil : attachments
    var notes = Self.origin(original, of: source)
    if !images.isEmpty { notes["images"] = .object(images.mapValues(JSONValue.string)) }
    append(cell, notes, gap: gap + text(range.lowerBound..<first))
    return text(min(last + 1, range.upperBound)..<range.upperBound)
  }

  private mutating func add(
    _ step: Step, _ range: Range<Int>, gap: String, _ entry: StepRecord?
  ) {
    let source = StepCell.source(of: step)
    var outputs: [Notebook.Output] = []
    var number: Int?
    if let entry, !entry.actions.isEmpty {
      count += 1
      number = count
      outputs = StepCell.outputs(of: entry)
    }
    var cell = Notebook.Cell(
      .code(count: number, outputs: outputs), id: ids.unique(step.id.cellID), source: source)
    var tags: [JSONValue] = []
    // nbclient leaves cells with the second tag out.
    if step.isOptional { tags += [.string("optional"), .string("skip-execution")] }
    if !tags.isEmpty { cell.metadata["tags"] = .array(tags) }
    var notes = Self.origin(text(range), of: source)
    // A cell's id takes fewer letters than a step's.
    if cell.id != step.id { notes["step"] = .string(step.id) }
    append(cell, notes, gap: gap)
  }

  /// What a cell keeps of the notes: nothing where its source is theirs.
  private static func origin(_ original: String, of source: String) -> [String: JSONValue] {
    original.utf8.elementsEqual(source.utf8)
      ? [:] : ["text": .string(original), "source": .string(Checksum.of(source))]
  }

  private mutating func append(
    _ cell: Notebook.Cell, _ notes: [String: JSONValue], gap: String
  ) {
    var cell = cell
    var notes = notes
    if gap != (isFirst ? "" : "\n") { notes["gap"] = .string(gap) }
    if !notes.isEmpty { cell.metadata["notes"] = .object(notes) }
    notebook.cells.append(cell)
  }
}

extension Step {
  /// Whether it becomes a cell; what cannot be run stays in the text.
  fileprivate var isInNotebook: Bool {
    isRunnable && settings.isForThisSystem && settings.isBackground != true
  }
}

extension String {
  /// The text as a cell's id: 1 to 64 letters of ASCII, digits, `-` and `_`; see nbformat 4.5. There
  /// is room behind it for a number.
  ///
  /// A text that is none has a hash behind what can be read of it, so that no two of them are one.
  fileprivate var cellID: String {
    let name = safeFileName
    if name == self, name.utf8.count <= 58, !name.isEmpty { return name }
    let words = name.split(separator: "-").joined(separator: "-").prefix(48)
    return (words.isEmpty ? "step" : words) + "-" + Checksum.of(self).prefix(8)
  }
}

extension Notebook {
  /// A page as a notebook of a bash kernel.
  ///
  /// - Parameters:
  ///   - record: what the last recorded run did, whose outputs the cells have.
  ///   - files: the bytes of the pictures that ``Page/localPictures`` names, by that name.
  public init(_ page: Page, record: PageRecord?, files: [String: [UInt8]] = [:]) {
    self = PageNotebook(page, record: record, files: files).notebook
  }
}
