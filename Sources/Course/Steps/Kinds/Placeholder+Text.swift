/// What the text around a block, or a gap in it, leaves to the reader.
extension Placeholder {
  /// A word of the block that the text around it says to replace: "replace `abc` with your own".
  static func named(_ block: BlockFacts, _ surroundings: Surroundings) -> String? {
    for prose in [surroundings.lead, surroundings.after].compactMap(\.self)
    where Phrases.first(replacements, in: prose.marked) != nil {
      let codes = prose.codes
      // Nobody names more of them, and each is looked for in all commands.
      let word = codes.indices.prefix(50).first { index in
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

  /// A variable that is set to nothing, and nothing else, before the block uses it. Whatever else names
  /// it may give it a value: `read A`, `A+=1`, `for A in`.
  private static func emptyVariable(in block: BlockFacts) -> String? {
    let commands = block.commands
    let empty = commands.indices.lazy.filter { commands[$0].text.hasSuffix("=") }
    // Nobody leaves more to be filled in.
    for index in empty.prefix(20) {
      guard let simple = commands[index].simpleCommands.first, simple.words.isEmpty,
        let name = simple.assignments.last?.name
      else { continue }
      let later = commands[(index + 1)...].lazy.map(\.text)
      let uses = later.reduce(0) { $0 + $1.count(ofWord: name, behindDollar: true) }
      guard uses > 0, uses == later.reduce(0, { $0 + $1.count(ofWord: name, behindDollar: false) }),
        !later.contains(where: { $0.contains(ascii: "-z ") || $0.contains(ascii: "-n ") })
      else { continue }
      return name
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

extension String {
  /// How often a name stands in a command as a whole word: anywhere, or only as `$NAME` and `${NAME}`.
  fileprivate func count(ofWord name: String, behindDollar: Bool) -> Int {
    var count = 0
    var start = startIndex
    while let range = firstRange(ofASCII: name, from: start) {
      start = range.upperBound
      let before = utf8[..<range.lowerBound]
      if before.last.map(ShellByte.continuesName) == true { continue }
      let after = utf8[range.upperBound...].first
      if after.map(ShellByte.continuesName) == true { continue }
      let isPlain = before.last == ShellByte.dollar
      let isBraced =
        before.last == ShellByte.openBrace && before.dropLast().last == ShellByte.dollar
        && after == UInt8(ascii: "}")
      if !behindDollar || isPlain || isBraced { count += 1 }
    }
    return count
  }
}
