internal import Markdown

/// A block of its own that tells what the step above it prints:
///
///     ```sh
///     java --version
///     ```
///     You should see:
///     ```text
///     openjdk 21.0.10 2026-01-20
///     ```
enum FollowingOutput {
  /// - Parameters:
  ///   - kind: what the block is by itself; `nil` for one in a language that is no shell's.
  ///   - texts: what stands between the two.
  ///   - step: the step above.
  /// - Returns: `nil` where block and texts do not say that the step prints it.
  static func expectation(
    _ code: CodeBlock, kind: StepKind?, texts: [Prose], after step: Step
  ) -> Expectation? {
    let language = code.language.map(BlockLanguage.name) ?? ""
    let isOutput = outputLanguages.contains(language)
    guard kind == .output || (kind == nil && (isOutput || textLanguages.contains(language))),
      step.isRunnable, case .command(let last)? = step.actions.last,
      last.expectation?.isHint != false
    else { return nil }
    let sentence = texts.last?.sentences.last ?? ""
    guard texts.isEmpty || isOutput || isAnnouncement(sentence),
      Phrases.first(otherThings, in: sentence) == nil
    else { return nil }
    let lines = BlockLine.lines(of: code)
    guard lines.allSatisfy({ $0.prompt == nil }) else { return nil }
    // With more than one text between them other things have happened too.
    let isHint = texts.count > 1 || Phrases.first(likenesses, in: sentence) != nil
    return Expectation(
      lines.map { Expectation.Line(text: $0.text, start: $0.start) }, from: .block, isHint: isHint)
  }

  private static func isAnnouncement(_ sentence: String) -> Bool {
    Phrases.first(announcements, in: sentence) != nil
      || (sentence.trimmed.hasSuffix(":") && Phrases.first(openings, in: sentence) != nil)
  }

  /// Whether a language is that of text or output, which nothing runs.
  static func isText(_ language: String) -> Bool {
    outputLanguages.contains(language) || textLanguages.contains(language)
  }

  /// Languages that are nothing but output.
  private static let outputLanguages: Set<String> = ["output", "stdout", "console-output", "out"]
  /// Languages of whatever is only text.
  private static let textLanguages: Set<String> = ["text", "txt", "plaintext", "plain"]

  private static let announcements: Phrases = [
    "^output", "you should see", "should see", "you will see", "you'll see", "will see",
    "should get", "will get", "you'll get", "should print", "will print", "it prints",
    "this prints", "which prints", "should output", "will output", "expected output",
    "sample output", "example output", "similar output", "should look like", "looks like this",
    "will look like", "something like",
  ]
  /// Words that announce output at the end of a sentence only, where the block is its next word.
  private static let openings: Phrases = [
    "output", "outputs", "prints", "printed", "print", "result", "results", "response", "returns",
    "returned", "displays", "we see", "you see", "we get", "you get", "similar to", "answer",
    "answers", "reports",
  ]
  /// Words about what another program shows, what a file holds, or what might have gone wrong.
  private static let otherThings: Phrases = [
    "error", "errors", "warning", "fail", "fails", "failed", "otherwise", "instead", "in case",
    "may", "might", "could", "browser", "web page", "window", "dashboard", "ui", "logs",
    "terminal", "the file", "contents", "structure", "^if you see", "^if you get",
  ]
  /// Words by which the block only shows what the output is like.
  private static let likenesses: Phrases = [
    "something like", "something similar", "similar", "like", "e.g", "for example", "for instance",
    "example", "sample", "roughly", "approximately", "about", "such as", "or so", "varies", "vary",
    "differ", "different", "depends", "depending", "random", "partial", "truncated", "shortened",
    "abbreviated", "excerpt",
  ]
}
