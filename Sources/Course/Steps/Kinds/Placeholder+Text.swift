/// What the text around a block, or a gap in it, leaves to the reader.
extension Placeholder {
  /// A word of the block that the text around it says to replace: "replace `abc` with your own".
  static func named(_ block: BlockFacts, _ surroundings: Surroundings) -> String? {
    for prose in [surroundings.lead, surroundings.after].compactMap(\.self)
    where Phrases.first(replacements, in: prose.marked) != nil {
      let codes = prose.codes
      let word = codes.indices.first { index in
        let code = codes[index]
        return code.count > 2 && !code.contains(" ") && !CommandTable.knows(code)
          && holds(block, code) && !isReplaced(codes[index...], in: block)
          && (index == 0 || !isReplaced(codes[(index - 1)...], in: block))
      }
      if let word { return codes[word] }
    }
    return nil
  }

  private static func holds(_ block: BlockFacts, _ code: String) -> Bool {
    block.commands.contains { $0.text.contains(ascii: code) }
  }

  /// "Replace `a` with `a/b`", where the block has the second already.
  private static func isReplaced(_ codes: ArraySlice<String>, in block: BlockFacts) -> Bool {
    guard let code = codes.first, let other = codes.dropFirst().first else { return false }
    return other != code && other.contains(ascii: code) && holds(block, other)
  }

  /// A variable that is set to nothing, and nothing else, before the block uses it.
  private static func emptyVariable(in block: BlockFacts) -> String? {
    let commands = block.commands
    for (index, command) in commands.enumerated() where command.text.hasSuffix("=") {
      guard let simple = command.simpleCommands.first, simple.words.isEmpty,
        let name = simple.assignments.last?.name
      else { continue }
      let later = commands[(index + 1)...]
      let isUsed = later.contains {
        $0.text.contains(ascii: "${\(name)}") || $0.text.contains(ascii: "$\(name)")
      }
      if isUsed, !later.contains(where: { $0.text.contains(ascii: "\(name)=") }) { return name }
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
    if let name = emptyVariable(in: block) { return name + "=" }
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
