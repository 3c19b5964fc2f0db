public import Course

extension PageRecord {
  /// How many bytes of a command's output are kept of the beginning, and as many of the end.
  static let outputLimit = 32 * 1024

  /// The record of a run.
  ///
  /// - Parameters:
  ///   - date: when it began, as ``PageRecord/date`` has it.
  ///   - home: the home folder's path, which becomes `~`.
  public init(
    _ page: Page, _ results: [StepResult], system: SystemRecord, date: String, home: String
  ) {
    let results = Dictionary(results.map { ($0.step.id, $0) }, uniquingKeysWith: { $1 })
    let texts = RecordedTexts(page: page, home: home)
    let steps = page.steps.map { texts.record($0, results[$0.id]) }
    let total = results.values.map(\.duration).reduce(.zero, +)
    self.init(
      page: page.path, title: page.title.printable, date: date, duration: total.thousandths,
      system: system, steps: steps)
  }
}

/// Makes the texts of a record from those of a run.
private struct RecordedTexts {
  let page: Page
  let home: String

  func record(_ step: Step, _ result: StepResult?) -> StepRecord {
    var record = StepRecord(
      id: step.id, number: step.number, title: step.title.printable,
      line: page.fileLine(of: step), hash: step.fingerprint,
      outcome: .notReached)
    guard let result else {
      record.reason = "the run ended before it"
      return record
    }
    (record.outcome, record.reason) = outcome(of: result)
    record.duration = result.duration.thousandths
    record.actions = result.actions.map(self.record)
    record.differences = result.differences.map { difference in
      RecordedDifference(
        line: page.fileLine(of: difference.expectation.position),
        hint: difference.expectation.isHint, expected: difference.expectation.text,
        printed: withoutHome(difference.output))
    }
    return record
  }

  private func record(_ action: ActionResult) -> RecordedAction {
    var record = RecordedAction(
      line: page.fileLine(of: action.action.position),
      status: action.result.status, duration: action.result.duration.thousandths,
      output: withoutHome(action.result.output.text(limit: PageRecord.outputLimit)))
    switch action.action {
    case .command(let command):
      record.command = ScreenText(withoutHome(command.text)).text
      record.language = command.runner?.language
    case .edit(let edit): record.edit = withoutHome(edit.path ?? edit.file)
    }
    return record
  }

  private func outcome(of result: StepResult) -> (RecordedOutcome, String?) {
    switch result.outcome {
    case .passed: (.passed, nil)
    case .failed: (.failed, result.failure?.result.failure)
    case .timedOut:
      (
        .timedOut,
        "it ran longer than it may"
          + (result.failure?.result.waitedFor.map { ", waiting for \(withoutHome($0))" } ?? "")
      )
    case .unmet(let reason): (.failed, withoutHome(reason.description).printable)
    case .interrupted: (.interrupted, "it was stopped")
    case .skipped(let reason): (.skipped, withoutHome(reason.description).printable)
    case .blocked(let labels): (.blocked, "\(labels.joined(separator: ", ")) did not pass")
    }
  }

  /// The text with `~` for the home folder, so that a record is the same whoever ran the page.
  private func withoutHome(_ text: String) -> String {
    guard home.utf8.count > 1 else { return text }
    var result = ""
    var rest = text[...]
    while let range = rest.firstRange(of: home) {
      let before = rest[..<range.lowerBound].unicodeScalars.last
      let after = rest[range.upperBound...].unicodeScalars.first
      // `/mnt/root` and `/root-of-all` are other folders than `/root`.
      let isAddress = rest[..<range.lowerBound].hasSuffix("://")
      let isWhole = (isAddress || !Self.isNamePart(before, "/.")) && !Self.isNamePart(after, "")
      result += rest[..<range.lowerBound] + (isWhole ? "~" : home)
      rest = rest[range.upperBound...]
    }
    return result + rest
  }

  private static func isNamePart(_ scalar: Unicode.Scalar?, _ more: String) -> Bool {
    guard let scalar else { return false }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || ("-_" + more).unicodeScalars.contains(scalar)
  }
}

extension Duration {
  /// Seconds to the thousandth, which a decimal fraction tells exactly as it is written.
  fileprivate var thousandths: Double {
    let (whole, attoseconds) = components
    let count = whole * 1000 + attoseconds / 1_000_000_000_000_000
    return Double(count) / 1000
  }
}
