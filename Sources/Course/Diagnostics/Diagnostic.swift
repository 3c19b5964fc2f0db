public import Markdown

/// One trouble in a text of the course, with its place and its mend.
///
/// Printed as `path:line:column: severity: message [rule]`, the source line, a caret, and the mend.
public struct Diagnostic: Sendable, Equatable {
  /// How much it matters: a hint is worth knowing, a warning worth mending, an error is wrong.
  public enum Severity: String, Sendable, CaseIterable {
    case hint, warning, error
  }

  /// The file, as the user named it.
  public var path: String
  /// Where in the file as it is on disk.
  public var position: SourcePosition
  public var severity: Severity
  /// The rule that is broken and the word that breaks it first; no full stop.
  public var message: String
  /// The rule's name, lowercase with hyphens, by which it can be looked up and switched off.
  public var rule: String
  /// What to do about it, as a sentence without a full stop.
  public var mend: String?
  /// Whether `notes check --fix` mends it.
  public var isFixable: Bool
  /// Whether the notes switch its rule off where it stands.
  public var isSilenced = false

  public init(
    path: String, position: SourcePosition, severity: Severity, message: String, rule: String,
    mend: String? = nil, isFixable: Bool = false
  ) {
    self.path = path
    self.position = position
    self.severity = severity
    self.message = message
    self.rule = rule
    self.mend = mend
    self.isFixable = isFixable
  }
}

extension [Diagnostic] {
  /// In the order of path and place.
  public var inOrder: [Diagnostic] {
    sorted { ($0.path, $0.position) < ($1.path, $1.position) }
  }

  public var hasErrors: Bool { contains { $0.severity == .error && !$0.isSilenced } }
}
