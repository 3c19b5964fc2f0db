internal import Markdown

/// Diagnostics in the forms that programs read.
public enum DiagnosticFormat: String, Sendable, CaseIterable {
  /// For people and editors.
  case text
  /// Schema `notes.diagnostics/1`.
  case json
  /// SARIF 2.1.0, which code hosts show beside the lines.
  case sarif
  /// GitHub Actions' workflow commands.
  case github
}

/// A diagnostic with the line that it is about.
public struct LocatedDiagnostic: Sendable {
  public var diagnostic: Diagnostic
  /// Without line ending; `nil` where there is none to show.
  public var sourceLine: String?

  public init(_ diagnostic: Diagnostic, sourceLine: String?) {
    self.diagnostic = diagnostic
    self.sourceLine = sourceLine
  }

  /// The 1-based column in Unicode scalars, as SARIF's `unicodeCodePoints` and GitHub count.
  fileprivate var scalarColumn: Int {
    guard let sourceLine else { return diagnostic.position.column }
    let bytes = sourceLine.utf8.prefix(diagnostic.position.column - 1)
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.count + 1
  }
}

/// The schema `notes.diagnostics/1`: one object a diagnostic, columns in UTF-8 bytes.
public struct DiagnosticList: Encodable {
  private let schema = "notes.diagnostics/1"
  private let diagnostics: [Entry]

  private struct Entry: Encodable {
    var path: String
    var line: Int
    var column: Int
    var severity: String
    var rule: String
    var message: String
    var mend: String?
    var fixable: Bool
    /// Whether the notes switch the rule off there.
    var silenced: Bool
  }

  public init(_ diagnostics: [LocatedDiagnostic]) {
    self.diagnostics = diagnostics.map(\.diagnostic).map {
      Entry(
        path: $0.path, line: $0.position.line, column: $0.position.column,
        severity: $0.severity.rawValue, rule: $0.rule, message: $0.message, mend: $0.mend,
        fixable: $0.isFixable, silenced: $0.isSilenced)
    }
  }
}

/// A log of the Static Analysis Results Interchange Format 2.1.0 (OASIS).
public struct SARIFLog: Encodable {
  private let version = "2.1.0"
  private let runs: [Run]

  private struct Run: Encodable {
    var tool: Tool
    var columnKind = "unicodeCodePoints"
    var results: [Result]
  }
  private struct Tool: Encodable { var driver: Driver }
  private struct Driver: Encodable {
    var name = "notes"
    var rules: [Rule]
  }
  private struct Rule: Encodable { var id: String }
  private struct Message: Encodable { var text: String }
  private struct Result: Encodable {
    var ruleId: String
    var level: String
    var message: Message
    var locations: [Location]
    var suppressions: [Suppression]?
  }
  /// Section 3.35: the result was switched off in the source.
  private struct Suppression: Encodable { var kind = "inSource" }
  private struct Location: Encodable { var physicalLocation: Physical }
  private struct Physical: Encodable {
    var artifactLocation: Artifact
    var region: Region
  }
  private struct Artifact: Encodable { var uri: String }
  private struct Region: Encodable {
    var startLine: Int
    var startColumn: Int
  }

  public init(_ diagnostics: [LocatedDiagnostic]) {
    let rules = Set(diagnostics.map(\.diagnostic.rule)).sorted().map { Rule(id: $0) }
    let results = diagnostics.map { located in
      let diagnostic = located.diagnostic
      let mend = diagnostic.mend.map { "; mend: \($0)" } ?? ""
      var uri: [UInt8] = []
      uri.append(escapingPath: diagnostic.path)
      return Result(
        ruleId: diagnostic.rule,
        level: diagnostic.severity == .hint ? "note" : diagnostic.severity.rawValue,
        message: Message(text: diagnostic.message + mend),
        locations: [
          Location(
            physicalLocation: Physical(
              artifactLocation: Artifact(uri: String(decoding: uri, as: UTF8.self)),
              region: Region(
                startLine: diagnostic.position.line, startColumn: located.scalarColumn)))
        ],
        suppressions: diagnostic.isSilenced ? [Suppression()] : nil)
    }
    runs = [Run(tool: Tool(driver: Driver(rules: rules)), results: results)]
  }
}

extension LocatedDiagnostic {
  /// The diagnostic as a workflow command, which GitHub Actions shows at the line of the file.
  public var workflowCommand: String {
    let mend = diagnostic.mend.map { "\nmend: \($0)" } ?? ""
    return WorkflowCommand(
      kind: diagnostic.severity == .hint ? "notice" : diagnostic.severity.rawValue,
      path: diagnostic.path, line: diagnostic.position.line, column: scalarColumn,
      title: diagnostic.rule, message: diagnostic.message + mend
    ).text
  }
}
