internal import Markdown

/// The lines of a step's block: which of them are remarks, and where each line of an action stands.
struct StepBlock {
  private let lines: [BlockLine]
  private let hasPrompts: Bool
  /// Remarks on lines of their own that a script can repeat.
  let comments: [BlockLine]

  init(_ step: Step) {
    let lines = BlockLine.lines(of: step.code)
    self.lines = lines
    hasPrompts = step.hasPrompts
    guard step.isRunnable || step.kind == .template, lines.contains(where: \.isComment) else {
      comments = []
      return
    }
    var taken: Set<Int> = []
    for (index, action) in step.actions.enumerated() {
      let first = action.position.line
      switch action {
      case .command(let command):
        taken.formUnion(first...(first + command.text.utf8.count { $0 == 0x0A }))
        taken.formUnion(command.expectation?.lines.map(\.start.line) ?? [])
      case .edit:
        // Remarks there tell the editor's lines from the prompt's.
        let next =
          index + 1 < step.actions.count
          ? step.actions[index + 1].position.line : (lines.last?.start.line ?? first) + 1
        taken.formUnion(first..<max(next, first + 1))
      }
    }
    comments = lines.filter { line in
      let text = line.text.trimmed
      // The first two would be taken for more than remarks in a script.
      return line.isComment && line.prompt == nil && !taken.contains(line.start.line)
        && !text.hasPrefix("#!") && !text.hasPrefix("# shellcheck")
    }
  }

  /// Where a line of a command's text begins.
  func place(of command: StepCommand, line index: Int) -> SourcePosition {
    let number = command.position.line + index
    guard index > 0, let line = lines.first(where: { $0.start.line == number }) else {
      return command.position
    }
    let prompt = hasPrompts ? line.text.utf8.count - line.continuation.utf8.count : 0
    return SourcePosition(line: number, column: line.start.column + prompt)
  }

  /// Where the lines of an edit begin.
  func places(of edit: StepEdit) -> [SourcePosition] {
    let text = edit.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    guard let begin = lines.firstIndex(where: { $0.start.line >= edit.position.line }) else {
      return []
    }
    for start in begin..<lines.count where start + text.count <= lines.count {
      let here = lines[start..<start + text.count]
      if zip(here, text).allSatisfy({ $0.text == $1 }) { return here.map(\.start) }
    }
    return []
  }
}
