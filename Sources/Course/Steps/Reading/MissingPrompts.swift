/// Lines that authors have written without the prompts that tell commands from what these print.
extension BlockLine {
  /// The lines with a prompt wherever a command begins, where any line tells that there are others.
  ///
  /// - Parameter isSession: whether their author has marked the block as a session of a shell.
  static func withMissingPrompts(_ lines: [BlockLine], isSession: Bool = false) -> [BlockLine] {
    withPrinted(
      withAngles(withNumbers(withLaterPrompts(withEnvironments(lines))), isSession: isSession))
  }

  /// `(venv) deactivate`: the name of an environment in front of a command, which no shell takes for
  /// anything else, is a prompt whose sign their author has left out.
  private static func withEnvironments(_ lines: [BlockLine]) -> [BlockLine] {
    guard lines.contains(where: { $0.text.utf8.first == ShellByte.openParenthesis }) else {
      return lines
    }
    var result = lines
    for index in lines.indices where lines[index].prompt == nil {
      let text = lines[index].text.utf8
      guard text.first == ShellByte.openParenthesis,
        let end = text.firstIndex(of: UInt8(ascii: ")")), text[end...].dropFirst().first == 0x20,
        case let name = text[..<end].dropFirst(), !name.isEmpty,
        name.allSatisfy({ ShellByte.continuesName($0) || "-.".utf8.contains($0) }),
        case let command = text[end...].dropFirst(2),
        CommandTable.knows(String(Substring(command)).firstWord)
      else { continue }
      result[index].prompt = text.count - command.count
    }
    return result
  }

  /// Where lines of known commands stand above the first prompt, each is a command as if after an empty
  /// prompt: their author has forgotten it.
  private static func withLaterPrompts(_ lines: [BlockLine]) -> [BlockLine] {
    guard let first = lines.firstIndex(where: { $0.prompt != nil }), first > 0,
      let name = lines[first].command?.firstWord,
      CommandTable.knows(name) || name.hasPrefix("./")
    else { return lines }
    let above = lines[..<first]
    guard
      above.allSatisfy({ line in
        line.text.isBlank || line.isComment || CommandTable.knows(line.text.firstWord)
          || line.text.hasPrefix("./")
      }), let starts = commandStarts(in: above)
    else { return lines }
    var result = lines
    for index in starts { result[index].prompt = 0 }
    return result
  }

  /// The numbers of the lines at which commands begin; `nil` where the lines leave a quote, a list or a
  /// here-document open.
  private static func commandStarts(in lines: ArraySlice<BlockLine>) -> [Int]? {
    guard lines.last?.text.utf8.last != ShellByte.backslash else { return nil }
    let script = ShellScript(lines.text)
    return script.problems.isEmpty ? script.commands.map(\.line) : nil
  }

  /// Where commands without a prompt stand above what they printed, a command stands in each of their
  /// lines, and below in each that begins with a program of the table, as if after an empty prompt.
  private static func withPrinted(_ lines: [BlockLine]) -> [BlockLine] {
    guard lines.count > 1, lines.allSatisfy({ $0.prompt == nil }),
      FolderTree.root(of: lines) == nil,
      let first = lines.first(where: { !$0.text.isBlank && !$0.isComment }),
      case let program = first.text.firstWord,
      CommandTable.knows(program) || Cluster.isShortCall(first.text), program != ".",
      !PrintedText.isNeverTyped(first.text), let printed = firstPrinted(lines),
      // A quote that is open goes on in the lines below, whatever they look like.
      var starts = commandStarts(in: lines[..<printed])
    else { return lines }
    var index = printed
    var isInTable = false
    while index < lines.count {
      let text = lines[index].text
      // The first column of a table may have names of programs.
      isInTable =
        PrintedText.isTableHeading(text) || isInTable && text.contains(ascii: "   ")
      if !isInTable, isTyped(lines[index], after: program) {
        starts.append(index)
        if ShellScript(text + "\n").asksForMore {
          index +=
            Transcript.wholeCommand(text, lines[(index + 1)...])?.1 ?? Transcript.longestCommand
        }
      }
      index += 1
    }
    var result = lines
    for index in starts {
      result[index].prompt = lines[index].text.utf8.prefix { $0 == 0x20 }.count
    }
    return result
  }

  /// The first line that a command above it has printed, by its form or as a comment above it says.
  private static func firstPrinted(_ lines: [BlockLine]) -> Int? {
    var above: String?
    for (index, line) in lines.enumerated() where !line.text.isBlank {
      if line.isComment {
        if above != nil, PrintedText.announcesOutput(line.text), index + 1 < lines.count,
          !lines[index + 1].isComment,
          case let next = lines[index + 1].text, !next.isBlank,
          !CommandTable.knows(next.firstWord),
          ContentRules.isSetting(next) || !PrintedText.hasSignsOfShell(next)
        {
          return index + 1
        }
        continue
      }
      if let above, PrintedText.isPrinted(line.text, below: above) || beginsJSON(lines[index...]) {
        return index
      }
      above = line.text
    }
    return nil
  }

  /// Whether the lines begin as an object of JSON does.
  private static func beginsJSON(_ lines: ArraySlice<BlockLine>) -> Bool {
    guard let first = lines.first?.text, first.contains(byte: ShellByte.openBrace),
      first.trimmed == "{", let second = lines.dropFirst().first?.text.trimmed
    else { return false }
    return second.hasPrefix("\"") && second.contains(ascii: "\":")
  }

  private static let typed: Fragments = [
    "./", "for ", "while ", "until ", "if ", "case ", "function ",
  ]

