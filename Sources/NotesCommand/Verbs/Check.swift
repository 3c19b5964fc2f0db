import ArgumentParser
import Course
import Machine

/// `notes check`
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell where notes, scripts and the rules disagree.",
    discussion: """
      Each trouble is told as path:line:column with the source line and the mend, all of them in one go. \
      For pages of a course their scripts are compared too, and a diff shows what differs. Nothing is \
      executed, and nothing is written unless --fix is given.
      """)

  @Argument(help: "Pages or Markdown files; all pages of the course by default.")
  var pages: [String] = []

  @Flag(help: "Mend what can be mended safely: text that went through a wrong code page.")
  var fix = false

  @OptionGroup var course: CourseOption

  func run() throws {
    var troubles: [Diagnostic] = []
    var count = 0
    for (page, folder) in try selection() {
      var page = page
      count += 1
      if fix { page = try mended(page, in: folder) }
      let diagnostics = PageCheck.diagnostics(page)
      DiagnosticPrinter(folder).print(diagnostics)
      troubles += diagnostics
      guard let folder else { continue }
      let path = page.names.script
      let check = ScriptCheck(page, script: try folder.script(at: path), scriptPath: path)
      DiagnosticPrinter(folder).print(check.diagnostics)
      Terminal.error.write(check.diff.printable)
      troubles += check.diagnostics
    }
    if pages.isEmpty {
      let folder = try CourseFolder(course.course)
      let orphans = try folder.orphanedScripts().map { ScriptCheck.orphan($0.script, of: $0.notes) }
      DiagnosticPrinter(folder).print(orphans)
      troubles += orphans
    }
    let errors = troubles.count { $0.severity == .error }
    let pages = count == 1 ? "1 page" : "\(count) pages"
    let warnings = troubles.count - errors
    Terminal.output.write(
      troubles.isEmpty
        ? "\(pages) checked: no trouble\n"
        : "\(pages) checked: \(errors.counted("error")), \(warnings.counted("warning"))\n")
    if errors > 0 { throw ExitStatus.trouble }
  }

  private func selection() throws -> [(Page, CourseFolder?)] {
    if pages.isEmpty {
      let folder = try CourseFolder(course.course)
      let (_, settings) = try folder.course()
      DiagnosticPrinter(folder).print(settings)
      if settings.hasErrors { throw ExitStatus.trouble }
      return try folder.pages(named: []).map { ($0, folder) }
    }
    return try pages.map { name in
      let argument = try PageArgument(name, course: course.course)
      return (argument.page, argument.folder)
    }
  }

  /// The page after its file was written without damage, when it had any.
  private func mended(_ page: Page, in folder: CourseFolder?) throws -> Page {
    let repaired = page.source.repairedBytes
    guard repaired != page.source.bytes else { return page }
    let path = folder.map { "\($0.root)/\(page.path)" } ?? page.path
    try Files.write(repaired, to: path)
    let lines = page.diagnostics.count { $0.isFixable }
    Terminal.output.write("\(page.path): mended \(lines.counted("line"))\n")
    return Page(path: page.path, bytes: repaired)
  }
}

extension Int {
  /// The number with a noun: "1 error", "2 errors".
  func counted(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
