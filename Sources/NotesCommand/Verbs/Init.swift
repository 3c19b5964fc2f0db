import ArgumentParser
import Course
import FoundationEssentials
import Machine

/// `notes init`
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Begin a course, or print a workflow or a hook that checks one.",
    discussion: """
      Without options it writes notes.yml and a first page into FOLDER, and never over a file that is \
      there. With --ci and --hook nothing is written: what is printed goes where its first lines say.

      Examples:
        notes init my-course
        notes init --ci github >.github/workflows/notes.yml
        notes init --hook >.git/hooks/pre-commit && chmod +x .git/hooks/pre-commit
      """)

  @Argument(help: "The folder of the course.")
  var folder = "."

  @Option(help: "Print a workflow: github or gitlab.")
  var ci: Service?

  @Flag(help: "Print a hook for git that checks before each commit.")
  var hook = false

  enum Service: String, ExpressibleByArgument, CaseIterable { case github, gitlab }

  func validate() throws {
    if ci != nil, hook { throw ValidationError("--ci and --hook are printed one at a time") }
  }

  func run() throws {
    if let ci {
      Terminal.output.write(ci == .github ? CourseStart.github : CourseStart.gitlab)
    } else if hook {
      Terminal.output.write(CourseStart.hook)
    } else {
      for file in CourseStart.files {
        let path = "\(folder)/\(file.path)"
        if Files.exists(path) {
          Terminal.output.write("\(path.printable) is there already\n")
        } else {
          try Files.write(Array(file.text.utf8), to: path)
          Terminal.output.write("\(path.printable) written\n")
        }
      }
      Terminal.output.write("Go on with `notes build`, `notes exec week1` and `notes sync`\n")
    }
  }
}
