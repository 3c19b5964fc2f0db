internal import Markdown

/// Compares a page with the record of its last run.
public enum RecordCheck {
  /// - Parameter recordPath: how messages name the record.
  public static func diagnostics(
    _ page: Page, record: PageRecord, recordPath: String
  ) -> [Diagnostic] {
    let mend = "run `notes exec \(page.names.reference) --record`"
    func stale(_ position: SourcePosition, _ message: String) -> Diagnostic {
      Diagnostic(
        path: page.path, position: page.source.filePosition(position), severity: .error,
        message: message, rule: "stale-record", mend: mend)
    }
    var found: [Diagnostic] = []
    for (step, state) in zip(page.steps, record.states(of: page.steps)) {
      switch state {
      case .current: break
      // What is not run has no result that could be out of date.
      case .stale(let entry) where step.isRunnable || !entry.actions.isEmpty:
        found.append(
          stale(step.range.start, "step \(step.label) has changed since \(recordPath) was written"))
      case .missing where step.isRunnable:
        found.append(stale(step.range.start, "\(recordPath) does not know step \(step.label)"))
      case .stale, .missing: break
      }
    }
    return page.silencing.applied(to: found)
  }
}
