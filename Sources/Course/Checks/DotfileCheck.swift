internal import Markdown

/// Finds start-up files of the shell that are edited in a folder where no shell looks for them.
///
/// After `cd soft`, `nano .bashrc` makes `~/soft/.bashrc`: the line in it never takes effect in a
/// new terminal.
enum DotfileCheck {
  static func diagnostics(_ page: Page) -> [Diagnostic] {
    var folder = WorkingFolder()
    /// The step whose command led into the folder, for the message.
    var entered: Step?
    var result: [Diagnostic] = []
    for step in page.steps where step.kind.isRunnable {
      for action in step.actions {
        switch action {
        case .edit(let edit):
          result += diagnostic(edit.file, at: edit.position, folder, entered, page)
        case .command(let command):
          for simple in command.simpleCommands {
            for target in simple.redirections.filter(\.writes).map(\.target) {
              let place = command.position(
                of: target.range.lowerBound - command.origin, in: step)
              result += diagnostic(target.text, at: place, folder, entered, page)
            }
            let before = folder
            folder.follow(simple)
            if folder != before { entered = step }
          }
        }
      }
    }
    return result
  }

  private static func diagnostic(
    _ file: String, at position: SourcePosition, _ folder: WorkingFolder, _ entered: Step?,
    _ page: Page
  ) -> [Diagnostic] {
    // Only a bare name is a slip; who writes `conf/.bashrc` means that file.
    guard startupFiles.contains(file), let path = folder.resolve(file), path != "~/\(file)" else {
      return []
    }
    let cause = entered.map { ", since step \($0.label) changed the folder" } ?? ""
    return [
      Diagnostic(
        path: page.path, position: page.source.filePosition(position), severity: .error,
        message: "'\(file)' is \(path) here\(cause); no shell reads that file",
        rule: "dotfile-outside-home", mend: "write `~/\(file)`")
    ]
  }

  /// Files that bash, zsh and POSIX shells read from the home folder when they start.
  static let startupFiles: Set<String> = [
    ".bashrc", ".bash_profile", ".bash_login", ".bash_aliases", ".profile", ".zshrc", ".zprofile",
    ".zshenv", ".kshrc",
  ]
}
