import ArgumentParser
import Course
import Machine

/// `notes sync`
struct Sync: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write each page's steps as a script: scripts/week1.sh from content/week1.md.",
    discussion: """
      The script runs alone, as a whole or one step at a time (scripts/week1.sh 4.2, --list, --from). \
      A script whose notes are gone is removed. One that was changed by hand is neither overwritten nor \
      removed unless --force is given.
      """)

  @Argument(help: "Pages; all that have steps by default.")
  var pages: [String] = []

  @Flag(help: "Overwrite scripts that were changed by hand.")
  var force = false

  @OptionGroup var course: CourseOption

  func run() throws {
    let folder = try CourseFolder(course.course)
    var isRefused = false
    for page in try folder.pages(named: pages) {
      let path = page.names.script
      let script = page.steps.contains(where: \.isRunnable) ? Script(page) : nil
      let old = try folder.script(at: path)
      if let old, !force, old != script?.text, Script.isUntouched(old) != true {
        DiagnosticPrinter(folder).print(
          ScriptCheck(page, script: old, scriptPath: path).diagnostics)
        isRefused = true
      } else if let script {
        let isWritten = try Files.write(
          Array(script.text.utf8), to: "\(folder.root)/\(path)", isExecutable: true)
        Terminal.output.write("\(path) \(isWritten ? "written" : "is up to date")\n")
      } else if old != nil {
        remove(path, in: folder, because: "\(page.path) has no steps to run")
      }
    }
    if pages.isEmpty {
      for (script, notes) in try folder.orphanedScripts() {
        let isUntouched = Script.isUntouched(try folder.script(at: script) ?? "") == true
        if isUntouched || force {
          remove(script, in: folder, because: "\(notes) is gone")
        } else {
          DiagnosticPrinter(folder).print([ScriptCheck.orphan(script, of: notes)])
          isRefused = true
        }
      }
    }
    if isRefused { throw ExitStatus.trouble }
  }

  private func remove(_ path: String, in folder: CourseFolder, because reason: String) {
    Files.remove("\(folder.root)/\(path)")
    Terminal.output.write("\(path) removed: \(reason)\n")
  }
}

extension CourseFolder {
  /// The pages a person named, or all in natural order.
  func pages(named names: [String]) throws -> [Page] {
    if names.isEmpty { return try pagePaths().map { try page(at: $0) } }
    return try names.map { name in
      let argument = try PageArgument(name, course: root)
      guard argument.folder != nil else {
        throw WrongUse(description: "'\(name)' is not in \(root)/content, so it has no script")
      }
      return argument.page
    }
  }

  /// A script's text, or `nil` when there is none.
  func script(at path: String) throws -> String? {
    guard Files.exists("\(root)/\(path)") else { return nil }
    return String(decoding: try Files.contents("\(root)/\(path)"), as: UTF8.self)
  }
}
