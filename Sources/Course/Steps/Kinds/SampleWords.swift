/// Words by which a text keeps a reader from running what stands below it, or leaves the choice.
extension PlaceRules {
  /// The words by which a text keeps a reader from running what follows.
  static func warning(in lead: Prose) -> String? {
    let text = lead.marked
    if let words = Phrases.first(prohibitions, in: text) {
      // "Do not run this as root. Start it with:"
      let last = lead.sentences.last ?? ""
      let isOther =
        Phrases.first(prohibitions, in: last) == nil && last.hasSuffix(":")
        && Phrases.first(starts, in: last) != nil
      return isOther || Phrases.first(rights, in: text) != nil || isAboutPrompt(words, in: text)
        ? nil : words
    }
    if let words = question(in: text) { return words }
    if let words = Phrases.first(warningPhrases, in: text) { return words }
    guard let last = lead.sentences.last, last.trimmed.hasSuffix(":") else { return nil }
    // "To delete all of it, the command is:"
    if last.hasPrefix("to "), last.hasSuffix("the command is:") { return "the command is:" }
    guard Phrases.first(turns, in: last) == nil else { return nil }
    return Phrases.first(wouldBe, in: last)
  }

  /// The words of a block's first line that only forbids: `** DO NOT RUN **`.
  static func ban(ofLine line: String) -> String? {
    // Splitting takes long, and few lines begin so.
    guard line.utf8.count < 60, mayForbid(line),
      case let words = line.inLowercase.split(whereSeparator: { " *#!=-_:.<>".contains($0) }),
      let last = words.last, words.count < 8,
      case let text = words.joined(separator: " "),
      let ban = Phrases.first(lineBans, in: text),
      // A command may be given such words.
      !CommandTable.knows(String(words[0])) || words[0] == "do"
    else { return nil }
    let banned = String(ban.dropFirst())
    return text == banned || objects.contains(String(last)) ? banned : nil
  }

  /// Whether the first word of a line begins as one of ``lineBans`` does.
  private static func mayForbid(_ line: String) -> Bool {
    let word = line.utf8.drop { !ShellByte.isLetter($0) }
    guard let first = word.first, first | 0x20 == 0x64 || first | 0x20 == 0x6E else { return false }
    let letters = String(Substring(word.prefix(3))).inLowercase
    return letters == "do " || letters == "don" || letters == "nev"
  }

  private static let lineBans: Phrases = [
    "^do not run", "^don't run", "^do not execute", "^don't execute", "^do not type",
    "^don't type", "^never run",
  ]
  private static let objects: NameSet = [
    "this", "these", "it", "them", "command", "commands", "code", "now", "yet", "below",
  ]

  /// The words of a text that asks which of the blocks below it is right.
  static func question(in text: String) -> String? {
    text.contains(byte: UInt8(ascii: "?")) ? Phrases.first(questions, in: text) : nil
  }

  /// "Do not type the `$` at the start": all but the prompt is to be typed.
  private static func isAboutPrompt(_ words: String, in text: String) -> Bool {
    guard words.hasSuffix("type") || words.hasSuffix("enter"),
      let start = text.firstRange(ofASCII: words)?.upperBound
    else { return false }
    let rest = String(text[start...].prefix { $0 != "." && $0 != "!" }.prefix(40))
    return rest.contains(byte: ShellByte.dollar) || Phrases.first(prompts, in: rest) != nil
  }

  private static let prompts: Phrases = [
    "prompt", "dollar sign", "dollar", "percent sign", "leading `>`",
  ]

  /// Words of a sentence about what is done otherwise here, and those by which it turns to what is done.
  private static let wouldBe: Phrases = [
    "this is how you would", "this is how we would", "this is how one would", "how we typically do",
  ]
  private static let turns: Phrases = ["but", "now", "type", "run it"]
  private static let starts: Phrases = [
    "^run", "^start", "^use", "^instead", "run it", "start it", "run this", "launch", "^execute",
    "^then", "^just",
  ]
  private static let rights: Phrases = ["as root", "with sudo", "using sudo", "as sudo"]
  /// Questions whose answers are to be chosen from.
  private static let questions: Phrases = [
    "which of the following", "which command", "which commands",
  ]

