internal import Markdown

/// Reads a block that shows prompts: what is typed at each, and what the notes say is printed.
enum Transcript {
  /// How many lines a command may have; beyond that none is looked for.
  static let longestCommand = 100

  static func commands(_ lines: [BlockLine]) -> [StepCommand] {
    var commands: [StepCommand] = []
    var printed: [Expectation.Line] = []
    /// The lines since the last command are what it prints.
    func endOutput() {
      if let last = commands.indices.last {
        commands[last].expectation = Expectation(printed, from: .transcript)
      }
      printed = []
    }
    var rest = lines[...]
    while let line = rest.popFirst() {
      guard var text = line.command else {
        // A line beginning with # is the author's remark; programs rarely print one.
        if !line.isComment { printed.append(Expectation.Line(text: line.text, start: line.start)) }
        continue
      }
      var script = ShellScript(text + "\n")
      if script.asksForMore,
        let (whole, count) = wholeCommand(text, rest.prefix { $0.prompt == nil })
      {
        text = whole
        rest = rest.dropFirst(count)
        script = ShellScript(text + "\n")
      }
      guard !script.commands.isEmpty else { continue }
      endOutput()
      commands.append(
        StepCommand(
          text: text, position: line.commandStart, expectation: nil,
          faults: script.problems.filter { $0.severity == .error }.map {
            ShellFault(message: $0.message, position: line.commandStart)
          },
          simpleCommands: script.commands.flatMap(\.simpleCommands)))
    }
    endOutput()
    return commands
  }

  /// The command with as many of the lines below as make it whole, and their number.
  ///
  /// One that is not whole after ``longestCommand`` lines never will be: a quote was left open, and
  /// what follows is output.
  static func wholeCommand(
    _ start: String, _ following: ArraySlice<BlockLine>
  ) -> (String, Int)? {
    var text = start
    for (index, line) in following.prefix(longestCommand).enumerated() {
      text += "\n" + line.continuation
      if !ShellScript(text + "\n").asksForMore { return (text, index + 1) }
    }
    return nil
  }
}

extension ShellScript {
  /// Whether a shell at a prompt would show its secondary prompt: it would wait for the end of a
  /// here-document and for what follows a backslash too, of which a file's end just makes the best.
  var asksForMore: Bool {
    !isComplete || problems.contains { $0.kind == .unterminatedHereDocument }
      || tokens.last?.kind == .continuation
  }
}
