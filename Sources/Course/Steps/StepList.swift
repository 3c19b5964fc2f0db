internal import Markdown

/// The steps of a page as `notes steps --json` prints them; schema `notes.steps/1`.
public struct StepList: Encodable {
  private let schema = "notes.steps/1"
  private let page: String
  private let steps: [Entry]

  public init(_ page: Page) {
    self.page = page.path
    steps = page.steps.map { Entry(step: $0, page: page) }
  }

  /// A step; what is absent is written as null, so that every step has the same keys.
  private struct Entry: Encodable {
    let step: Step
    let page: Page

    enum Key: String, CodingKey {
      case id, number, title, headings, line, endLine, language, kind, traits, optional, needs
      case commands, edits, expect, hint, settings
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(step.id, forKey: .id)
      try container.encode(step.number, forKey: .number)
      try container.encode(step.title, forKey: .title)
      try container.encode(step.headings, forKey: .headings)
      try container.encode(step.range.start.line, forKey: .line)
      try container.encode(step.range.end.line, forKey: .endLine)
      try container.encode(step.language, forKey: .language)
      try container.encode(step.kind.rawValue, forKey: .kind)
      try container.encode(step.traits.sorted().map(\.rawValue), forKey: .traits)
      try container.encode(step.isOptional, forKey: .optional)
      try container.encode(step.neededSteps, forKey: .needs)
      try container.encode(step.commands.map(Command.init), forKey: .commands)
      try container.encode(step.edits.map(Edit.init), forKey: .edits)
      try container.encode(step.expectation?.strictText, forKey: .expect)
      try container.encode(step.expectation?.hintText, forKey: .hint)
      try container.encode(Settings(settings: step.settings), forKey: .settings)
    }
  }

  /// What the author says; keys that say nothing are left out, durations in seconds.
  private struct Settings: Encodable {
    let settings: StepSettings

    enum Key: String, CodingKey {
      case skip, exit, timeout, cwd, env, background, os, tty, hide, secrets, stdin, silence
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encodeIfPresent(settings.isSkipped, forKey: .skip)
      try container.encodeIfPresent(settings.exitStatus, forKey: .exit)
      try container.encodeIfPresent(settings.timeout.map { $0 / .seconds(1) }, forKey: .timeout)
      try container.encodeIfPresent(settings.folder, forKey: .cwd)
      try container.encodeIfPresent(settings.isBackground, forKey: .background)
      try container.encodeIfPresent(settings.usesTerminal, forKey: .tty)
      try container.encodeIfPresent(settings.isHidden, forKey: .hide)
      let variables = Dictionary(
        settings.environment.map { ($0.name, $0.value) }, uniquingKeysWith: { _, last in last })
      if !variables.isEmpty { try container.encode(variables, forKey: .env) }
      for (key, words) in [
        (Key.os, settings.systems), (.secrets, settings.secrets), (.stdin, settings.answers),
        (.silence, settings.silenced),
      ] where !words.isEmpty {
        try container.encode(words, forKey: key)
      }
    }
  }

  private struct Command: Encodable {
    let command: StepCommand

    enum Key: String, CodingKey { case text, line, expect, hint, doneBy, runner, kind, command }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(command.text, forKey: .text)
      try container.encode(command.position.line, forKey: .line)
      try container.encode(command.expectation?.strictText, forKey: .expect)
      try container.encode(command.expectation?.hintText, forKey: .hint)
      try container.encode(command.doneBy, forKey: .doneBy)
      // Absent for what the shell runs.
      guard let runner = command.runner else { return }
      var nested = container.nestedContainer(keyedBy: Key.self, forKey: .runner)
      try nested.encode(runner.kind.rawValue, forKey: .kind)
      try nested.encode(runner.command, forKey: .command)
    }
  }

  private struct Edit: Encodable {
    let edit: StepEdit

    enum Key: String, CodingKey { case file, path, action, editor, text, line }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(edit.file, forKey: .file)
      try container.encode(edit.path, forKey: .path)
      try container.encode(edit.action.rawValue, forKey: .action)
      try container.encode(edit.editor, forKey: .editor)
      try container.encode(edit.text, forKey: .text)
      try container.encode(edit.position.line, forKey: .line)
    }
  }
}

extension Expectation {
  /// Its lines where another output is a difference; in the list one of the two is null.
  fileprivate var strictText: String? { isHint ? nil : text }
  fileprivate var hintText: String? { isHint ? text : nil }
}

extension Step {
  /// The ids of the steps that it needs, each once, in the page's order.
  public var neededSteps: [String] {
    needs.map(\.step).reduce(into: []) { ids, id in
      if !ids.contains(id) { ids.append(id) }
    }
  }
}
