internal import Markdown

extension TestDocument {
  /// The expectations of a page's steps.
  static func cases(_ page: Page) -> [TestCase] {
    let lines = page.source.text.split(separator: "\n", omittingEmptySubsequences: false)
    let blocks = page.document.codeBlocks
    var cases: [TestCase] = []
    for (index, step) in page.steps.enumerated() {
      for command in step.commands {
        if let expectation = command.expectation {
          cases.append(
            TestCase(command, expectation, step: index, lines: lines, blocks: blocks))
        }
      }
      if let expectation = step.expectation, let last = step.commands.last {
        var whole = TestCase(last, expectation, step: index, lines: lines, blocks: blocks)
        whole.isWholeStep = true
        cases.append(whole)
      }
    }
    return cases
  }
}

extension TestCase {
  init(
    _ command: StepCommand, _ expectation: Expectation, step: Int, lines: [Substring],
    blocks: [(code: CodeBlock, range: SourceRange)]
  ) {
    let place = expectation.position
    self.init(
      command: command.text, position: command.position, lines: expectation.lines,
      options: TestOptions(.notes), step: step, isHint: expectation.isHint,
      readsStatus: expectation.origin == .transcript,
      lastLine: expectation.lines[expectation.lines.count - 1].start.line,
      prefix: TestDocument.prefix(of: lines[place.line - 1], upTo: place.column))
    let block = blocks.first {
      place.line >= $0.range.start.line && place.line <= $0.range.end.line
    }
    guard let block, case .fenced(let isClosed) = block.code.form else { return }
    fence = FencePlace(
      opening: block.range.start.line, closing: isClosed ? block.range.end.line : nil)
  }
}
