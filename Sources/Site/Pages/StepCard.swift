internal import Course
internal import Markdown

/// A step as a card: number, title and signs, then what to do.
struct StepCard {
  private let step: Step

  // The id of a card holds a colon, which no heading's id has.
  init(_ step: Step) { self.step = step }

  func append(to output: inout [UInt8]) {
    let isQuiet = !step.kind.isRunnable
    output.append(html: "<figure class=\"step\(isQuiet ? " quiet" : "")\" id=\"step:")
    output.append(escaping: step.id)
    output.append(html: "\" data-kind=\"\(step.kind.rawValue)\"")
    output.append(html: step.isOptional ? " data-optional>\n" : ">\n")
    appendCaption(to: &output)
    if step.edits.isEmpty {
      appendCode(to: &output)
    } else {
      appendActions(to: &output)
    }
    output.append(html: "</figure>\n")
  }

  private func appendCaption(to output: inout [UInt8]) {
    output.append(html: "<figcaption>\n")
    if let number = step.number {
      output.append(html: "<span class=\"step-number\">Step ")
      output.append(escaping: number)
      output.append(html: "</span> ")
    }
    output.append(html: "<a class=\"step-title\" href=\"#step:")
    output.append(escapingURL: step.id)
    output.append(html: "\">")
    output.append(escaping: step.title)
    output.append(html: "</a>\n")
    let signs = self.signs
    if !signs.isEmpty {
      output.append(html: "<ul class=\"signs\">")
      for (name, words) in signs {
        output.append(html: "<li data-trait=\"\(name)\">\(words)</li>")
      }
      output.append(html: "</ul>\n")
    }
    output.append(html: "</figcaption>\n")
  }

  /// What a reader should know before doing the step, in words.
  private var signs: [(name: String, words: String)] {
    var signs: [(String, String)] = []
    switch step.kind {
    case .output: signs.append(("output", "output"))
    case .sample: signs.append(("sample", "example only"))
    case .context: signs.append(("context", "inside another program"))
    case .template: signs.append(("template", "fill in first"))
    case .run, .transcript, .edit, .foreign: break
    }
    if step.isOptional { signs.append(("optional", "optional")) }
    guard step.kind != .output else { return signs }
    for trait in step.traits.sorted() { signs.append((trait.rawValue, words(for: trait))) }
    return signs
  }

  private func words(for trait: StepTrait) -> String {
    switch trait {
    case .network: "uses the network"
    case .root: "needs sudo"
    case .docker: "needs Docker"
    case .interactive: opensEditor ? "opens an editor" : "asks questions"
    case .service: "keeps running"
    case .destructive: "deletes data"
    case .secret: "holds a secret"
    case .session: "ends the session"
    }
  }

  private var opensEditor: Bool {
    !step.edits.isEmpty || step.commands.contains { $0.doneBy != nil }
  }

  /// The block as it stands, each line as what it is.
  private func appendCode(to output: inout [UInt8]) {
    let lines = BlockLine.lines(of: step.code)
    openCode(to: &output)
    guard step.hasPrompts else {
      let text = lines.map { $0.text + "\n" }.joined()
      if step.kind == .output {
        output.append(escaping: text)
      } else {
        CodeHighlight.append(text, .shell, to: &output)
      }
      return closeCode(to: &output)
    }
    let commands = Dictionary(
      step.commands.map { ($0.position.line, $0) }, uniquingKeysWith: { first, _ in first })
    var rest = lines[...]
    while let line = rest.popFirst() {
      if let command = commands[line.start.line] {
        append(command, to: &output)
        rest = rest.dropFirst(command.text.utf8.count { $0 == 0x0A })
      } else {
        output.append(html: line.isComment ? "<span class=\"c\">" : "<span class=\"out\">")
        output.append(escaping: line.text)
        output.append(html: "\n</span>")
      }
    }
    closeCode(to: &output)
  }

  /// Commands in blocks of code, with each edit between them as the lines that it adds.
  private func appendActions(to output: inout [UInt8]) {
    var isOpen = false
    for action in step.actions {
      switch action {
      case .command(let command):
        if !isOpen { openCode(to: &output) }
        isOpen = true
        append(command, to: &output)
      case .edit(let edit):
        if isOpen { closeCode(to: &output) }
        isOpen = false
        append(edit, to: &output)
      }
    }
    if isOpen { closeCode(to: &output) }
  }

  /// The prompt is drawn by the style sheet, so that neither a button nor a selection copies it.
  private func append(_ command: StepCommand, to output: inout [UInt8]) {
    output.append(html: "<span class=\"cmd\"><span class=\"prompt\" data-prompt=\"$ \"></span>")
    CodeHighlight.append(command.text + "\n", .shell, to: &output)
    output.append(html: "</span>")
  }

  private func append(_ edit: StepEdit, to output: inout [UInt8]) {
    output.append(html: "<div class=\"edit\"><p class=\"edit-file\">\(edit.action.words) <code>")
    output.append(escaping: edit.shownFile)
    output.append(html: "</code></p><pre tabindex=\"0\"><code>")
    CodeHighlight.appendInserted(edit.text, CodeLanguage(file: edit.file), to: &output)
    output.append(html: "</code></pre></div>\n")
  }

  private func openCode(to output: inout [UInt8]) {
    output.append(html: "<pre tabindex=\"0\"><code class=\"language-sh\">")
  }

  private func closeCode(to output: inout [UInt8]) {
    output.append(html: "</code></pre>\n")
  }
}

extension StepEdit {
  /// The file as the notes write it, or with the folder where that is not the one a reader starts in.
  fileprivate var shownFile: String {
    guard let path, path != "~/\(file)" else { return file }
    return path
  }
}

extension StepEdit.Action {
  /// What a reader does to the file.
  fileprivate var words: String {
    switch self {
    case .append: "Add to"
    case .create: "Write"
    case .replace: "Replace all of"
    case .set: "Set in"
    }
  }
}
