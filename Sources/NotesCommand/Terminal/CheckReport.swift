import Course
import Markdown

/// Tells what a check finds: to people at once, to programs all together at the end.
struct CheckReport {
  /// How many pages were checked.
  var pages = 0
  /// Of links to other sites: how many were asked for, known from before, and left out.
  var asked = 0, known = 0, leftOut = 0
  private let format: DiagnosticFormat
  private var troubles: [LocatedDiagnostic] = []

  init(format: DiagnosticFormat) { self.format = format }

  var hasErrors: Bool { count(.error) > 0 }

  mutating func add(_ diagnostics: [Diagnostic], in folder: CourseFolder?, diff: String = "") {
    let located = DiagnosticPrinter(folder).located(diagnostics)
    if format == .text {
      DiagnosticPrinter.print(located)
      Terminal.error.write(diff.printable)
    }
    troubles += located
  }

  func end() throws {
    guard format == .text else {
      Terminal.output.write(try DiagnosticPrinter.text(troubles, as: format))
      return
    }
    let counts = Diagnostic.Severity.allCases.reversed()
      .filter { count($0) > 0 }.map { count($0).counted($0.rawValue) }
    let isWell = count(.error) + count(.warning) == 0
    let summary = (isWell ? ["no trouble"] : []) + counts
    Terminal.output.write("\(pages.counted("page")) checked: \(summary.joined(separator: ", "))\n")
    if asked + known + leftOut > 0 {
      Terminal.output.write(
        "\((asked + known).counted("link")) to other sites: \(asked) asked for, \(known) known"
          + (leftOut > 0 ? "; \(leftOut) left out" : "") + "\n")
    }
    let silenced = troubles.map(\.diagnostic).filter(\.isSilenced)
    for (rule, group) in Dictionary(grouping: silenced, by: \.rule).sorted(by: { $0.key < $1.key })
    {
      let places = group.map { "\($0.path):\($0.position.line)" }.joined(separator: ", ")
      Terminal.output.write("switched off by the notes: \(rule) at \(places.printable)\n")
    }
  }

  private func count(_ severity: Diagnostic.Severity) -> Int {
    troubles.count { $0.diagnostic.severity == severity && !$0.diagnostic.isSilenced }
  }
}
