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

  /// The default theme with the files that the course has in place of its own. A template that cannot
  /// be read is told, and ends the verb.
  func theme() throws -> Theme {
    do {
      return try Theme(overrides: try themeOverrides())
    } catch let error as ThemeError {
      DiagnosticPrinter(self).print([Diagnostic(error)])
      throw ExitStatus.trouble
    }
  }

  /// What is wrong with the course's own theme: all of it, or the first template that is not Mustache.
  func themeDiagnostics(_ settings: CourseSettings) throws -> [Diagnostic] {
    let overrides = try themeOverrides()
    do {
      _ = try Theme(overrides: overrides)
      return ThemeCheck.diagnostics(overrides: overrides, values: settings.theme.keys)
    } catch {
      return [Diagnostic(error)]
    }
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
