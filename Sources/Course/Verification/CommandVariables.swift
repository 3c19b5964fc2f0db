/// The variables of shell texts that follow each other, as far as reading tells their values.
struct CommandVariables {
  private struct Variable {
    var value: CommandPattern
    var place: CommandPlace
  }

  private var values: [String: Variable] = [:]
  private var unit = 0

  /// Goes on with the next text.
  mutating func beginUnit(_ number: Int, _ text: String) {
    unit = number
    for name in Self.loopNames(text) { set(name, .unknown, at: 0) }
  }

  mutating func set(_ name: String, _ value: CommandPattern, at offset: Int) {
    values[name] = Variable(value: value, place: CommandPlace(unit: unit, offset: offset))
  }

  /// The values of the variables in a word that are known, each with where it is set.
  func sources(of word: Word) -> [(value: CommandPattern, place: CommandPlace)] {
    word.parts.compactMap { part in
      guard case .parameter(let name, _) = part.kind, let known = values[name],
        !known.value.hasGaps
      else { return nil }
      return (known.value, known.place)
    }
  }

  /// Follows what a command does to variables.
  mutating func assign(_ simple: SimpleCommand) {
    let isCertain = simple.enclosing.allSatisfy { $0 != .branch && $0 != .loop }
    func set(_ name: String, _ value: CommandPattern, _ offset: Int) {
      let isOther = !isCertain && values[name].map { $0.value != value } ?? false
      self.set(name, isOther ? .unknown : value, at: offset)
    }
    if simple.words.isEmpty {
      for assignment in simple.assignments {
        let isWhole = !assignment.isAppending && assignment.subscript == nil
        set(
          assignment.name, isWhole ? expanded(assignment.value) : .unknown,
          assignment.value.range.lowerBound)
      }
    } else if ["export", "local", "declare", "readonly", "typeset"].contains(simple.name) {
      for word in simple.arguments {
        let bytes = expanded(word).bytes
        guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")) else { continue }
        let name = String(decoding: bytes[..<equals], as: UTF8.self)
        let value = String(decoding: bytes[(equals + 1)...], as: UTF8.self)
        set(name, CommandPattern(value), word.range.lowerBound)
      }
    } else if simple.name == "read" {
      for word in simple.arguments where !word.text.hasPrefix("-") {
        set(word.text, .unknown, word.range.lowerBound)
      }
    }
  }

  /// The word with the variables that are known.
  func expanded(_ word: Word) -> CommandPattern {
    var pattern = CommandPattern("")
    for part in word.parts {
      switch part.kind {
      case .literal(let text): pattern = pattern + CommandPattern(text)
      case .parameter(let name, _): pattern = pattern + expanded(name, part.text)
      case .process: pattern = pattern + CommandPattern(part.text)
      case .command, .arithmetic, .array: pattern = pattern + .unknown
      }
    }
    return pattern
  }

  /// - Parameter text: the expansion as it is written.
  private func expanded(_ name: String, _ text: String) -> CommandPattern {
    if text == "$\(name)" || text == "${\(name)}" {
      if name == "HOME" { return CommandPattern("~") }
      if let known = values[name] { return known.value }
      // A variable of the environment is the same on both sides; an argument is not known.
      let isOfEnvironment = name.utf8.first.map { !ShellByte.isDigit($0) && $0 | 0x20 >= 0x61 }
      return isOfEnvironment == true ? CommandPattern("${\(name)}") : .unknown
    }
    for sign in [":-", "-", ":="] where text.hasPrefix("${\(name)\(sign)") {
      if let known = values[name], !known.value.hasGaps { return known.value }
      let other = text.dropFirst(name.count + sign.count + 2).dropLast()
      guard !other.contains("$"), !other.contains("`") else { return .unknown }
      return CommandPattern(other.filter { $0 != "\"" && $0 != "'" })
    }
    return .unknown
  }

  /// The variable of `for name in a b` and its values, where all are known.
  func loop(_ command: ShellCommand) -> (String, [CommandPattern])? {
    let words = command.text.split(maxSplits: 3) { $0 == " " || $0 == "\t" }
    guard words.count > 3, words[0] == "for", words[2] == "in" else { return nil }
    var list: [CommandPattern] = []
    for case .word(let word) in command.elements.prefix(while: {
      if case .word = $0 { true } else { false }
    }) {
      list.append(expanded(word))
    }
    guard !list.isEmpty, list.count < 100, !list.contains(where: \.hasGaps) else {
      return nil
    }
    return (String(words[1]), list)
  }

  private static func loopNames(_ text: String) -> [String] {
    let words = text.split { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == ";" }
    return zip(words, words.dropFirst()).filter { $0.0 == "for" || $0.0 == "select" }.map {
      String($0.1)
    }
  }
}
