internal import Markdown

/// A page without front matter, and below each step that says nothing of its output what a recorded run
/// of it has printed.
public struct PageWithOutputs {
  public let text: String

  /// - Parameter record: entries of steps that have changed since are left out.
  public init(_ page: Page, _ record: PageRecord?) {
    var lines = page.source.text.split(separator: "\n", omittingEmptySubsequences: false)
    let states = record?.states(of: page.steps) ?? []
    for (step, state) in zip(page.steps, states).reversed() {
      guard case .current(let entry) = state, step.isWithoutOutput else { continue }
      let printed = entry.actions.map(\.output).joined()
      let prefix = lines[step.range.start.line - 1].utf8.prefix(step.range.start.column - 1)
      // In quotes and at the first line of a list item the lines begin with signs of their own.
      guard !printed.isEmpty, prefix.allSatisfy({ $0 == 0x20 }) else { continue }
      let fence = Fence.block(
        printed.utf8.hasFinalLineFeed ? printed : printed + "\n", info: "output")
      let indent = String(Substring(prefix))
      let shown = fence.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
        .map { Substring(indent + String(Substring($0))) }
      lines.insert(contentsOf: [""] + shown, at: min(lines.count, step.range.end.line))
    }
    text = lines.dropFirst(page.frontMatter.contentLine - 1).joined(separator: "\n")
  }
}

extension Step {
  /// Whether the notes leave open what it prints.
  fileprivate var isWithoutOutput: Bool {
    expectation == nil && commands.allSatisfy { $0.expectation == nil }
  }
}
