internal import Markdown

/// Why a step is what it is: the rule that decided its kind, the command behind each trait,
/// and where it is said what is printed.
public struct StepExplanation: Sendable, Equatable {
  /// Each a line for people, such as "sample: heading-names-another-system, 'Windows'".
  public let lines: [String]

  public init(_ step: Step) {
    let words = step.decision.words.isEmpty ? "" : ", '\(step.decision.words.firstLine)'"
    var lines = ["\(step.kind.rawValue): \(step.decision.rule)\(words)"]
    for trait in step.traits.sorted() {
      let cause = step.actions.lazy.compactMap { Self.cause(of: trait, in: $0) }.first
      let rest = step.actions.isEmpty ? step.decision.words.firstLine : ""
      lines.append("\(trait.rawValue): '\(cause ?? rest)'")
    }
    for expectation in step.commands.map(\.expectation) + [step.expectation] {
      guard let expectation else { continue }
      let strictness = expectation.isHint ? "hint" : "expects"
      let line = expectation.position.line
      lines.append(
        "\(strictness): \(expectation.origin) at line \(line), '\(expectation.text.firstLine)'")
    }
    self.lines = lines
  }

  private static func cause(of trait: StepTrait, in action: StepAction) -> String? {
    switch action {
    case .edit(let edit): return trait == .interactive ? edit.editor : edit.file
    case .command(let command):
      let simple = zip(command.simpleCommands, command.resolved).first {
        CommandTable.traits(of: $0, $1).contains(TraitSet(trait))
      }
      return simple.map { $0.0.words.map(\.text).joined(separator: " ").firstLine }
    }
  }
}

extension String {
  /// The first line, cut where it is long.
  fileprivate var firstLine: String {
    let line = split(separator: "\n").first.map(String.init) ?? ""
    return line.count > 70 ? line.prefix(69) + "…" : line
  }
}
