internal import Course
internal import Markdown

/// What the record of a page says beside its steps.
struct RecordedSteps {
  let run: RunSummary
  private let page: Page
  private let states: [String: RecordedState]

  init(_ page: Page, _ record: PageRecord) {
    self.page = page
    let states = record.states(of: page.steps)
    run = RunSummary(page, record, states)
    self.states = Dictionary(
      zip(page.steps.map(\.id), states), uniquingKeysWith: { first, _ in first })
  }

  /// `nil` for a step that nobody expects to be run.
  func state(of step: Step) -> RecordedState? {
    guard let state = states[step.id] else { return nil }
    if step.kind.isRunnable, !step.ownActions.isEmpty { return state }
    guard case .current(let entry) = state, !entry.actions.isEmpty else { return nil }
    return state
  }

  /// What was printed in place of what the notes say.
  ///
  /// Lines of the file may have moved since; those within a block that has not changed have not.
  func difference(from expectation: Expectation, of step: Step) -> RecordedDifference? {
    guard case .current(let entry)? = states[step.id] else { return nil }
    let offset = page.fileLine(of: expectation.position) - page.fileLine(of: step)
    return entry.differences.first { difference in
      difference.expected == expectation.text
        && (expectation.origin != .transcript || difference.line - entry.line == offset)
    }
  }

  /// What was printed in place of what a block of its own says.
  func difference(shownBy block: Step) -> RecordedDifference? {
    for step in page.steps {
      guard let expectation = step.expectation, expectation.position >= block.range.start,
        expectation.position <= block.range.end
      else { continue }
      return difference(from: expectation, of: step)
    }
    return nil
  }
}
