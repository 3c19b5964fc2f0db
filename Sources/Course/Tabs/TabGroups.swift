public import Markdown

/// Where a page shows variants of the same thing, of which a reader wants one: as tabs.
///
/// Neighbouring fences with `os=…` in their info strings are variants. So is what stands between the
/// comments `<!-- tabs -->` and `<!-- /tabs -->`: each begins with a heading of the level of the first
/// one, or else with a fence that has a `tab`, an `os` or a `title`; what stands before the first is
/// for all of them. The blocks stay those of the page; only marks say where a group and its tabs are.
public struct TabGroups: Sendable {
  public enum Mark: Sendable, Equatable {
    case openGroup
    /// - Parameter hasHeading: whether a heading follows that is the label.
    case openTab(label: String, hasHeading: Bool)
    case closeTab
    case closeGroup
  }

  /// What goes before a block, by the block's start.
  public private(set) var before: [SourcePosition: [Mark]] = [:]
  /// What goes after a block of code, by the block's start.
  public private(set) var after: [SourcePosition: [Mark]] = [:]
  /// The comments around groups, which show nothing themselves.
  public private(set) var comments: Set<SourcePosition> = []
  /// What is wrong, with the place in the page's text.
  private(set) var problems: [(position: SourcePosition, message: String, mend: String)] = []

  public var isEmpty: Bool { before.isEmpty && comments.isEmpty }

  private let hidden: Set<SourcePosition>

  /// - Parameter hidden: where the blocks of code begin that the page leaves out.
  init(_ document: Document, hidden: Set<SourcePosition>) {
    self.hidden = hidden
    walk(document.blocks)
    for note in document.footnotes { walk(note.blocks) }
  }

  /// Goes through blocks that stand beside each other.
  private mutating func walk(_ blocks: [Block]) {
    var open: Int?
    var done = 0
    for (index, block) in blocks.enumerated() {
      switch block.content {
      case .htmlBlock(let html):
        guard let comment = TabComment(html) else { continue }
        comments.insert(block.range.start)
        switch comment {
        case .open:
          if let open { tellOpen(blocks[open]) }
          open = index
        case .close:
          guard let start = open else {
            tell(block, "`<!-- /tabs -->` closes no tabs", "take it out, or add `<!-- tabs -->`")
            continue
          }
          addVariants(blocks[done..<start])
          addTabs(blocks[start...index])
          done = index + 1
          open = nil
        }
      case .list(let list): for item in list.items { walk(item.blocks) }
      case .blockQuote, .alert: walk(block.children)
      case .codeBlock, .paragraph, .heading, .thematicBreak, .table, .math, .definitionList: break
      }
    }
    if let open { tellOpen(blocks[open]) }
    addVariants(blocks[done...])
  }

  /// Finds neighbouring fences for different systems; a label that comes again begins a new group.
  private mutating func addVariants(_ blocks: ArraySlice<Block>) {
    // Most pages have none.
    guard blocks.contains(where: { Self.systemLabel(of: $0) != nil }) else { return }
    var group: [(label: String, first: Block, last: Block)] = []
    func end(_ groups: inout TabGroups) {
      defer { group = [] }
      guard group.count > 1 else { return }
      for (index, tab) in group.enumerated() {
        let closing: [Mark] = index == 0 ? [.openGroup] : [.closeTab]
        groups.before[tab.first.range.start] =
          closing + [.openTab(label: tab.label, hasHeading: false)]
      }
      groups.after[group[group.count - 1].last.range.start] = [.closeTab, .closeGroup]
    }
    for block in blocks where !hidden.contains(block.range.start) {
      guard let label = Self.systemLabel(of: block) else {
        end(&self)
        continue
      }
      if group.last?.label == label.text {
        group[group.count - 1].last = block
      } else {
        if group.contains(where: { $0.label == label.text }) { end(&self) }
        group.append((label.text, block, block))
      }
    }
    end(&self)
  }

  private static func systemLabel(of block: Block) -> TabLabel? {
    guard case .codeBlock(let code) = block.content, let label = TabLabel(code), label.isSystem
    else { return nil }
    return label
  }

  /// - Parameter blocks: both comments and what stands between them.
  private mutating func addTabs(_ blocks: ArraySlice<Block>) {
    guard let opening = blocks.first, let closing = blocks.last else { return }
    let content = blocks.dropFirst().dropLast()
    guard let first = content.first(where: { level(of: $0) != nil || label(of: $0) != nil }) else {
      tell(
        opening, "the tabs have no names", "begin each with a heading or a fence with `tab=NAME`")
      return addVariants(content)
    }
    before[opening.range.start] = [.openGroup]
    let starts = content.indices.filter { name(of: content[$0], like: first) != nil }
    for (number, start) in starts.enumerated() {
      let hasHeading = level(of: first) != nil
      let label = name(of: content[start], like: first) ?? ""
      let tab = Mark.openTab(label: label, hasHeading: hasHeading)
      before[content[start].range.start] = number == 0 ? [tab] : [.closeTab, tab]
      let end = number + 1 < starts.count ? starts[number + 1] : content.endIndex
      if hasHeading { addVariants(content[start..<end]) }
    }
    before[closing.range.start] = [.closeTab, .closeGroup]
  }

  /// The name of the tab that a block begins, of the kind that the first block does.
  private func name(of block: Block, like first: Block) -> String? {
    guard let limit = level(of: first) else { return label(of: block) }
    guard let level = level(of: block), level <= limit else { return nil }
    return text(of: block)
  }

  private func level(of block: Block) -> Int? {
    if case .heading(let level, _, _) = block.content { level } else { nil }
  }

  private func text(of block: Block) -> String? {
    if case .heading(_, _, let inlines) = block.content { inlines.plainText } else { nil }
  }

  private func label(of block: Block) -> String? {
    guard case .codeBlock(let code) = block.content, !hidden.contains(block.range.start) else {
      return nil
    }
    return TabLabel(code)?.text
  }

  private mutating func tellOpen(_ block: Block) {
    tell(
      block, "`<!-- tabs -->` is not closed beside it, so that there are no tabs",
      "add a line `<!-- /tabs -->` below the last one")
  }

  private mutating func tell(_ block: Block, _ message: String, _ mend: String) {
    problems.append((block.range.start, message, mend))
  }
}

extension TabGroups {
  func diagnostics(in source: SourceFile) -> [Diagnostic] {
    problems.map { problem in
      Diagnostic(
        path: source.path, position: source.filePosition(problem.position), severity: .warning,
        message: problem.message, rule: "tabs", mend: problem.mend)
    }
  }
}
