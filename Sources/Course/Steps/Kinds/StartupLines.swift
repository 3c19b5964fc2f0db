/// Settings for a start-up file below a text in a language whose words no rule knows: it names the file,
/// and the lines are such as stand in one.
enum StartupLines {
  /// - Parameters:
  ///   - file: as the text names it.
  ///   - sentence: the one that does, in lowercase.
  static func areMeant(_ block: BlockFacts, for file: String, _ sentence: String) -> Bool {
    DotfileCheck.startupFiles.contains(where: file.hasSuffix) && isOfOtherLanguage(sentence)
      && Phrases.first(passing, in: sentence) == nil && !keeping.stand(in: sentence)
      && !block.hasPrompts && block.isSetup
      && block.commands.allSatisfy { command in
        command.simpleCommands.allSatisfy { $0.words.isEmpty || lasting.contains($0.name ?? "") }
      }
  }

  /// Words that keep a reader from changing a file, where they stand without blanks between them.
  private static let keeping: Fragments = ["不", "别", "勿", "ない"]
  private static let lasting: NameSet = ["export", "alias"]

  /// Words of sentences about the open shell alone, of those that keep from something, and of English.
  private static let passing: Phrases = [
    "session", "sesión", "sesion", "sessão", "sitzung", "oturum", "terminal", "temporal",
    "temporalmente", "temporariamente", "temporaire", "temporär", "geçici", "sin", "sem", "sans",
    "ohne", "no", "não", "nao", "pas", "nicht", "kein", "keine", "değil", "the", "your", "is",
    "you",
  ]

  /// Whether a text has letters beyond ASCII, which English has not: quotes, dashes and pictures are none.
  private static func isOfOtherLanguage(_ text: String) -> Bool {
    text.utf8.contains { (0xC3...0xE1).contains($0) || (0xE3...0xED).contains($0) }
  }
}
