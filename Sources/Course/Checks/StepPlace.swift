internal import Markdown

extension Page {
  /// A trouble of a command, told at a byte of its text.
  ///
  /// - Parameter offset: from the start of the command's text.
  func diagnostic(
    at offset: Int, of command: StepCommand, in step: Step, _ severity: Diagnostic.Severity,
    _ message: String, rule: String, mend: String
  ) -> Diagnostic {
    Diagnostic(
      path: path, position: source.filePosition(command.position(of: offset, in: step)),
      severity: severity, message: message, rule: rule, mend: mend)
  }

  /// A trouble of a part of a command, told where the part begins.
  func diagnostic(
    at range: Range<Int>, of command: StepCommand, in step: Step,
    _ severity: Diagnostic.Severity, _ message: String, rule: String, mend: String
  ) -> Diagnostic {
    diagnostic(
      at: range.lowerBound - command.origin, of: command, in: step, severity, message, rule: rule,
      mend: mend)
  }
}

extension StepCommand {
  /// Where a byte of the text stands in the page's text.
  func position(of offset: Int, in step: Step) -> SourcePosition {
    let before = text.utf8.prefix(offset)
    let feeds = before.count { $0 == 0x0A }
    guard feeds > 0 else {
      return SourcePosition(line: position.line, column: position.column + offset)
    }
    let line = position.line + feeds
    let column = before.reversed().prefix { $0 != 0x0A }.count
    // A line below the first begins where the block's line does, behind the secondary prompt.
    guard let index = step.code.lineStarts.firstIndex(where: { $0.line == line }) else {
      return SourcePosition(line: line, column: column + 1)
    }
    let lines = step.code.literal.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    let hasPrompt = step.hasPrompts && Substring(lines[index]).hasPrefix("> ")
    return SourcePosition(
      line: line, column: step.code.lineStarts[index].column + column + (hasPrompt ? 2 : 0))
  }
}
