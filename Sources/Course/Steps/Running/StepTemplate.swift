internal import Markdown

/// The words of a template step that a reader replaces, and the step once they are replaced.
public struct StepTemplate: Sendable {
  /// A placeholder with the name by which a value is given for it.
  public struct Blank: Sendable, Hashable {
    /// As it stands in the command: `<bucket name>`, `your-bucket`, `PROJECT_ID`.
    public var text: String
    /// The words in it, in lowercase with `-` between: `bucket-name`, `your-bucket`, `project-id`.
    public var name: String
  }

  /// Each once, in the order they stand in.
  public let blanks: [Blank]
  private let step: Step

  public init(_ step: Step) {
    self.step = step
    var texts = step.commands.flatMap(Placeholder.all)
    // The text below or above says which word is to be replaced.
    if texts.isEmpty, step.kind == .template { texts = [step.decision.words] }
    var blanks: [Blank] = []
    for text in texts where !blanks.contains(where: { $0.text == text }) {
      let name = Slug.name(text)
      if !name.isEmpty { blanks.append(Blank(text: text, name: name)) }
    }
    self.blanks = blanks
  }

  /// The value that is given for a blank under its name, in whatever case and with whatever signs
  /// between its words; for `your-bucket` also under `bucket`.
  public static func value(for blank: Blank, in values: [String: String]) -> String? {
    let short = blank.name.hasPrefix("your-") ? String(blank.name.dropFirst(5)) : blank.name
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      let plain = Slug.name(name)
      if plain == blank.name || plain == short { return value }
    }
    return nil
  }

  /// The step with its blanks filled in; those without value stay.
  public func filled(with values: [String: String]) -> Step {
    let fillings = blanks.compactMap { blank in
      Self.value(for: blank, in: values).map { (blank.text, $0) }
    }
    guard !fillings.isEmpty else { return step }
    var step = step
    step.actions = step.actions.map { action in
      guard case .command(let command) = action else { return action }
      return .command(command.replacing(fillings))
    }
    if fillings.count == blanks.count {
      step.decision = KindDecision(
        step.hasPrompts ? .transcript : .run, step.decision.rule, step.decision.words)
    }
    return step
  }
}

extension StepCommand {
  fileprivate func replacing(_ fillings: [(text: String, value: String)]) -> StepCommand {
    var copy = self
    // `your-bucket-name` before `your-bucket`.
    for (text, value) in fillings.sorted(by: { $0.text.utf8.count > $1.text.utf8.count }) {
      copy.text = copy.text.replacing(text, with: value)
    }
    guard copy.text != text else { return self }
    if runner != nil { return copy }
    let script = ShellScript(copy.text + "\n")
    copy.simpleCommands = script.commands.flatMap(\.simpleCommands)
    copy.faults = script.problems.filter { $0.severity == .error }.map {
      ShellFault(message: $0.message, position: position)
    }
    return copy
  }
}
