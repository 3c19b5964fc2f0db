internal import Course

/// What a record says of a step, in a sign, a word and a colour; the raw value is the style sheet's.
enum StepStatus: String {
  case passed
  /// It passed and printed something else than the notes say.
  case changed
  case failed
  /// It was not run.
  case skipped
  /// It has changed since it was run.
  case stale

  init(_ state: RecordedState) {
    switch state {
    case .missing: self = .skipped
    case .stale: self = .stale
    case .current(let entry):
      switch entry.outcome {
      case .passed: self = entry.differences.contains { !$0.hint } ? .changed : .passed
      case .failed, .timedOut, .interrupted: self = .failed
      case .skipped, .blocked, .notReached: self = .skipped
      }
    }
  }

  var sign: String {
    switch self {
    case .passed: "✓"
    case .changed, .stale: "±"
    case .failed: "✗"
    case .skipped: "–"
    }
  }

  /// - Parameter outcome: that of the entry, where there is one.
  func words(_ outcome: RecordedOutcome?) -> String {
    switch self {
    case .passed: "Verified"
    case .changed: "Printed something else"
    case .stale: "Changed since it was run"
    case .failed:
      switch outcome {
      case .timedOut: "Timed out"
      case .interrupted: "Stopped"
      default: "Failed"
      }
    case .skipped: outcome == .blocked ? "Blocked" : "Not run"
    }
  }
}
