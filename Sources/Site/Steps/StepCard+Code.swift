internal import Course
internal import Markdown

/// The commands of a step and what the notes say beside them.
extension StepCard {
  /// The block as it stands, each line as what it is.
  func appendCode(to output: inout [UInt8]) {
    let lines = BlockLine.lines(of: step.code)
    if step.kind == .output { return appendOutputBlock(lines, to: &output) }
    openCode(to: &output)
    guard step.hasPrompts else {
      var text = ""
      for line in lines {
        text += line.text
        text += "\n"
      }
      if let language = step.runnerLanguage {
        if let known = CodeLanguage(infoString: language) {
          CodeHighlight.append(text, known, to: &output)
        } else {
          output.append(escaping: text)
        }
      } else {
        blanks.append(text, to: &output)
      }
      return closeCode(to: &output)
    }
    let commands = Dictionary(
      step.commands.map { ($0.position.line, $0) }, uniquingKeysWith: { first, _ in first })
    var differences: [RecordedDifference] = []
    var current: StepCommand?
    var rest = lines[...]
    while let line = rest.popFirst() {
      if let command = commands[line.start.line] {
        append(command, to: &output)
        current = command
        rest = rest.dropFirst(command.text.utf8.count { $0 == 0x0A })
      } else if line.isComment {
        output.append(html: "<span class=\"say c\">")
        output.append(escaping: line.text)
        output.append(html: "\n</span>")
      } else {
        let others = rest.prefix { commands[$0.start.line] == nil && !$0.isComment }
        rest = rest.dropFirst(others.count)
        output.append(html: "<span class=\"out\">")
        if let expectation = current?.expectation,
          let difference = recorded?.difference(from: expectation, of: step)
        {
          differences.append(difference)
          append(compared: difference, to: &output)
        } else {
          for line in [line] + others { output.append(escaping: line.text + "\n") }
        }
        output.append(html: "</span>")
      }
    }
    closeCode(to: &output)
    appendSaid(differences, to: &output)
  }

  /// A block that shows what a step prints, as it was printed where that is something else.
  private func appendOutputBlock(_ lines: [BlockLine], to output: inout [UInt8]) {
    let difference = recorded?.difference(shownBy: step)
    ScrollingCode.open("Output", in: &output)
    output.append(html: "<samp>")
    if let difference {
      append(compared: difference, to: &output)
    } else {
      output.append(escaping: lines.map { $0.text + "\n" }.joined())
    }
    output.append(html: "</samp></pre>\n")
    appendSaid([difference].compactMap(\.self), to: &output)
  }

  /// Commands in blocks of code, with each edit between them as the lines that it adds.
  func appendActions(to output: inout [UInt8]) {
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
    // An editor is opened by hand; what is copied along makes its edit by itself.
    output.append(
      html: command.doneBy == nil ? "<span class=\"cmd\">" : "<span class=\"cmd\" data-by>")
    output.append(html: "<span class=\"prompt\" data-prompt=\"$ \"></span>")
    blanks.append(command.text + "\n", to: &output)
    output.append(html: "</span>")
  }

  private func append(_ edit: StepEdit, to output: inout [UInt8]) {
    // The opening of the here-document that makes the edit in a shell.
    output.append(html: "<div class=\"edit\" data-edit=\"")
    output.append(escaping: edit.call.prefix { $0 != "\n" })
    output.append(html: "\"><p class=\"edit-file\">\(edit.action.words) <code>")
    output.append(escaping: edit.shownFile)
    output.append(html: "</code></p>")
    ScrollingCode.open("Lines of the file", in: &output)
    output.append(html: "<code>")
    for line in removedLines(of: edit) {
      output.append(html: "<del>")
      output.append(escaping: line + "\n")
      output.append(html: "</del>")
    }
    CodeHighlight.appendInserted(edit.text, CodeLanguage(file: edit.file), to: &output)
    output.append(html: "</code></pre></div>\n")
  }

  /// The lines of which the record says that the edit took them out of the file.
  private func removedLines(of edit: StepEdit) -> [Substring] {
    guard let entry, let index = step.ownActions.firstIndex(of: .edit(edit)),
      entry.actions.indices.contains(index), entry.actions[index].edit != nil
    else { return [] }
    let removed = entry.actions[index].output.split(separator: "\n").filter { $0.hasPrefix("-") }
    // A file that was replaced whole is not worth showing.
    return removed.count > 12 ? [] : removed.map { $0.dropFirst() }
  }

  private func openCode(to output: inout [UInt8]) {
    guard let language = step.runnerLanguage else {
      ScrollingCode.open("Commands", in: &output)
      return output.append(html: "<code class=\"language-sh\">")
    }
    ScrollingCode.open("Code", in: &output)
    output.append(html: "<code class=\"language-")
    output.append(escaping: language)
    output.append(html: "\">")
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
