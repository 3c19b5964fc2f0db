/// Finds what the reader has to replace before a command can run.
///
/// Only shapes that no real command has are taken: `<name>` among the arguments and `your-bucket`
/// or `YOUR_KEY`. `<` before a word that exists as a file is a redirection all the same, so the
/// closing `>` has to follow at once.
enum Placeholder {
  static func isIn(_ command: StepCommand) -> Bool {
    if hasAngles(command.text) { return true }
    return command.simpleCommands.contains { simple in
      simple.words.dropFirst().contains { isStandIn($0.text) }
    }
  }

  /// Whether the text holds `<words-of-letters>`, with nothing of a redirection about it.
  private static func hasAngles(_ text: String) -> Bool {
    var rest = text[...]
    while let start = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: start)...]
      guard let end = rest.firstIndex(where: { $0 == ">" || $0 == "<" || $0 == "\n" }) else {
        break
      }
      let inner = rest[..<end]
      let isName =
        inner.first?.isLetter == true && inner.last?.isWhitespace == false
        && inner.allSatisfy { $0.isLetter || $0.isNumber || "-_ .".contains($0) }
      if isName, rest[end] == ">" { return true }
    }
    return false
  }

  private static func isStandIn(_ word: String) -> Bool {
    let lowered = word.lowercased()
    return ["your-", "your_", "path/to/", "[your"].contains { lowered.contains($0) }
  }
}
