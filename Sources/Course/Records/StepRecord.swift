/// What became of one step of a recorded page.
public struct StepRecord: Codable, Sendable, Equatable {
  public var id: String
  /// As the notes write it; absent where they write none.
  public var number: String?
  public var title: String
  /// The 1-based line of the page's file on which the step's block begins.
  public var line: Int
  /// ``Step/fingerprint`` of the step that was run.
  public var hash: String
  public var outcome: RecordedOutcome
  /// In words, for every outcome but `passed`.
  public var reason: String?
  /// Seconds, in thousandths.
  public var duration: Double
  /// What was tried, in order; a step stops at its first command that fails.
  public var actions: [RecordedAction]
  /// Where something else was printed than the notes say.
  public var differences: [RecordedDifference]

  public init(
    id: String, number: String?, title: String, line: Int, hash: String,
    outcome: RecordedOutcome, reason: String? = nil, duration: Double = 0,
    actions: [RecordedAction] = [], differences: [RecordedDifference] = []
  ) {
    self.id = id
    self.number = number
    self.title = title
    self.line = line
    self.hash = hash
    self.outcome = outcome
    self.reason = reason
    self.duration = duration
    self.actions = actions
    self.differences = differences
  }

  /// The number and the title, as reports name the step.
  public var name: String { [number, title].compactMap(\.self).joined(separator: " ") }

  /// The action that the step stopped at.
  public var failure: RecordedAction? { outcome.isFailure ? actions.last : nil }

  /// What was typed and printed, as a terminal shows it.
  public var transcript: String {
    actions.map { action in
      let isEnded = action.output.isEmpty || action.output.hasSuffix("\n")
      return "\(action.heading)\n\(action.output)\(isEnded ? "" : "\n")"
    }.joined()
  }
}

public enum RecordedOutcome: String, Codable, Sendable, CaseIterable {
  case passed
  case failed
  case timedOut = "timed-out"
  case interrupted
  /// It was not tried, for a reason that is no fault of it.
  case skipped
  /// A step that it needs did not pass.
  case blocked
  /// The run ended before it.
  case notReached = "not-reached"

  public var isFailure: Bool {
    switch self {
    case .failed, .timedOut, .interrupted: true
    case .passed, .skipped, .blocked, .notReached: false
    }
  }

  /// As people read it.
  public var words: String { rawValue.replacing("-", with: " ") }
}

/// A command or an edit with what it did.
public struct RecordedAction: Codable, Sendable, Equatable {
  /// The 1-based line of the page's file.
  public var line: Int
  /// The command, or the block of another language; absent for an edit.
  public var command: String?
  /// The language of a block that no shell ran, as the fence has it; absent for commands.
  public var language: String?
  /// The file that an edit changes, or absent for a command.
  public var edit: String?
  /// The shell's `$?`.
  public var status: Int
  /// Seconds, in thousandths.
  public var duration: Double
  /// Standard output and error as a screen would show them, of which a long middle is left out; for
  /// an edit what it changed, as a diff without context.
  public var output: String

  public init(
    line: Int, command: String? = nil, language: String? = nil, edit: String? = nil, status: Int,
    duration: Double, output: String
  ) {
    self.line = line
    self.command = command
    self.language = language
    self.edit = edit
    self.status = status
    self.duration = duration
    self.output = output
  }

  /// `$ cd ~`, `edit ~/.bashrc`, or a block below the name of its language.
  var heading: String {
    if let edit { return "edit \(edit)" }
    if let language { return "[\(language)]\n\(command ?? "")" }
    return "$ \((command ?? "").replacing("\n", with: "\n> "))"
  }
}

/// Output that is not what the notes say.
public struct RecordedDifference: Codable, Sendable, Equatable {
  /// The 1-based line of the page's file on which the notes say it.
  public var line: Int
  /// Whether the notes only hint at it.
  public var hint: Bool
  public var expected: String
  public var printed: String

  public init(line: Int, hint: Bool, expected: String, printed: String) {
    self.line = line
    self.hint = hint
    self.expected = expected
    self.printed = printed
  }
}
