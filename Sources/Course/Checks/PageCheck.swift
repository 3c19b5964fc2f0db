/// Everything `notes check` says about one page by itself.
public enum PageCheck {
  /// In order of place. What `--fix` would mend is an error here: the file is not as it should be,
  /// though the rest of the program reads it as if it were.
  public static func diagnostics(_ page: Page) -> [Diagnostic] {
    let checks = [DotfileCheck.diagnostics, ShellCheck.diagnostics, CommandCheck.diagnostics, SecretCheck.diagnostics]
    let all = page.diagnostics + checks.flatMap { $0(page) }
    return all.map { diagnostic in
      var diagnostic = diagnostic
      if diagnostic.isFixable { diagnostic.severity = .error }
      return diagnostic
    }.inOrder
  }
}
