package import Markdown

/// Makes a step of each shell code block, with what stands around it in mind as a reader has it.
package struct StepExtractor {
  package private(set) var steps: [Step] = []
  private let titleStart: SourcePosition?
  /// The open headings, outermost first.
  private var open: [OpenHeading] = []
  /// The headings at the start of each division that is open (Pandoc: between lines of colons).
  private var divisions: [[OpenHeading]] = []
  /// The texts since the last block of code or heading.
  private var before: [Prose] = []
  /// The text that asks which of several blocks is right, while these follow one another.
  private var question: Prose?
  /// The step right above, with nothing but text since; what a block shows may be what it prints.
  private var above: Int?
  private var ids = UniqueNames(first: 2)
  private let memory = PageMemory()
  /// What is said of all steps of the page.
  private let defaults: StepSettings
  private let runners: [String: LanguageRunner]
  /// What is wrong with what authors say of steps.
  private(set) var problems: [Annotation.Problem] = []
  /// Blocks with HTML right above them.
  private(set) var commented: [(block: SourceRange, comments: [Comment])] = []
  /// Blocks that are to be equal to a part of a file.
  private(set) var includes: [Include] = []
  /// Sections that are to agree with a script.
  private(set) var verifications: [Verification] = []
  /// Names that authors give and that no step has yet.
  private var givenNames: Set<String> = []

  /// - Parameters:
  ///   - text: the page's.
  ///   - runners: what runs blocks of other languages, by the language.
  package init(
    document: Document, headings: [Heading], text: String, defaults: StepSettings,
    runners: [String: LanguageRunner] = [:]
  ) {
    self.defaults = defaults
    self.runners = runners
    // The first heading of the highest level is the page's title and encloses everything.
    titleStart = headings.first.flatMap { $0.level == 1 ? $0.range.start : nil }
    let page = PageOutline(document, headings: headings, text: text, isOfSteps: true)
    let outline = page.entries
    commented = page.commented
    verifications = page.verifications.compactMap { Verification($0, headings: headings) }
    tellStrayComments(page)
    // The last first, so that each is taken off the end and not copied.
    var annotations: [Annotation] = []
    let entries = outline.span
    for index in entries.indices.reversed() {
      if case .code(let block) = entries[index] { annotations.append(annotation(block)) }
    }
    // The text makes no id that an author gives.
    for case let name? in annotations.reversed().lazy.map(\.settings.name)
    where givenNames.insert(name).inserted {
      _ = ids.unique(name)
    }
    let title = headings.first.map(OpenHeading.init)
    // What stands below the last block of code is about none.
    for index in entries.indices where !annotations.isEmpty {
      switch entries[index] {
      case .heading(let heading):
        open.removeAll { $0.heading.level >= heading.level }
        let opened = OpenHeading(heading)
        open.append(opened)
        question = nil
        before.removeAll(keepingCapacity: true)
        above = nil
        memory.enterSection(opened)
      case .text(let prose):
        passDivision(prose)
        if before.isEmpty, prose.isAttribute { continue }
        question = nil
        before.append(prose)
        memory.note(prose)
      case .code(let block):
        includes += block.comments.compactMap {
          Include($0, above: block.code, at: block.range)
        }
        guard let annotation = annotations.popLast() else { continue }
        if before.isEmpty, let question { before = [question] }
        var after: Prose?
        if index + 1 < entries.count, case .text(let prose) = entries[index + 1] { after = prose }
        add(block, annotation, after: after, title: title)
        question = before.last.flatMap { PlaceRules.question(in: $0.marked) == nil ? nil : $0 }
        before.removeAll(keepingCapacity: true)
      }
    }
    ScriptPieces.join(in: &steps)
    StepNeeds.infer(in: &steps)
  }

  /// Opens or closes divisions: headings within one enclose nothing behind it.
  private mutating func passDivision(_ prose: Prose) {
    guard !divisions.isEmpty || prose.beginsWithColon else { return }
    let words = prose.text.utf8.split(separator: 0x20)
    for (index, word) in words.enumerated() where word.starts(with: ":::".utf8) {
      if !word.allSatisfy({ $0 == UInt8(ascii: ":") }) || index + 1 < words.count {
        divisions.append(open)
      } else if let outer = divisions.popLast() {
        open = outer
      }
    }
  }

  /// Comments about a step above something else: their author believes that they hold.
  private mutating func tellStrayComments(_ page: PageOutline) {
    guard !commented.isEmpty else { return }
    let code = page.entries.compactMap { entry -> SourceRange? in
      if case .code(let block) = entry { block.range } else { nil }
    }
    for (range, comments) in commented where !code.contains(range) {
      for comment in comments
      where FileReference.text(of: comment.html, mark: Include.mark) != nil {
        problems.append(.stray(at: comment.start))
      }
      for case (let text, let mark?)? in comments.map(\.attributes) where mark != "notes" {
        problems.append(.stray(at: text.start))
      }
    }
  }

  private func annotation(_ block: OutlinedCode) -> Annotation {
    Annotation(
      block.code, comments: block.comments, defaults: defaults,
      isShell: block.language != .other || runner(of: block) != nil)
  }

  /// What runs a block in another language than the shell's.
  private func runner(of block: OutlinedCode) -> LanguageRunner? {
    guard !runners.isEmpty, block.language == .other, let language = block.code.language,
      // Shown without running.
      !language.hasPrefix("{{")
    else { return nil }
    return runners[BlockLanguage.name(language).lowercased()]
  }

  private mutating func add(
    _ block: OutlinedCode, _ annotation: consuming Annotation, after: Prose?, title: OpenHeading?
  ) {
    let attribute = after.flatMap { $0.text.hasPrefix("{: .language-") ? $0.text[...] : nil }
    let language =
      block.code.language == nil && attribute != nil ? BlockLanguage(attribute) : block.language
    problems += annotation.problems
    let surroundings = Surroundings(
      headings: open, title: title, before: before,
      items: block.items, after: after, laterTab: block.laterTab)
    let reading = BlockReading(
      annotation.code, language, runner: runner(of: block), surroundings,
      annotation.settings, memory)
    if let above {
      steps[above].expectation = FollowingOutput.expectation(
        annotation.code, kind: reading?.decision.kind, texts: before, after: steps[above])
    }
    above = reading == nil ? nil : steps.count
    guard let reading else { return }
    let enclosing = open.filter { $0.heading.range.start != titleStart }
    var name = open.last?.name ?? StepName("Commands")
    if let lead = before.last, let number = lead.number {
      name = lead.name
      name.number = number
    }
    let id = id(name, reading, annotation.settings.name)
    if reading.fillsEditor { steps[steps.count - 1].leaveEditor(to: id) }
    steps.append(
      Step(
        id: id, number: name.number, title: name.title,
        headings: enclosing.map(\.name.heading), range: block.range,
        language: block.code.language.map { $0.lowercased() },
        traits: reading.traits,
        isOptional: annotation.settings.isOptional
          ?? (name.isOptional || enclosing.contains(where: \.name.isOptional)),
        needs: [], hasPrompts: reading.hasPrompts, actions: reading.actions,
        code: annotation.code, decision: reading.decision,
        settings: annotation.settings))
  }

  /// The id that the author gives, or that the text does.
  private mutating func id(
    _ name: StepName, _ reading: BlockReading, _ given: String?
  ) -> String {
    guard let given else { return uniqueID(name, reading) }
    return givenNames.remove(given) ?? ids.unique(given)
  }

  /// The id from the name; where a step above has it, the first words of the block tell them apart,
  /// so that neither changes its id when the other goes.
  private mutating func uniqueID(_ name: StepName, _ reading: BlockReading) -> String {
    let own = name.id
    let base = own.isEmpty ? "step" : own
    guard ids.contains(base), let first = reading.actions.first else { return ids.unique(base) }
    let words =
      switch first {
      case .command(let command): Slug.name(command.text, words: 3)
      case .edit(let edit): Slug.name("\(edit.editor ?? "edit") \(edit.file)", words: 3)
      }
    return ids.unique(words.isEmpty ? base : "\(base)-\(words)")
  }
}

extension Step {
  /// The editor that the step ends with is never opened: another step holds the lines for it.
  fileprivate mutating func leaveEditor(to step: String) {
    guard case .command(var command) = actions.last else { return }
    command.doneBy = step
    actions[actions.count - 1] = .command(command)
  }
}
