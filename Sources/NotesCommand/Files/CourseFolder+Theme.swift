import Course
import Machine
import Markdown
import Site

extension CourseFolder {
  /// The files of the course's own theme, by their names in `theme/`.
  func themeOverrides() throws -> [String: [UInt8]] {
    var overrides: [String: [UInt8]] = [:]
    for path in try files(in: "theme") {
      overrides[String(path.dropFirst("theme/".count))] = try Files.contents("\(root)/\(path)")
    }
    return overrides
  }

  /// The default theme with the files that the course has in place of its own, and what is wrong with
  /// these: all of it, or the first template that is not Mustache, with which there is no theme.
  func theme(_ settings: CourseSettings) throws -> (theme: Theme?, diagnostics: [Diagnostic]) {
    let overrides = try themeOverrides()
    do {
      let theme = try Theme(overrides: overrides)
      return (theme, ThemeCheck.diagnostics(overrides: overrides, values: settings.theme.keys))
    } catch {
      return (nil, [Diagnostic(error)])
    }
  }
}

extension CourseFolder {
  /// The settings and the theme that a site is made with, and what is wrong with either. A template that
  /// cannot be read is told, and ends the verb.
  func siteGround() throws -> (settings: CourseSettings, theme: Theme, problems: [Diagnostic]) {
    let (settings, problems) = try settings()
    let (theme, themeProblems) = try theme(settings)
    guard let theme else {
      DiagnosticPrinter(self).print(problems + themeProblems)
      throw ExitStatus.trouble
    }
    return (settings, theme, problems + themeProblems)
  }
}

extension Diagnostic {
  init(_ error: ThemeError) {
    self.init(
      path: "theme/\(error.file)", position: .init(line: error.line, column: error.column),
      severity: .error, message: error.message, rule: "template",
      mend: "compare with `notes theme show \(error.file)`")
  }
}
