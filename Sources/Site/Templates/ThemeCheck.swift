public import Course
internal import Markdown

/// What is wrong with a course's own files of the theme, beyond their being Mustache.
public enum ThemeCheck {
  /// - Parameters:
  ///   - overrides: the files of the course's own theme, by name.
  ///   - values: the names that the settings give values to under `theme:`.
  public static func diagnostics(
    overrides: [String: [UInt8]], values: some Sequence<String>
  ) -> [Diagnostic] {
    let templates = Set(
      Theme.builtIn.merging(overrides) { $1 }.keys.compactMap(Theme.templateName(ofFile:)))
    let values = Set(values)
    return overrides.sorted { $0.key < $1.key }.flatMap { name, bytes in
      outdated(name, bytes).map { [$0] } ?? []
        + (Theme.templateName(ofFile: name) == nil
          ? [] : unknownNames(name, bytes, templates: templates, values: values))
    }
  }

  /// Names that the template uses and nothing gives it.
  private static func unknownNames(
    _ file: String, _ bytes: [UInt8], templates: Set<String>, values: Set<String>
  ) -> [Diagnostic] {
    var scopes: [String] = []
    return TemplateTag.all(in: bytes).compactMap { tag in
      switch tag.kind {
      case .closing:
        if !scopes.isEmpty { scopes.removeLast() }
        return nil
      case .block:
        scopes.append("")
        return nil
      case .other: return nil
      case .partial:
        guard !templates.contains(tag.name) else { return nil }
        return unknown("partial", tag, file, among: templates.sorted(), write: { "{{> \($0)}}" })
      case .variable, .opening:
        let known = names(in: scopes, values: values)
        defer { if tag.kind == .opening { scopes.append(tag.name) } }
        guard tag.name != ".", !known.contains(tag.name) else { return nil }
        // A course need not give all values that its theme asks for; one that is nearly the name of
        // another is a slip.
        if tag.name.hasPrefix("theme."),
          tag.kind == .opening || scopes.contains(tag.name)
            || NearestName.suggestions(for: tag.name, among: values.map { "theme.\($0)" }).isEmpty
        {
          return nil
        }
        // What is in a value of the course's own only the course knows.
        guard !scopes.contains(where: { $0.hasPrefix("theme.") }) else { return nil }
        return unknown("variable", tag, file, among: known.sorted(), write: { "{{\($0)}}" })
      }
    }
  }

  /// The names that a tag inside of sections may use.
  private static func names(in scopes: [String], values: Set<String>) -> Set<String> {
    var names = Set(ThemeVariable.all.map(\.name))
    names.formUnion(values.map { "theme.\($0)" })
    for scope in scopes {
      for name in Array(names) where name.hasPrefix(scope + ".") {
        names.insert(String(name.dropFirst(scope.utf8.count + 1)))
      }
    }
    return names
  }

  private static func unknown(
    _ what: String, _ tag: TemplateTag, _ file: String, among names: [String],
    write: (String) -> String
  ) -> Diagnostic {
    let nearest = NearestName.suggestions(for: tag.name, among: names).first
    return Diagnostic(
      path: "theme/\(file)", position: SourcePosition(line: tag.line, column: tag.column),
      severity: .error, message: "'\(tag.name)' is no \(what) of the theme", rule: "template",
      mend: nearest.map { "write `\(write($0))`" }
        ?? (what == "partial"
          ? "make theme/\(tag.name).mustache" : "see what there is with `notes theme vars`"))
  }

  /// A file that was made from a default which has changed since.
  private static func outdated(_ file: String, _ bytes: [UInt8]) -> Diagnostic? {
    guard let base = ThemeDefault(file), let mark = ThemeDefault.mark(in: bytes),
      mark.digits != base.digits
    else { return nil }
    return Diagnostic(
      path: "theme/\(file)", position: SourcePosition(line: mark.line, column: mark.column),
      severity: .warning, message: "the default that this was made from has changed since",
      rule: "outdated-theme",
      mend: "take over what `notes theme diff \(file)` shows, then write `default: \(base.digits)`")
  }
}
