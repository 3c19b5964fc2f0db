internal import Markdown

/// A step as a function of a script, or as a remark where it is not run.
struct ScriptFunction {
  let step: Step
  let name: String
  /// The words of a template step as variables; `nil` for a step that has none.
  let template: ScriptTemplate?
  /// What stands between the lines of ``frame``.
  private(set) var body: [Script.Line] = []

  init(_ step: Step, name: String) {
    self.step = step
    self.name = name
    template = step.kind == .template ? ScriptTemplate(step) : nil
    if isRun { addBody() }
  }

  var isRun: Bool {
    step.settings.isSkipped != true && step.settings.isForThisSystem
      && (step.isRunnable || template != nil)
  }

  /// A step that ends or replaces its shell has one of its own, so that the steps after it have theirs.
  private var hasOwnShell: Bool {
    step.traits.contains(.session)
      || step.commands.flatMap(\.simpleCommands).contains {
        $0.runsInSession && $0.words.count > 1 && $0.words[0].value == "exec"
      }
  }

  var opening: String { "\(name)() \(hasOwnShell ? "(" : "{")" }
  var closing: String { hasOwnShell ? ")" : "}" }

  /// The lines of the script: a blank one, a comment with the heading, and the function.
  func lines(_ lint: ScriptLint) -> [Script.Line] {
    let start = step.range.start
    let optional = step.isOptional ? " (optional)" : ""
    var lines = [
      Script.Line(text: "", position: nil),
      Script.Line(text: "# \(step.heading)\(optional)", position: start),
    ]
    guard isRun else {
      return lines + [Script.Line(text: "# Not run: \(step.reasonNotToRun).", position: start)]
    }
    let codes = lint.codes(text)
    if !codes.isEmpty {
      lines.append(
        Script.Line(
          text: "# shellcheck disable=\(codes.joined(separator: ",")) # as the notes have it",
          position: start))
    }
    return lines + [Script.Line(text: opening, position: start)] + body
      + [Script.Line(text: closing, position: start)]
  }

  /// What stands between the braces.
  var text: String { body.map(\.text).joined(separator: "\n") }

  private mutating func add(_ text: String, _ position: SourcePosition?) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      body.append(Script.Line(text: String(line), position: position))
    }
  }

  private mutating func addBody() {
    let start = step.range.start
    for check in template?.checks ?? [] { add("  " + check, start) }
    let environment = StepEnvironment(step.settings)
    if !environment.enter.isEmpty { add(ShellIndent.indented(environment.enter), start) }
    let block = StepBlock(step)
    var comments = block.comments[...]
    for (index, action) in step.actions.enumerated() {
      while let comment = comments.first, comment.start < action.position {
        add("  " + comment.text.trimmed.printable, comment.start)
        comments = comments.dropFirst()
      }
      switch action {
      case .command(let command) where command.doneBy != nil:
        add(
          "  # \(command.text.printable): step \(command.doneBy ?? "") makes the edit.",
          command.position)
      case .command(let command):
        add(command, isLast: index == step.actions.count - 1, block)
      case .edit(let edit): add(edit, block)
      }
    }
    for comment in comments { add("  " + comment.text.trimmed.printable, comment.start) }
    if !environment.leave.isEmpty { add(ShellIndent.indented(environment.leave), start) }
  }

  private mutating func add(_ command: StepCommand, isLast: Bool, _ block: StepBlock) {
    let frame = CommandFrame(command, of: step, isLast: isLast)
    if frame != nil { add("  {", command.position) }
    defer { if let frame { add(frame.closing, command.position) } }
    if command.runner != nil { return add(blockOf: command, block) }
    let text = template?.text(of: command.text) ?? command.text
    var shown = ShellIndent.indented(text)
    if frame != nil { shown = ShellIndent.indented(shown) }
    let lines = shown.split(
      separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let place = block.place(of: command, line: index)
      body.append(Script.Line(text: String(line), position: place))
    }
  }

  /// A block of another language, whose lines stand in a here-document as they are.
  private mutating func add(blockOf command: StepCommand, _ block: StepBlock) {
    let lines = command.shellText(in: step).split(
      separator: "\n", omittingEmptySubsequences: false)
    let count = command.text.utf8.count { $0 == 0x0A } + 1
    let first = lines.count - 1 - count
    for (index, line) in lines.enumerated() {
      let isOfBlock = (first..<first + count).contains(index)
      body.append(
        Script.Line(
          text: index < first ? "  \(line)" : String(line),
          position: isOfBlock ? block.place(of: command, line: index - first) : step.range.start))
    }
  }

  private mutating func add(_ edit: StepEdit, _ block: StepBlock) {
    let places = block.places(of: edit)
    let lines = edit.call.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let place = places.indices.contains(index - 1) ? places[index - 1] : edit.position
      body.append(
        Script.Line(text: index == 0 ? "  \(line)" : String(line), position: place))
    }
  }
}

extension Step {
  /// The number and the title, as comments and messages of a script name the step.
  var heading: String {
    [number, title].compactMap(\.self).joined(separator: " ").printable.replacing("\n", with: " ")
  }
}

/// What stands around a command that is not just run: one that is to fail, one that stays, one that is
/// answered.
struct CommandFrame {
  let closing: String

  init?(_ command: StepCommand, of step: Step, isLast: Bool) {
    if let service = ServiceStart(command, of: step, isLast: isLast) {
      let log = "\"$notes_folder/\(step.id.shellWord).log\""
      let conditions = service.conditions.map(\.scriptWords).joined(separator: " ")
      closing =
        "  } >\(log) 2>&1 </dev/null &\n  notes_wait \(log)\(conditions.isEmpty ? "" : " ")\(conditions)"
    } else if !step.settings.answers.isEmpty {
      let (operand, lines) = step.settings.answerDocument
      let status = command.expectedStatus
      closing = "  } \(operand)\(status == 0 ? "" : " || [[ $? -eq \(status) ]]")\n\(lines)"
    } else if command.expectedStatus != 0 {
      // A failure that the notes show on purpose ends no script.
      closing = "  } || [[ $? -eq \(command.expectedStatus) ]]"
    } else {
      return nil
    }
  }
}

extension StepSettings {
  /// What is typed when commands ask as a here-document: its operand, and its lines with the last one.
  public var answerDocument: (operand: String, lines: String) {
    var delimiter = "NOTES_ANSWERS"
    while answers.contains(delimiter) { delimiter += "_" }
    return ("<<'\(delimiter)'", answers.map { $0 + "\n" }.joined() + delimiter)
  }
}

extension String {
  /// The text with only what a file's name may hold without quotes.
  fileprivate var shellWord: String {
    String(map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") ? $0 : "_" })
  }
}

extension WaitCondition {
  /// The arguments by which a script waits.
  fileprivate var scriptWords: String {
    switch self {
    case .port(let port): "port \(port)"
    case .output(let text): "output \(text.shellQuoted)"
    case .url(let url): "url \(url.shellQuoted)"
    case .delay(let delay):
      "seconds \(Int((delay / .seconds(1)).rounded(.up)))"
    }
  }
}
