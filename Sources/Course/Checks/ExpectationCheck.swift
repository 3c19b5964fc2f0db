internal import Markdown

/// Finds expectations that say something else than they seem to: a suffix that is none, a regular
/// expression that is none, lines that ask for nothing.
enum ExpectationCheck {
  static func diagnostics(_ page: Page) -> [Diagnostic] {
    page.steps.filter(\.isRunnable).flatMap { step in
      (step.commands.map(\.expectation) + [step.expectation]).compactMap(\.self)
        .flatMap { diagnostics($0, page) }
    }
  }

  private static func diagnostics(_ expectation: Expectation, _ page: Page) -> [Diagnostic] {
    let lines = expectation.lines.flatMap { diagnostics($0, page) }
    guard ExpectedOutput(expectation).isVacuous else { return lines }
    return lines + [
      Diagnostic(
        path: page.path, position: page.source.filePosition(expectation.position),
        severity: .warning,
        message: "'\(expectation.lines[0].text)' holds also if nothing is printed",
        rule: "empty-expectation",
        mend: "write a line that is always printed, or leave the expectation out")
    ]
  }

  private static func diagnostics(_ line: Expectation.Line, _ page: Page) -> [Diagnostic] {
    // As the comparison reads it, without blanks at its end.
    let text = ExpectedOutput.lines(line.text).first ?? ""
    if let slip = LineSuffix.slip(in: text) {
      let place = SourcePosition(line: line.start.line, column: line.start.column + slip.offset)
      return [
        Diagnostic(
          path: page.path, position: page.source.filePosition(place), severity: .warning,
          message: "'\(slip.text)' is no suffix and is compared as it stands",
          rule: "unknown-suffix",
          mend: "write `\(slip.nearest)`, or add ` (equal)` if it is printed so")
      ]
    }
    guard let fault = ExpectedLine(text).fault else { return [] }
    return [
      Diagnostic(
        path: page.path, position: page.source.filePosition(line.start), severity: .warning,
        message: "this is no regular expression and matches nothing: \(fault)",
        rule: "regular-expression",
        mend: "mend it, or write `(equal)` for `(re)` if it is printed so")
    ]
  }
}
