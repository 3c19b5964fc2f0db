/// Everything `notes check` says about one page by itself.
public enum PageCheck {
  /// In order of place. What `--fix` would mend is an error here: the file is not as it should be,
  /// though the rest of the program reads it as if it were.
  ///
  /// - Parameter earlier: what the pages before it have readers install.
  public static func diagnostics(
    _ page: Page, after earlier: Provisions = Provisions()
  ) -> [Diagnostic] {
    let texts = StepTexts(page)
    let commands = [
      AnnotationCheck.diagnostics, DotfileCheck.diagnostics, ShellCheck.diagnostics,
      CommandCheck.diagnostics,
      ExpectationCheck.diagnostics, SecretCheck.diagnostics, GroupCheck.diagnostics,
      ReferenceCheck.diagnostics, ImageCheck.remoteImages,
    ]
    let steps = [
      HiddenCommandCheck.diagnostics, PlaceholderCheck.diagnostics,
      BlockingServiceCheck.diagnostics, FileNeedCheck.diagnostics,
    ]
    let found =
      commands.flatMap { $0(page) } + steps.flatMap { $0(page, texts) }
      + ToolCheck.diagnostics(page, texts, after: earlier)
    let all = page.diagnostics + page.silencing.applied(to: found)
    return all.map { diagnostic in
      var diagnostic = diagnostic
      if diagnostic.isFixable { diagnostic.severity = .error }
      return diagnostic
    }.inOrder
  }
}
