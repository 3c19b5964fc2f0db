internal import Markdown

/// The rules that a page switches off by name, for a block or for all of it.
///
/// What they would have told is marked, not dropped: every report counts it.
struct Silencing: Sendable {
  private struct Entry: Sendable {
    var rule: String
    /// Where the author says it, in the file.
    var position: SourcePosition
    /// The lines of the file that it is about; `nil` for the page.
    var lines: ClosedRange<Int>?
  }

  private let entries: [Entry]

  init(
    _ frontMatter: FrontMatter, steps: [Step],
    commented: [(block: SourceRange, comments: [Comment])], in source: SourceFile
  ) {
    func lines(_ range: SourceRange) -> ClosedRange<Int> {
      let start = source.filePosition(range.start).line
      return start...max(start, source.filePosition(range.end).line)
    }
    var entries = frontMatter.silenced.map {
      Entry(rule: $0.rule, position: source.filePosition($0.position), lines: nil)
    }
    for step in steps where !step.settings.silenced.isEmpty {
      let position = source.filePosition(step.range.start)
      entries += step.settings.silenced.map {
        Entry(rule: $0, position: position, lines: lines(step.range))
      }
    }
    let known = Set(steps.map(\.range.start))
    for (range, comments) in commented where !known.contains(range.start) {
      for comment in comments {
        guard let (text, mark) = comment.attributes, mark != nil else { continue }
        let reading = SettingsReading(AttributeReader(text.text).attributes, takesAnyName: true)
        let position = source.filePosition(text.start)
        entries += reading.settings.silenced.map {
          Entry(rule: $0, position: position, lines: lines(range))
        }
      }
    }
    self.entries = entries
  }

  /// The diagnostics, with those marked that the page does not want to hear.
  func applied(to diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard !entries.isEmpty else { return diagnostics }
    return diagnostics.map { diagnostic in
      var diagnostic = diagnostic
      diagnostic.isSilenced = isSilenced(diagnostic.rule, line: diagnostic.position.line)
      return diagnostic
    }
  }

  /// Whether the page does not want to hear of a rule on a line of the file.
  func isSilenced(_ rule: String, line: Int) -> Bool {
    entries.contains { $0.rule == rule && $0.lines?.contains(line) ?? true }
  }

  /// Those of some rules that the page does not want to hear of on a line of the file.
  func silenced(_ rules: [String], line: Int) -> [String] {
    entries.isEmpty ? [] : rules.filter { isSilenced($0, line: line) }
  }

  /// Names that are no rule's.
  func diagnostics(path: String) -> [Diagnostic] {
    entries.filter { !RuleNames.all.contains($0.rule) }.map { entry in
      let nearest = NearestName.suggestions(for: entry.rule, among: RuleNames.all).first
      return Diagnostic(
        path: path, position: entry.position, severity: .warning,
        message: "'\(entry.rule)' is no rule, so that nothing is switched off",
        rule: "unknown-rule", mend: nearest.map { "write `\($0)`" } ?? "docs/rules.md has all names"
      )
    }
  }
}
