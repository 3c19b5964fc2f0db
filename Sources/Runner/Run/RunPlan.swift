public import Course

/// What a run is going to do, as far as that can be told without asking the machine.
public struct RunPlan: Sendable {
  public struct Entry: Sendable {
    /// With the values that are known filled in.
    public var step: Step
    /// Why it will not be tried; `nil` for one that will, if the machine has what it needs.
    public var reason: SkipReason?
  }

  public let entries: [Entry]

  public init(_ steps: [Step], _ options: Runner.Options) {
    entries = steps.map { step in
      let step = StepTemplate(step).filled(with: options.values)
      return Entry(step: step, reason: Self.reason(step, options))
    }
  }

  static func reason(_ step: Step, _ options: Runner.Options) -> SkipReason? {
    if step.isOptional, !options.runsOptional { return .optional }
    if step.kind == .template { return .needsValues(StepTemplate(step).blanks.map(\.name)) }
    guard step.isRunnable || step.isFaulty else { return .notRunnable(step.reasonNotToRun) }
    if let trait = step.traits.intersection(options.denied).min() { return .denied(trait) }
    if step.traits.contains(.destructive), options.location != .sandbox,
      !options.allowed.contains(.destructive)
    {
      return .destructive
    }
    if step.settings.usesTerminal == true, options.terminal == nil, step.settings.answers.isEmpty {
      return .interactive(step.commands.first?.text.firstLine ?? step.label)
    }
    return nil
  }
}

extension Step {
  /// Whether it would be run, could bash read it.
  fileprivate var isFaulty: Bool {
    kind.isRunnable && !ownActions.isEmpty && settings.isSkipped != true && !isParsed
  }
}

extension String {
  fileprivate var firstLine: String { split(separator: "\n").first.map(String.init) ?? "" }
}
