/// What the text around a block, or a gap in it, leaves to the reader.
extension Placeholder {
  /// A word of the block that the text around it says to replace: "replace `abc` with your own".
  ///
  /// - Parameter replaced: words that a text above has said to replace.
  static func named(
    _ block: BlockFacts, _ surroundings: Surroundings, _ replaced: [String] = []
  ) -> String? {
    let old = replaced.first { word in
      block.commands.contains { command in
        command.simpleCommands.contains { simple in simple.words.contains { $0.text == word } }
      }
    }
    if let old { return old }
    for prose in [surroundings.lead, surroundings.after].compactMap(\.self)
    where Phrases.first(replacements, in: prose.marked) != nil {
      let word = prose.codes.first { code in
        code.count > 2 && !code.contains(" ") && !CommandTable.knows(code)
          && block.commands.contains { $0.text.firstRange(ofASCII: code) != nil }
      }
      if let word { return word }
    }
    return nil
  }

  private static let replacements: Phrases = [
    "replace", "replacing", "substitute", "substituting", "yours will be different",
    "yours will differ", "yours may be different", "yours may differ",
  ]

  /// The line of an exercise whose command, or a part of it, is left to the reader.
  static func blank(in block: BlockFacts) -> String? {
    block.lines.first { line in
      let text = line.text
      if text.contains(byte: 0x88), text.contains(ascii: "\u{2588}") { return true }
      if text.contains(byte: ShellByte.question), text.trimmed.hasSuffix("# ???") { return true }
      return text.contains(byte: ShellByte.underscore) && text.contains(ascii: "____")
        && text.split(separator: " ").contains { $0.utf8.allSatisfy { $0 == 0x5F } }
    }?.text.trimmed
  }
}
