internal import Course

/// What a reader should know before doing a step, in words.
struct StepSigns {
  /// With the names that the style sheet knows them by.
  let all: [(name: String, words: String)]

  init(_ step: Step) {
    var signs: [(String, String)] = []
    switch step.kind {
    case .output: signs.append(("output", "output"))
    case .sample: signs.append(("sample", "example only"))
    case .context: signs.append(("context", "inside another program"))
    case .template: signs.append(("template", "fill in first"))
    case .run, .transcript, .edit, .foreign: break
    }
    if step.isOptional { signs.append(("optional", "optional")) }
    if step.kind != .output {
      for trait in step.traits.sorted() {
        signs.append((trait.rawValue, Self.words(for: trait, step)))
      }
    }
    all = signs
  }

  private static func words(for trait: StepTrait, _ step: Step) -> String {
    switch trait {
    case .network: downloads(step) ? "downloads" : "uses the network"
    case .root: "needs sudo"
    case .docker: "needs Docker"
    case .interactive: opensEditor(step) ? "opens an editor" : "asks questions"
    case .service: "keeps running"
    case .destructive: "deletes data"
    case .secret: "holds a secret"
    case .session: "ends the session"
    }
  }

  private static func opensEditor(_ step: Step) -> Bool {
    !step.edits.isEmpty || step.commands.contains { $0.doneBy != nil }
  }

  /// Whether a file comes of it.
  private static func downloads(_ step: Step) -> Bool {
    step.actions.contains { action in
      guard case .command(let command) = action else { return false }
      return command.simpleCommands.contains(where: downloads)
    }
  }

  private static func downloads(_ command: SimpleCommand) -> Bool {
    let words = command.words.compactMap(\.value)
    if words.prefix(3).contains("wget") { return true }
    guard words.prefix(3).contains("curl") else { return false }
    return words.contains { word in
      word == "--output" || word == "--remote-name"
        || word.hasPrefix("-") && !word.hasPrefix("--") && word.lowercased().contains("o")
    }
  }
}
