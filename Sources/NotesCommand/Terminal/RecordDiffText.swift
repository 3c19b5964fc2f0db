import Course

/// What changed between two records, for people.
struct RecordDiffText {
  private let diff: RecordDiff
  private let terminal: Terminal

  init(_ diff: RecordDiff, _ terminal: Terminal) {
    self.diff = diff
    self.terminal = terminal
  }

  var text: String {
    var result =
      "\(terminal.paint(diff.page.printable, .bold))  \(diff.dates.before) → \(diff.dates.after)\n"
    let facts = diff.system.map { ($0.key, $0.value.before, $0.value.after) }
    let tools = diff.tools.map { ($0.key, $0.value.before ?? "none", $0.value.after ?? "none") }
    for (name, before, after) in facts.sorted(by: { $0.0 < $1.0 })
      + tools.sorted(by: { $0.0 < $1.0 })
    {
      result += "  \(name.printable): \(before.printable) → \(after.printable)\n"
    }
    let changed = diff.steps.filter(\.isChange)
    for step in changed { result += "\n" + lines(of: step) }
    let slower = diff.steps.filter(isSlower)
    if !slower.isEmpty { result += "\n" }
    for step in slower {
      result +=
        "  \(step.name.printable): \(seconds(step.duration.before)) → "
        + "\(terminal.paint(seconds(step.duration.after), .yellow))\n"
    }
    let time = "\(seconds(diff.duration.before)) → \(seconds(diff.duration.after))"
    let count =
      changed.isEmpty
      ? "no step differs"
      : "\(changed.count) of \(diff.steps.count.counted("step")) differ\(changed.count == 1 ? "s" : "")"
    return result + "\n\(count); all together \(time)\n"
  }

  private func lines(of step: StepDiff) -> String {
    var result = "\(terminal.paint(step.name.printable, .bold)): \(outcome(step))\n"
    for line in step.output.split(separator: "\n").dropFirst(2) where !line.hasPrefix("@@") {
      let style: Terminal.Style? = line.hasPrefix("+") ? .green : line.hasPrefix("-") ? .red : nil
      let shown = String(line).printable
      result += "  \(style.map { terminal.paint(shown, $0) } ?? shown)\n"
    }
    return result
  }

  private func outcome(_ step: StepDiff) -> String {
    let edited = step.isEdited ? ", the notes have changed it" : ""
    switch (step.outcome.before, step.outcome.after) {
    case (nil, let after?): return "new, \(after.words)"
    case (let before?, nil): return "gone; it was \(before.words)"
    case (let before?, let after?) where before != after:
      let reason = step.reason.after.map { ": \($0.printable)" } ?? ""
      let style: Terminal.Style = after == .passed ? .green : after.isFailure ? .red : .yellow
      return "\(before.words) → \(terminal.paint(after.words, style))\(reason)\(edited)"
    case (_, let after):
      let reason = step.reason.before != step.reason.after ? step.reason.after : nil
      return (after?.words ?? "") + (reason.map { ": \($0.printable)" } ?? "") + edited
    }
  }

  /// Whether a step takes twice as long as before, and long enough for a person to notice.
  private func isSlower(_ step: StepDiff) -> Bool {
    guard let before = step.duration.before, let after = step.duration.after else { return false }
    return after > 2 * before && after - before > 0.5
  }

  private func seconds(_ time: Double?) -> String {
    time.map { Duration.seconds($0).seconds } ?? "–"
  }
}