  /// Whether a line among printed ones is a command: what is printed seldom begins with a word of the
  /// table, and then has a form that is not typed.
  private static func isTyped(_ line: BlockLine, after program: String) -> Bool {
    let word = line.text.firstWord
    guard
      word == program || CommandTable.knows(word) || typed.first(beginning: word + " ") != nil
        || word.firstIndex(of: "=").map({ ShellByte.isName(Array(word[..<$0].utf8)[...]) }) == true
    else { return false }
    return !PrintedText.isNeverTyped(line.text)
  }

  /// Where lines are numbered from 1 on and a program begins each, nobody types the numbers: they are
  /// the prompts.
  private static func withNumbers(_ lines: [BlockLine]) -> [BlockLine] {
    guard lines.count > 1, lines[0].text.firstVisible == UInt8(ascii: "1"),
      lines.allSatisfy({ $0.prompt == nil })
    else { return lines }
    var result = lines
    var number = 0
    var isTold = false
    for index in lines.indices where !lines[index].text.isBlank {
      number += 1
      let text = lines[index].text
      guard let length = numberLength(text, number),
        case let command = String(Substring(text.utf8.dropFirst(length))),
        case let program = command.firstWord,
        CommandTable.knows(program) || program.hasPrefix("./"),
        // A sentence may begin with a program's name.
        command.utf8.last != ShellByte.dot || command.hasSuffix(" .") || command.hasSuffix(".."),
        !isSaid(command)
      else { return lines }
      if CommandTable.hasRow(program) && command.trimmed != program || program.hasPrefix("./") {
        isTold = true
      }
      result[index].prompt = length
    }
    return isTold && number > 1 ? result : lines
  }

  /// Whether a line tells of a command, as lists of what commands do: `git add stages your changes`.
  private static func isSaid(_ command: String) -> Bool {
    command.contains(ascii: " - ") || command.contains(ascii: " (")
      || command.contains(byte: UInt8(ascii: "%")) || Phrases.first(said, in: command) != nil
  }

  private static let said: Phrases = [
    "the", "your", "them", "it", "in", "an", "at", "would", "with",
  ]

  /// The length of `3. ` or `3) ` with the blanks around it.
  private static func numberLength(_ text: String, _ number: Int) -> Int? {
    var rest = text.utf8.drop(while: ShellByte.isBlank)
    let digits = String(number).utf8
    guard rest.starts(with: digits) else { return nil }
    rest = rest.dropFirst(digits.count)
    guard let sign = rest.popFirst(), sign == ShellByte.dot || sign == UInt8(ascii: ")"),
      rest.first == 0x20
    else { return nil }
    return text.utf8.count - rest.drop { $0 == 0x20 }.count
  }

  /// Where the block begins with `> ` or `>> ` and a known command, that is the prompt: run as it stands,
  /// it would empty a file. After another prompt, and where a command goes on, `> ` is the one of further
  /// lines.
  private static func withAngles(_ lines: [BlockLine], isSession: Bool) -> [BlockLine] {
    guard let first = lines.first?.text, first.utf8.first == UInt8(ascii: ">"),
      let sign = angles.first(beginning: first),
      // The prompt of Windows, `%…\> `.
      !first.contains(byte: ShellByte.backslash) || !first.contains(byte: UInt8(ascii: "%")),
      lines.allSatisfy({ $0.prompt == nil }),
      case let command = String(first.dropFirst(sign.utf8.count)),
      beginsPlainly(command) || isSession && sign == "> " && isTypedAtAngle(command)
    else { return lines }
    var result = lines
    var index = 0
    while index < lines.count {
      guard lines[index].text.hasPrefix(sign) else {
        index += 1
        continue
      }
      result[index].prompt = sign.utf8.count
      let command = String(lines[index].text.dropFirst(sign.utf8.count))
      index += 1
      if ShellScript(command + "\n").asksForMore {
        index +=
          Transcript.wholeCommand(command, lines[index...])?.1 ?? Transcript.longestCommand
      }
    }
    return result
  }

  private static let angles: Fragments = ["> ", ">> "]

  /// Whether a line begins with a program that no sentence begins with, variables for it or not.
  private static func beginsPlainly(_ command: String) -> Bool {
    let script = ShellScript(command)
    guard let simple = script.simpleCommands.first, let name = simple.name else {
      return command.hasPrefix("for ") && script.asksForMore
    }
    return CommandTable.hasRow(name) || plain.contains(name) || name.hasPrefix("./")
      || !simple.assignments.isEmpty && CommandTable.knows(name)
  }

  private static let plain: NameSet = [
    "cat", "cd", "chmod", "cp", "echo", "env", "grep", "ll", "ls", "mkdir", "mv", "pwd", "rm",
    "sudo", "tail", "touch", "tree", "uname", "wc", "whoami",
  ]

  /// Whether a line of a session is a shell's: a program that is known, or any by a name in small letters
  /// that is given an option or a path. Other languages have `>` for their prompt too.
  private static func isTypedAtAngle(_ command: String) -> Bool {
    let words = command.split(separator: " ")
    guard let name = words.first, words.count > 1, command.utf8.last != UInt8(ascii: ";"),
      words[1] != "=", words.count < 3 || words[2] != "=",
      name.utf8.allSatisfy({
        (0x61...0x7A).contains($0) || ShellByte.isDigit($0) || $0 == ShellByte.dash
      })
    else { return false }
    return CommandTable.knows(String(name)) || words[1].utf8.first == ShellByte.dash
      || words[1].utf8.contains(UInt8(ascii: "/"))
  }
}
