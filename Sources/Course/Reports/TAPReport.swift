/// A run in version 14 of the Test Anything Protocol: a step a line, `# SKIP` with the reason for one
/// that was not tried, and a block of YAML for one that failed.
public struct TAPReport {
  public let text: String

  public init(_ pages: [PageRecord]) {
    let steps = pages.flatMap { page in page.steps.map { (page, $0) } }
    var lines = ["TAP version 14", "1..\(steps.count)"]
    for (index, (page, step)) in steps.enumerated() {
      let reference = pages.count > 1 ? PagePath(page.page).reference + " " : ""
      let description = "\(index + 1) - \(Self.escaped(reference + step.name))"
      switch step.outcome {
      case .passed: lines.append("ok \(description)")
      case .failed, .timedOut, .interrupted:
        lines += ["not ok \(description)"] + Self.block(step, of: page)
      case .skipped, .blocked, .notReached:
        // A line break would end the test's line.
        let reason = step.reason ?? step.outcome.words
        lines.append("ok \(description) # SKIP \(Self.escaped(reason))")
      }
    }
    text = lines.map { $0 + "\n" }.joined()
  }

  private static func block(_ step: StepRecord, of page: PageRecord) -> [String] {
    var lines = [
      "---", "message: \(quoted(step.reason ?? step.outcome.words))",
      "outcome: \(step.outcome.rawValue)", "duration_ms: \(Int((step.duration * 1000).rounded()))",
      "at:", "  file: \(quoted(page.page))", "  line: \(step.failure?.line ?? step.line)",
    ]
    if let action = step.failure {
      lines += ["exit: \(action.status)", "command: \(quoted(action.heading))"]
      lines.append("output: \(quoted(action.output))")
    }
    return (lines + ["..."]).map { "  " + $0 }
  }

  /// `#` begins a directive, and a backslash takes that from it.
  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("#", with: "\\#").replacing("\n", with: " ")
  }

  /// A text between double quotes, as YAML 1.2 has it, on one line.
  private static func quoted(_ text: String) -> String {
    let inner = text.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "\\", "\"": "\\\(scalar)"
      case "\n": "\\n"
      case "\t": "\\t"
      case "\0"..."\u{F}": "\\x0" + String(scalar.value, radix: 16)
      case "\u{10}"..."\u{1F}", "\u{7F}"..."\u{9F}": "\\x" + String(scalar.value, radix: 16)
      default: String(scalar)
      }
    }
    return "\"\(inner.joined())\""
  }
}
