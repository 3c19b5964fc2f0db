internal import Markdown

/// Finds commands that bash cannot read: an open quote, a loop without its end.
enum ShellCheck {
  static func diagnostics(_ page: Page) -> [Diagnostic] {
    let faults = page.steps.filter(\.kind.isRunnable).flatMap(faults).map { fault in
      Diagnostic(
        path: page.path, position: page.source.filePosition(fault.position), severity: .error,
        message: "bash cannot read this: \(fault.message)", rule: "shell-syntax",
        mend: mend(fault))
    }
    return faults + page.steps.compactMap { mislabelled($0, page) }
  }

  /// A block that is marked as shell and has nothing of it.
  private static func mislabelled(_ step: Step, _ page: Page) -> Diagnostic? {
    guard step.decision.rule == RefusedText.rule, let language = step.code.language,
      BlockLanguage(language) == .shell
    else { return nil }
    return Diagnostic(
      path: page.path, position: page.source.filePosition(step.code.infoStart), severity: .warning,
      message: "the block is marked as `\(language)`, and bash cannot read it",
      rule: "shell-syntax",
      mend: "give its fence the language that it is in, or `text`")
  }

  private static func mend(_ fault: ShellFault) -> String {
    // A line cannot begin with what joins it to the one above, which bash has taken for whole.
    if ["unexpected '|", "unexpected '&&"].contains(where: fault.message.hasPrefix) {
      return
        "end the line above with `\\`; if the block is not shell, give its fence another language"
    }
    return "complete the command; if the block is not shell, give its fence another language"
  }

  /// One fault of each kind a block: a slip made in every line of it is one slip.
  private static func faults(_ step: Step) -> [ShellFault] {
    step.commands.flatMap(\.faults).reduce(into: []) { faults, fault in
      if !faults.contains(where: { $0.message == fault.message }) { faults.append(fault) }
    }
  }
}
