/// Finds commands that bash cannot read: an open quote, a loop without its end.
enum ShellCheck {
  static func diagnostics(_ page: Page) -> [Diagnostic] {
    page.steps.filter(\.kind.isRunnable).flatMap(\.commands).flatMap(\.faults).map { fault in
      Diagnostic(
        path: page.path, position: page.source.filePosition(fault.position), severity: .error,
        message: "bash cannot read this: \(fault.message)", rule: "shell-syntax",
        mend: "complete the command; if the block is not shell, give its fence another language")
    }
  }
}
