/// Everything `notes check` says about one page by itself.
public enum PageCheck {
  /// In order of place. What `--fix` would mend is an error here: the file is not as it should be,
  /// though the rest of the program reads it as if it were.
  public static func diagnostics(_ page: Page) -> [Diagnostic] {
    let all = page.diagnostics + DotfileCheck.diagnostics(page) + ShellCheck.diagnostics(page)
    return all.map { diagnostic in
      var diagnostic = diagnostic
      if diagnostic.isFixable { diagnostic.severity = .error }
      return diagnostic
    }.inOrder
  }
}

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
