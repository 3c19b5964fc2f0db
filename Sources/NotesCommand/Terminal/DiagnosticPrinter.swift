import Course
import Machine
import Markdown

/// Prints diagnostics to standard error, each with its source line.
struct DiagnosticPrinter {
  private let folder: CourseFolder?

  /// - Parameter folder: what the diagnostics' paths are relative to; `nil` for the current folder.
  init(_ folder: CourseFolder?) { self.folder = folder }

  func print(_ diagnostics: [Diagnostic]) {
    let text = DiagnosticText(isColored: Terminal.error.isColored)
    var sources: [String: SourceFile] = [:]
    for diagnostic in diagnostics {
      let path = folder.map { "\($0.root)/\(diagnostic.path)" } ?? diagnostic.path
      if sources[path] == nil, let bytes = try? Files.contents(path) {
        sources[path] = SourceFile(path: path, bytes: bytes)
      }
      let line = sources[path]?.line(diagnostic.position.line)
      Terminal.error.write(text.text(diagnostic, sourceLine: line))
    }
  }
}
