internal import Markdown
internal import Yams

/// What `notes.yml` says of the course; nothing is required.
public struct CourseSettings: Sendable, Equatable {
  public var title = "Course notes"
  public var description = ""
  /// A BCP 47 tag, for `<html lang>`.
  public var language = "en"
  /// Names of variables whose values are shown nowhere.
  public var secrets: [String] = []

  public init() {}

  /// Reads the file; keys it does not know are told with the nearest that it does.
  public init(path: String, text: String, diagnostics: inout [Diagnostic]) {
    func tell(_ mark: (line: Int, column: Int), _ message: String, _ mend: String?) {
      diagnostics.append(
        Diagnostic(
          path: path, position: SourcePosition(line: mark.line, column: mark.column),
          severity: .error, message: message, rule: "settings", mend: mend))
    }
    do {
      guard let node = try Yams.compose(yaml: text) else { return }
      guard let mapping = node.mapping else {
        tell((1, 1), "settings are `key: value` lines", nil)
        return
      }
      let keys = ["title", "description", "language", "secrets"]
      for (key, value) in mapping {
        let name = key.string ?? ""
        let mark = key.mark.map { ($0.line, $0.column) } ?? (1, 1)
        switch (name, value.string) {
        case ("title", let text?): title = text
        case ("description", let text?): description = text
        case ("language", let text?): language = text
        case ("secrets", _):
          if let names = Attribute.Value(value)?.words {
            secrets = names
          } else {
            tell(mark, "'secrets' must be names of variables", "write `secrets: [NAME]`")
          }
        case (_, nil) where keys.contains(name): tell(mark, "'\(name)' must be a text", nil)
        default:
          let nearest = NearestName.suggestions(for: name, among: keys).first
          tell(mark, "'\(name)' is no setting", nearest.map { "write `\($0)`" })
        }
      }
    } catch {
      let (line, column, problem) = error.yamlPlace
      tell((line, column), "not YAML: \(problem)", "write `key: value` on each line")
    }
  }
}
