import Course
import Machine
import Markdown
import Runner

/// Tells how tests went: a line a document, what is wrong below it, and a summary.
struct TestPrinter {
  enum Update {
    case nothing
    case written(TestDocument.Update)
    case impossible(String)
  }

  private let terminal = Terminal.output
  private let count: Int
  private let clock = ContinuousClock()
  private let start = ContinuousClock().now
  private var reports: [TestReport] = []
  private(set) var hasMachineTrouble = false

  init(count: Int) { self.count = count }

  var hasFailure: Bool { reports.contains(where: \.isFailure) }

  mutating func show(_ report: TestReport, update: Update?) {
    clear()
    reports.append(report)
    terminal.write(line(report))
    DiagnosticPrinter.print(
      report.document.diagnostics.map { diagnostic in
        let line = report.document.source.line(diagnostic.position.line)
        return LocatedDiagnostic(diagnostic, sourceLine: line)
      })
    for verdict in report.verdicts { terminal.write(details(verdict, report)) }
    if let update { terminal.write(text(update, report)) }
  }

  mutating func show(_ error: MachineError, _ path: String) {
    clear()
    hasMachineTrouble = true
    Terminal.error.write("\(path): \(error.description)\n")
    if let mend = error.mend { Terminal.error.write("  mend: \(mend)\n") }
  }

  /// Draws the names of the documents that run; only where they can be drawn over.
  func draw(_ running: [String]) {
    guard terminal.isInteractive, !running.isEmpty else { return }
    let head = "  \(reports.count) of \(count)  \((clock.now - start).seconds)  "
    let names = running.joined(separator: ", ").prefix(max(0, terminal.width - head.count - 1))
    terminal.write("\r\u{1B}[K\(head)\(terminal.paint(String(names), .dim))")
  }

  private func clear() {
    if terminal.isInteractive { terminal.write("\r\u{1B}[K") }
  }

  func end(isStopped: Bool) {
    clear()
    let verdicts = reports.flatMap(\.verdicts)
    let skipped = reports.count { $0.skipReason != nil }
    let failed = reports.count(where: \.isFailure)
    let parts: [(String, Terminal.Style, Int)] = [
      ("passed", .green, reports.count - failed - skipped), ("failed", .red, failed),
      ("skipped", .yellow, skipped), ("not reached", .yellow, count - reports.count),
    ]
    let counts = parts.filter { $0.2 > 0 }.map { terminal.paint("\($0.2) \($0.0)", $0.1) }
    terminal.write(
      "\n\(count.counted("document")): \(counts.joined(separator: ", ")); "
        + "\(verdicts.count.counted("test")): \(Self.counts(verdicts)) in "
        + "\((clock.now - start).seconds)\n")
    if isStopped { terminal.write("stopped\n") }
  }

  private func line(_ report: TestReport) -> String {
    let path = report.document.path
    if let reason = report.skipReason {
      return "\(terminal.paint("–", .yellow)) \(path)  skipped: \(reason)\n"
    }
    let isSkipped = report.verdicts.allSatisfy {
      if case .skipped = $0.state { true } else { false }
    }
    let sign =
      report.isFailure
      ? terminal.paint("✗", .red)
      : isSkipped ? terminal.paint("–", .yellow) : terminal.paint("✓", .green)
    let counts = report.verdicts.isEmpty ? "no tests" : Self.counts(report.verdicts)
    return "\(sign) \(path)  \(counts), \(report.duration.seconds)\n"
  }

  private static func counts(_ verdicts: [TestVerdict]) -> String {
    var counts = [("passed", 0), ("failed", 0), ("skipped", 0), ("unlike a hint", 0)]
    for verdict in verdicts {
      switch verdict.state {
      case .passed: counts[0].1 += 1
      case .failed: counts[1].1 += 1
      case .skipped: counts[2].1 += 1
      case .warned: counts[3].1 += 1
      }
    }
    return counts.filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }.joined(separator: ", ")
  }

  private func details(_ verdict: TestVerdict, _ report: TestReport) -> String {
    let place = "\(report.document.path):\(verdict.position.line):\(verdict.position.column)"
    let title = verdict.title.printable
    switch verdict.state {
    case .passed: return ""
    case .skipped(let reason):
      return "  \(place): \(terminal.paint("skipped", .yellow)): \(title): \(reason)\n"
    case .warned:
      return
        "  \(place): \(terminal.paint("warning", .yellow)): the output is not like this: \(title)\n"
        + diff(verdict)
    case .failed(let reason):
      return "  \(place): \(terminal.paint("failed", .red)): \(reason): \(title)\n" + diff(verdict)
    }
  }

  private func diff(_ verdict: TestVerdict) -> String {
    let diff = LineDiff(
      from: Array(verdict.expected.prefix(500)), to: Array(verdict.printed.prefix(500)))
    let lines = diff.text(oldName: "expected", newName: "printed").split(separator: "\n")
    let shown = lines.dropFirst(2).prefix(40).map { line in
      let style: Terminal.Style =
        line.hasPrefix("+") ? .green : line.hasPrefix("-") ? .red : .dim
      return "    \(terminal.paint(String(line).printable, style))\n"
    }
    let rest = lines.count - 2 - shown.count
    return shown.joined() + (rest > 0 ? "    … \(rest) more\n" : "")
  }

  private func text(_ update: Update, _ report: TestReport) -> String {
    switch update {
    case .nothing:
      return report.isFailure ? "  nothing was updated: no command printed other output\n" : ""
    case .impossible(let reason): return "  \(terminal.paint("not updated", .red)): \(reason)\n"
    case .written(let update):
      var text = ""
      if !update.written.isEmpty {
        text += "  \(update.written.count.counted("expectation")) updated\n"
      }
      for index in update.unwritable {
        let test = report.document.cases[index]
        text +=
          "  not updated: \(test.title.printable): "
          + "what it printed cannot be written here so that it is read as output\n"
      }
      return text
    }
  }
}
