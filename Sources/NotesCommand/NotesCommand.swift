import ArgumentParser
import Machine

/// The program `notes`: its verbs, their arguments, and what they print.
@main
struct NotesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notes",
    abstract: "Build a course website from notes, and run the commands in them.",
    discussion: """
      A course is a folder with notes in content/*.md. Each shell code block in them is a step.

        notes build            make the website in site/
        notes steps week1      list the steps of content/week1.md
        notes exec week1       run them in a sandbox; this machine's files stay
        notes test             run all pages and compare what they print
        notes sync             bring the notes and scripts/week1.sh together
        notes check            tell where notes, scripts and the rules disagree
        notes theme            see what the site's theme is made of, and change it
        notes show week1       read a page here, with what its steps printed
        notes diff week1       tell what changed since the last recorded run
        notes export week1 --to ipynb
                               write it as a notebook, script, Markdown or PDF
        notes import a.ipynb   make a page of a notebook
        notes init my-course   begin a course, or print a workflow that checks one

      Exit status: 0 all well; 1 a step failed, or the notes have an error; 2 wrong
      use; 3 the machine could not do it.
      """,
    version: "0.1.0",
    subcommands: [
      Build.self, Steps.self, Exec.self, Test.self, Check.self, Sync.self, Show.self, Diff.self,
      Export.self, Import.self, ThemeVerb.self, Init.self,
    ])

  /// Runs the program. Errors of use exit with 2, as the table of exit statuses has it.
  static func main() {
    System.prepareStreams()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let error as MachineError {
      Terminal.error.write("notes: \(error.description)\n")
      if let mend = error.mend { Terminal.error.write("  mend: \(mend)\n") }
      exit(withStatus: .machine)
    } catch let error as WrongUse {
      Terminal.error.write("notes: \(error.description)\n")
      exit(withStatus: .usage)
    } catch let status as ExitStatus {
      exit(withStatus: status)
    } catch {
      let code = exitCode(for: error)
      let message = fullMessage(for: error)
      if code.isSuccess {
        Terminal.output.write(message + "\n")
        exit(withStatus: .success)
      }
      Terminal.error.write(message + "\n")
      exit(withStatus: .usage)
    }
  }

  private static func exit(withStatus status: ExitStatus) -> Never {
    exit(withError: ExitCode(status.rawValue))
  }
}
