internal import Markdown
internal import Yams

extension SettingsReader {
  private static let runnerKeys = ["command", "kind"]

  /// Reads what `runners` says: a command, or `command` and `kind`, for each language.
  mutating func readRunners(_ key: Node, _ value: Node, into settings: inout CourseSettings) {
    guard let mapping = value.mapping else {
      return tell(
        key.place, "'runners' must be `language: command` lines", "write `node: node -`")
    }
    for (key, value) in mapping {
      let language = (key.string ?? "").lowercased()
      guard BlockLanguage(language[...]) == .other, !FollowingOutput.isText(language) else {
        tell(
          key.place,
          BlockLanguage(language[...]) == .shell
            ? "'\(language)' is the page's own shell, which needs no runner"
            : "'\(language)' is no language that can be run", nil)
        continue
      }
      if let runner = runner(language, key, value) { settings.runners[language] = runner }
    }
  }

  private mutating func runner(_ language: String, _ key: Node, _ value: Node) -> LanguageRunner? {
    if value.string != nil {
      return command(value).map { LanguageRunner(language: language, command: $0, kind: .once) }
    }
    guard let mapping = value.mapping else {
      tell(
        value.place, "runner '\(language)' must be a command", "write `\(language): \(language)`")
      return nil
    }
    var text: String?
    var kind: (LanguageRunner.Kind, Node)?
    var isWhole = true
    for (key, value) in mapping {
      switch key.string ?? "" {
      case "command":
        text = command(value)
        isWhole = isWhole && text != nil
      case "kind":
        let name = choice(key, value, LanguageRunner.Kind.allCases.map(\.rawValue))
        kind = name.flatMap(LanguageRunner.Kind.init).map { ($0, value) }
        isWhole = isWhole && kind != nil
      case let name:
        let nearest = NearestName.suggestions(for: name, among: Self.runnerKeys).first
        tell(key.place, "'\(name)' is no setting of a runner", nearest.map { "write `\($0)`" })
      }
    }
    guard isWhole else { return nil }
    guard let text else {
      tell(key.place, "runner '\(language)' has no command", "write `command: \(language)`")
      return nil
    }
    let runner = LanguageRunner(language: language, command: text, kind: kind?.0 ?? .once)
    if let kind, runner.kind == .session, !runner.isPython {
      tell(
        kind.1.place, "only a Python can be kept open, and '\(text)' starts none",
        "write `kind: once`")
      return nil
    }
    return runner
  }

  /// A command that bash can read.
  private mutating func command(_ value: Node) -> String? {
    guard let text = value.string?.trimmed, !text.isEmpty else {
      tell(value.place, "a runner's command must be a text", "write it as `command: python3`")
      return nil
    }
    let problem = ShellScript(text + "\n").problems.first { $0.severity == .error }
    if let problem {
      tell(value.place, "bash cannot read the runner's command: \(problem.message)", nil)
      return nil
    }
    return text
  }
}
