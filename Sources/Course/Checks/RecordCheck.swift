internal import Markdown

/// Compares a page with the record of its last run.
public enum RecordCheck {
  /// - Parameters:
  ///   - recordPath: how messages name the record.
  ///   - maximumAge: how old it may be at `now`.
  public static func diagnostics(
    _ page: Page, record: PageRecord, recordPath: String, maximumAge: Duration? = nil,
    now: Timestamp? = nil
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
      case .current(let entry) where entry.outcome.isFailure:
        found.append(
          Diagnostic(
            path: page.path, position: page.source.filePosition(step.range.start),
            severity: .error,
            message: "step \(step.label) \(entry.reason ?? entry.outcome.words) when \(recordPath)"
              + " was written", rule: "failed-record", mend: "mend the step and \(mend)"))
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
    if let maximumAge, let now, let date = Timestamp(record.date),
      now.time(since: date) > maximumAge
    {
      let days = { (age: Duration) in Int(age / .seconds(86_400)) }
      found.append(
        Diagnostic(
          path: page.path, position: SourcePosition(line: 1, column: 1), severity: .error,
          message: "\(recordPath) is \(days(now.time(since: date))) days old,"
            + " and `max_age` allows \(days(maximumAge))", rule: "old-record", mend: mend))
    }
    return page.silencing.applied(to: found)
  }
}
