/// Settings for a start-up file: a comment above them says so, or a text in a language whose words no rule
/// knows names the file, and the lines are such as stand in one.
enum StartupLines {
  /// The file that a block's first line asks to add the others to, and says no more: `# Add to .bashrc:`.
  static func added(to comment: String, _ block: BlockFacts) -> FileMention? {
    guard comment.contains(ascii: "rc") || comment.contains(ascii: "profile") else { return nil }
    var words = comment.split { " #:`'\"".utf8.contains($0.utf8.first ?? 0x20) }.map(String.init)
    if words.last == "file" { words.removeLast() }
    guard words.count < 9, let file = words.popLast(), let act = words.first?.inLowercase,
      acts.contains(act), let last = words.last,
      ["to", "into", "in", "your", "the"].contains(last),
      DotfileCheck.startupFiles.contains(where: file.hasSuffix), FileMention.isFile(file),
      areLasting(block)
    else { return nil }
    let name = DotfileCheck.startupFiles.contains(file) ? "~/\(file)" : file
    return FileMention(name: name, act: act, action: .append)
  }

  private static let acts: NameSet = ["add", "append", "put"]

  /// - Parameters:
  ///   - file: as the text names it.
  ///   - sentence: the one that does, in lowercase.
  static func areMeant(_ block: BlockFacts, for file: String, _ sentence: String) -> Bool {
    DotfileCheck.startupFiles.contains(where: file.hasSuffix)
      && (isOfOtherLanguage(sentence) || Phrases.first(additions, in: sentence) != nil)
      && Phrases.first(passing, in: sentence) == nil && !keeping.stand(in: sentence)
      && areLasting(block)
  }

  /// Whether all commands are such as stand in a start-up file, and none reads one anew.
  private static func areLasting(_ block: BlockFacts) -> Bool {
    !block.hasPrompts && block.isSetup
      && block.commands.allSatisfy { command in
        command.simpleCommands.allSatisfy { simple in
          simple.depth > 0 || simple.words.isEmpty || lasting.contains(simple.name ?? "")
        }
      }
  }

  /// Words that ask for more lines, in languages that may have no letter beyond ASCII in a sentence:
  /// Indonesian, Spanish, Portuguese, French and Italian.
  private static let additions: Phrases = [
    "tambahkan", "menambahkan", "tambahan", "agrega", "agregar", "agregue", "agregamos", "adicione",
    "adicionar", "adicionamos", "ajoutez", "ajouter", "ajoutons", "aggiungi", "aggiungere",
    "aggiungiamo",
  ]

  /// Words that keep a reader from changing a file, where they stand without blanks between them.
  private static let keeping: Fragments = ["不", "别", "勿", "ない"]
  private static let lasting: NameSet = ["export", "alias"]

  /// Words of sentences about the open shell alone, of those that keep from something, and of English.
  private static let passing: Phrases = [
    "session", "sesión", "sesion", "sessão", "sitzung", "oturum", "terminal", "temporal",
    "temporalmente", "temporariamente", "temporaire", "temporär", "geçici", "sin", "sem", "sans",
    "ohne", "no", "não", "nao", "pas", "nicht", "kein", "keine", "değil", "the", "your", "is",
    "you", "jangan", "tanpa", "sementara", "sesi", "daripada", "alih-alih", "en vez", "en lugar",
    "em vez", "au lieu", "invece", "senza", "non", "sessione", "sessioni", "sesiones", "sessões",
    "terminale", "tidak", "ejecuta", "execute", "exécutez", "esegui", "jalankan",
  ]

  /// Whether a text has letters beyond ASCII, which English has not: quotes, dashes and pictures are none.
  private static func isOfOtherLanguage(_ text: String) -> Bool {
    text.utf8.contains { (0xC3...0xE1).contains($0) || (0xE3...0xED).contains($0) }
  }
}
