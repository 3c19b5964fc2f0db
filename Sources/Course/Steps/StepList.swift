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
      case commands, edits
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
    }
  }

  private struct Command: Encodable {
    let command: StepCommand

    enum Key: String, CodingKey { case text, line, expect, doneBy }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(command.text, forKey: .text)
      try container.encode(command.position.line, forKey: .line)
      try container.encode(command.expectation, forKey: .expect)
      try container.encode(command.doneBy, forKey: .doneBy)
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

extension Step {
  /// The ids of the steps that it needs, each once, in the page's order.
  public var neededSteps: [String] {
    needs.map(\.step).reduce(into: []) { ids, id in
      if !ids.contains(id) { ids.append(id) }
    }
  }
}