  /// The words by which a text makes what follows another way to do the same: in the sentence that
  /// leads to it, or at the beginning.
  static func alternative(in lead: Prose) -> String? {
    let words = Phrases.first(alternativePhrases, in: lead.marked)
    guard
      words != nil || lead.marked.contains(ascii: "instead of ")
        || lead.marked.hasSuffix("instead:")
    else { return nil }
    let sentences = lead.sentences
    if sentences.count < 3, let words { return words }
    guard let last = sentences.last else { return nil }
    if let words = Phrases.first(alternativePhrases, in: last) { return words }
    // "Add `--local` to use … instead:"
    if last.hasSuffix("instead:"), !last.hasSuffix("this instead:"),
      Phrases.first(wishes, in: last) != nil
    {
      return "instead"
    }
    // "Instead of …, it is possible to use …:"
    guard last.hasPrefix("instead of "), Phrases.first(possibilities, in: last) != nil else {
      return nil
    }
    return "instead of"
  }

  /// Words by which a text offers a command beside what it has said, which may be no block.
  static let additions: NameSet = ["you can also use", "you could also use"]

  /// What leaves a step to a reader's liking that has no other beside it, where that is called optional.
  static let preference = "if you prefer"
  static func isOptional(_ surroundings: Surroundings) -> Bool {
    surroundings.items.contains(where: \.name.isOptional)
      || surroundings.headings.last?.name.isOptional == true
  }

  private static let wishes: Phrases = ["to use", "if you", "you can use", "to run"]
  private static let possibilities: Phrases = ["can", "could", "may", "possible"]

  /// Whether a text only tells how people on another system fared, and then what everybody does.
  static func tellsOfUsers(_ lead: Prose) -> Bool {
    guard lead.sentences.count > 1, let last = lead.sentences.last else { return false }
    return Phrases.first(users, in: lead.marked) != nil && Phrases.first(users, in: last) == nil
  }

  private static let users: Phrases = [
    "some windows users", "many windows users", "some mac users", "many mac users",
  ]

  private static let alternativePhrases: Phrases = [
    "alternatively", "alternative approach", "an alternative", "another option",
    "^or", "^oder", "^ou", "^o bien", "or you can", "you can also use", "if you prefer",
    "if you don't want", "if instead",
    "as an alternative", "another approach", "alternative way", "you could also use",
    "equivalently",
    "is equivalent to", "equivalent command", "shorthand for", "instead of the above", "^option 2",
    "^option b", "^method 2", "alternativamente", "como alternativa", "otra forma", "outra forma",
    "otra manera", "outra maneira", "une autre méthode", "une autre façon", "une autre manière",
    "une autre solution", "eine andere möglichkeit", "eine andere methode", "if you don't use",
    "if you do not use", "if you are not using", "if you're not using", "if you aren't using",
  ]
  /// Words that forbid to run a block, or free from it.
  static let prohibitions: Phrases = [
    "don't run", "do not run", "never run", "don't have to run", "do not have to run",
    "don't need to run", "do not need to run", "no need to run", "needn't run",
    "not meant to be run", "don't need to execute", "do not need to execute",
    "no need to execute", "don't have to execute", "do not have to execute", "don't enter",
    "do not enter",
    "don't type", "do not type", "don't execute", "do not execute", "just for demonstration",
    "just for illustration", "only for demonstration", "only for illustration",
  ]
  private static let warningPhrases: Phrases = [
    "don't do", "do not do", "bad example", "wrong way",
    "command we used for", "command that we used for", "for reference,", "for reference:",
    "^for the reference,", "just for the reference,", "for your reference,",
    "without actually running", "the shell executes", "commands below would",
    "command below would", "time, the command is:", "the syntax is:", "syntax:", "general form",
    "is deprecated:", "no longer works", "^structure:", "^the structure:", "^estructura:",
    "^estrutura:", "^sintaxis:", "^sintaxe:", "^syntaxe :",
  ]
}
