/// What the text around a block, or a gap in it, leaves to the reader.
extension Placeholder {
  /// A word of the block that the text around it says to replace: "replace `abc` with your own".
  static func named(_ block: BlockFacts, _ surroundings: Surroundings) -> String? {
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
    let line = block.lines.first { line in
      let text = line.text.trimmed
      return text.utf8.last == ShellByte.question && text.hasSuffix("# ???")
        && !line.isComment && (line.prompt != nil || !block.hasPrompts)
    }
    if let line { return line.text.trimmed }
    // What is printed, and what a here-document holds, may be drawn with the same signs.
    return block.commands.first { command in
      guard command.text.contains(ascii: "____") || command.text.contains(ascii: "\u{2588}") else {
        return false
      }
      return command.simpleCommands.contains { simple in
        !["echo", "printf"].contains(simple.name)
          && simple.words.contains { word in
            word.text.utf8.count > 3 && word.text.utf8.allSatisfy { $0 == 0x5F }
              || word.text.contains(ascii: "\u{2588}")
          }
      }
    }?.text
  }
}
