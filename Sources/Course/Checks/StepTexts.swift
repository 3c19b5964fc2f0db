internal import Markdown

/// The texts of a page around its steps, for rules that ask what the notes say about a step.
struct StepTexts {
  private let entries: [PageOutline.Entry]
  private let indices: [SourceRange: Int]

  init(_ page: Page) {
    entries =
      PageOutline(
        page.document, headings: page.headings, text: page.source.text
      ).entries
    var indices: [SourceRange: Int] = [:]
    for (index, entry) in entries.enumerated() {
      if case .code(let block) = entry { indices[block.range] = index }
    }
    self.indices = indices
  }

  /// What stands above a step up to the block before it, and right below it up to the next, in
  /// lowercase.
  func around(_ step: Step) -> [String] {
    guard let index = indices[step.range] else { return [] }
    return above(index) + entries[(index + 1)...].prefix { !$0.isCode }.compactMap(\.text)
  }

  /// What stands above a step up to the block before it, in lowercase.
  func above(_ step: Step) -> [String] { indices[step.range].map(above) ?? [] }

  /// What stands between two steps, blocks that are no step left out, in lowercase.
  func between(_ first: Step, _ second: Step) -> [String] {
    guard let start = indices[first.range], let end = indices[second.range], start < end else {
      return []
    }
    return entries[(start + 1)..<end].compactMap(\.text)
  }

  /// Whether a text of the page has a word, in lowercase.
  func mention(_ word: String) -> Bool {
    entries.contains { $0.text.map { Phrases.first([word], in: $0) != nil } ?? false }
  }

  /// The tools that a text, or a line of code of any language, names and says how to get.
  var installed: Set<String> {
    entries.filter(\.speaksOfInstalling).reduce(into: []) { $0.formUnion($1.tools) }
  }

  /// Whether a text above a step says to install a tool.
  func installs(_ tool: String, above step: Step) -> Bool {
    guard let index = indices[step.range] else { return false }
    let spellings = Phrases(InstallableTool.spellings(of: tool))
    return entries[..<index].contains { entry in
      guard entry.speaksOfInstalling, let text = entry.text else { return false }
      return Phrases.first(spellings, in: text) != nil
    }
  }

  /// Whether a text names a file, or a block of another language does.
  func shows(_ file: String) -> Bool {
    let name = file.lowercased()
    return entries.contains { entry in
      switch entry {
      case .code(let block):
        BlockLanguage(block.code.language) == .other
          && block.code.literal.lowercased().contains(ascii: name)
          || block.code.info.lowercased().contains(ascii: name)
      case .heading, .text: entry.text?.contains(ascii: name) ?? false
      }
    }
  }

  private func above(_ index: Int) -> [String] {
    entries[..<index].reversed().prefix { !$0.isCode }.compactMap(\.text).reversed()
  }
}

extension PageOutline.Entry {
  private static let acts: Phrases = [
    "install", "installed", "installing", "installation", "installer", "prerequisite",
    "prerequisites", "download", "requirements", "require", "requires", "need", "set up", "setup",
    "add", "ships with", "comes with", "get", "have", "available",
  ]

  fileprivate var speaksOfInstalling: Bool {
    switch self {
    case .code(let block):
      block.code.literal.contains(ascii: "install") || block.code.literal.contains(ascii: " add ")
    case .heading, .text: text.map { Phrases.first(Self.acts, in: $0) != nil } ?? false
    }
  }

  /// The tools that an entry which speaks of installing names, by their own names or their packages'.
  fileprivate var tools: Set<String> {
    guard case .code(let block) = self else {
      return text.map(InstallableTool.mentioned) ?? []
    }
    return block.code.literal.split(separator: "\n").reduce(into: []) { tools, line in
      if line.contains(ascii: "install") || line.contains(ascii: " add ") {
        tools.formUnion(InstallableTool.mentioned(in: line.lowercased()))
      }
    }
  }

  fileprivate var isCode: Bool { if case .code = self { true } else { false } }

  /// What a reader reads, in lowercase; `nil` for code.
  fileprivate var text: String? {
    switch self {
    case .heading(let heading): heading.text.lowercased()
    case .text(let prose): prose.marked
    case .code: nil
    }
  }
}
