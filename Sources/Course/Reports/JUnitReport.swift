/// A run as JUnit XML, which most systems that build and test read.
///
/// A page is a suite and a step a case, with the place of its block in the notes. A step that failed
/// is a failure; one that ran out of time or was stopped, an error; one that was not tried is skipped.
public struct JUnitReport {
  public let text: String

  public init(_ pages: [PageRecord]) {
    var xml = XMLText()
    xml.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    xml.open("testsuites", [("name", "notes")] + Self.counts(pages))
    for page in pages { Self.write(page, to: &xml) }
    xml.close("testsuites")
    text = xml.text
  }

  private static func write(_ page: PageRecord, to xml: inout XMLText) {
    // The field's format has no zone.
    let attributes =
      [("name", page.page)] + counts([page])
      + [("timestamp", page.date.replacing("Z", with: ""))]
    xml.open("testsuite", attributes)
    xml.open("properties")
    let system = [
      ("place", page.system.place), ("distribution", page.system.distribution),
      ("kernel", page.system.kernel), ("architecture", page.system.architecture),
    ]
    let tools = page.system.tools.sorted { $0.key < $1.key }
    for (name, value) in system + tools.map({ ("version of \($0.key)", $0.value) }) {
      xml.empty("property", [("name", name), ("value", value)])
    }
    xml.close("properties")
    for step in page.steps { write(step, of: page, to: &xml) }
    xml.close("testsuite")
  }

  private static func write(_ step: StepRecord, of page: PageRecord, to xml: inout XMLText) {
    let attributes = [
      ("classname", PagePath(page.page).reference), ("name", step.name), ("file", page.page),
      ("line", "\(step.failure?.line ?? step.line)"), ("time", "\(step.duration)"),
    ]
    xml.open("testcase", attributes)
    let reason = step.reason ?? step.outcome.words
    switch step.outcome {
    case .passed: break
    case .failed:
      xml.element("failure", [("message", reason), ("type", "failed")], step.failureText)
    case .timedOut, .interrupted:
      xml.element("error", [("message", reason), ("type", step.outcome.words)], step.failureText)
    case .skipped, .blocked, .notReached: xml.empty("skipped", [("message", reason)])
    }
    if !step.actions.isEmpty { xml.element("system-out", [], step.transcript) }
    xml.close("testcase")
  }

  private static func counts(_ pages: [PageRecord]) -> [(String, String)] {
    let steps = pages.flatMap(\.steps)
    let failures = steps.count { $0.outcome == .failed }
    let errors = steps.count { $0.outcome.isFailure } - failures
    let skipped = steps.count { $0.outcome != .passed && !$0.outcome.isFailure }
    // Thousandths are added up as whole numbers: as fractions their sum has other digits.
    let time = pages.map { Int(($0.duration * 1000).rounded()) }.reduce(0, +)
    return [
      ("tests", "\(steps.count)"), ("failures", "\(failures)"), ("errors", "\(errors)"),
      ("skipped", "\(skipped)"), ("time", "\(Double(time) / 1000)"),
    ]
  }
}

extension StepRecord {
  /// The command that failed and what it printed.
  fileprivate var failureText: String {
    failure.map { "\($0.heading)\n\($0.output)" } ?? ""
  }
}
