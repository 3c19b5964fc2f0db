import Course
import FoundationEssentials
import Machine
import Markdown

/// Prints diagnostics, each with its source line.
struct DiagnosticPrinter {
  private let folder: CourseFolder?

  /// - Parameter folder: what the diagnostics' paths are relative to; `nil` for the current folder.
  init(_ folder: CourseFolder?) { self.folder = folder }

  /// Prints them to standard error, for people.
  func print(_ diagnostics: [Diagnostic]) { Self.print(located(diagnostics)) }

  static func print(_ diagnostics: [LocatedDiagnostic]) {
    let text = DiagnosticText(isColored: Terminal.error.isColored)
    for located in diagnostics where !located.diagnostic.isSilenced {
      Terminal.error.write(text.text(located.diagnostic, sourceLine: located.sourceLine))
    }
  }

  /// Finds the line that each is about.
  func located(_ diagnostics: [Diagnostic]) -> [LocatedDiagnostic] {
    var sources: [String: SourceFile] = [:]
    return diagnostics.map { diagnostic in
      let path = folder.map { "\($0.root)/\(diagnostic.path)" } ?? diagnostic.path
      if sources[path] == nil, let bytes = try? Files.contents(path) {
        sources[path] = SourceFile(path: path, bytes: bytes)
      }
      return LocatedDiagnostic(
        diagnostic, sourceLine: sources[path]?.line(diagnostic.position.line))
    }
  }

  /// All of a run in a form that programs read; empty for the form that people do.
  static func text(_ diagnostics: [LocatedDiagnostic], as format: DiagnosticFormat) throws -> String
  {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    switch format {
    case .text: return ""
    case .github:
      return diagnostics.filter { !$0.diagnostic.isSilenced }.map(\.workflowCommand).joined()
    case .json:
      return String(decoding: try encoder.encode(DiagnosticList(diagnostics)), as: UTF8.self) + "\n"
    case .sarif:
      return String(decoding: try encoder.encode(SARIFLog(diagnostics)), as: UTF8.self) + "\n"
    }
  }
}
