internal import Markdown

/// Finds words that a reader has to replace and of which the notes say nothing.
enum PlaceholderCheck {
  static func diagnostics(_ page: Page, _ texts: StepTexts) -> [Diagnostic] {
    /// Each is told once, where it stands first.
    var told: Set<String> = []
    return page.steps.filter { $0.decision.rule == Placeholder.rule }.flatMap { step in
      let comments = BlockLine.lines(of: step.code).filter { $0.text.contains("#") }
        .map { $0.text.drop { $0 != "#" }.lowercased() }
      let placeholders = step.commands.flatMap { command in
        Placeholder.all(in: command).map { (command, $0) }
      }
      return placeholders.compactMap { command, placeholder -> Diagnostic? in
        guard let range = command.text.firstRange(of: placeholder) else { return nil }
        let words = Self.words(placeholder)
        guard !words.isEmpty, !told.contains(placeholder) else { return nil }
        told.insert(placeholder)
        if Phrases.first(acts, in: texts.around(step).joined(separator: "\n")) != nil { return nil }
        if Phrases.first(acts + Phrases(words), in: comments.joined(separator: "\n")) != nil {
          return nil
        }
        if words.contains(where: { texts.mention($0) || isShown($0, above: step, in: page) }) {
          return nil
        }
        let offset = command.text.utf8.distance(
          from: command.text.startIndex, to: range.lowerBound)
        return page.diagnostic(
          at: offset, of: command, in: step, .hint,
          "'\(placeholder)' is to be replaced, and the notes do not say by what",
          rule: "placeholder-unexplained",
          mend: "say above what `\(placeholder)` stands for and where to find it")
      }
    }
  }

  private static let acts: Phrases = [
    "replace", "replacing", "substitute", "substituting", "your", "change", "placeholder", "fill",
    "own", "where", "instead of",
  ]

  /// The words of a placeholder that say what it is, and their plural; empty where it is one that
  /// explains itself, such as `...`, or says whose it is, such as `your-name`.
  private static func words(_ placeholder: String) -> [String] {
    let pieces = placeholder.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    if pieces.contains(where: { $0.hasPrefix("your") || $0 == "path" || $0 == "my" }) { return [] }
    let common: Set<String> = ["the", "some", "name", "new", "value"]
    let telling = pieces.filter { $0.count > 1 && !common.contains($0) }
    return telling.flatMap { [$0, $0 + "s"] }
  }

  /// Whether a block above shows the word, as output that names it does.
  private static func isShown(_ word: String, above step: Step, in page: Page) -> Bool {
    page.steps.prefix { $0.id != step.id }.contains {
      Phrases.first([word], in: $0.code.literal.lowercased()) != nil
    }
  }
}
