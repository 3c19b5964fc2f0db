/// A row of the table.
final class CommandRow: Sendable {
  let commands: [String]
  /// First words after the command that the row is about; empty for any.
  private let subcommands: NameSet?
  let traits: [Condition]

  struct Condition: Sendable {
    var trait: TraitSet
    /// Flags of which one must be given, or none may; `nil` for always.
    private(set) var flags: NameSet?
    private(set) var isRequired = false
    /// The letters of the flags that have but one, by their places in ASCII from `@` on.
    private var letters: UInt64 = 0

    init(_ trait: StepTrait) { self.trait = TraitSet(trait) }

    /// - Parameter words: a sign and flags.
    mutating func take(_ words: [String]) {
      isRequired = words.first == "+"
      flags = NameSet(words.dropFirst())
      for flag in words.dropFirst() where flag.utf8.count == 2 && flag.hasPrefix("-") {
        letters |= flag.utf8.last.map(Self.bit) ?? 0
      }
    }

    private static func bit(_ letter: UInt8) -> UInt64 {
      (0x40..<0x80).contains(letter) ? 1 << UInt64(letter - 0x40) : 0
    }

    func holds(_ values: [String]) -> Bool {
      guard let flags else { return true }
      return values.contains { isGiven($0, flags) } == isRequired
    }

    /// Whether a word is one of the flags, alone, with its value (`--yes=true`) or among others in one
    /// word (`-yq`).
    private func isGiven(_ value: String, _ flags: NameSet) -> Bool {
      if flags.contains(value) { return true }
      let bytes = value.utf8
      guard bytes.first == ShellByte.dash else { return false }
      if bytes.dropFirst().first != ShellByte.dash {
        return bytes.count <= 4 && bytes.dropFirst().contains { letters & Self.bit($0) != 0 }
      }
      guard let equals = bytes.firstIndex(of: ShellByte.equals) else { return false }
      return flags.contains(String(value[..<equals]))
    }
  }

  /// - Precondition: the line has the form that `commands.txt` describes.
  init(_ line: Substring.UTF8View) {
    let fields = Self.fields(of: line)
    precondition(fields.count == 3, "a row of the table has three fields: \(Substring(line))")
    commands = Self.words(in: fields[0])
    let verbs = Self.words(in: fields[1]).filter { $0 != "*" }
    subcommands = verbs.isEmpty ? nil : NameSet(verbs)
    var traits: [Condition] = []
    var rest = fields[2].drop { $0 == 0x20 }
    while !rest.isEmpty {
      let name = rest.prefix { $0 != 0x20 && $0 != ShellByte.openBracket }
      guard let trait = StepTrait(rawValue: String(Substring(name))) else {
        preconditionFailure("'\(Substring(name))' is no trait")
      }
      rest = rest.dropFirst(name.count)
      var condition = Condition(trait)
      if rest.first == ShellByte.openBracket,
        let end = rest.firstIndex(of: ShellByte.closeBracket)
      {
        condition.take(Self.words(in: rest[..<end].dropFirst()))
        rest = rest[end...].dropFirst()
      }
      traits.append(condition)
      rest = rest.drop { $0 == 0x20 }
    }
    self.traits = traits
  }

  /// The parts between colons that a blank stands before; other colons belong to words.
  private static func fields(of line: Substring.UTF8View) -> [Substring.UTF8View] {
    var fields: [Substring.UTF8View] = []
    var start = line.startIndex
    var previous: UInt8 = 0
    for index in line.indices {
      if previous == 0x20, line[index] == UInt8(ascii: ":") {
        fields.append(line[start..<index])
        start = line.index(after: index)
      }
      previous = line[index]
    }
    return fields + [line[start...]]
  }

  private static func words(in text: Substring.UTF8View) -> [String] {
    text.split(separator: 0x20).map { String(Substring($0)) }
  }

  /// Whether the row lists the word among its first words.
  func names(_ verb: String) -> Bool { subcommands?.contains(verb) ?? false }

  /// Whether the row is about a command with this verb and these arguments.
  func fits(_ verb: String?, _ values: [String]) -> Bool {
    guard let subcommands else { return true }
    if let flag = values.first, subcommands.contains(flag) { return true }
    return verb.map(subcommands.contains) ?? false
  }

  /// The first argument that is neither an option nor the value of one that stands before verbs:
  /// `up` in `docker compose -f a.yml up`.
  static func verb(of values: [String]) -> String? {
    var isValue = false
    for value in values {
      if isValue {
        isValue = false
      } else if value.utf8.first == ShellByte.dash {
        isValue = takingValue.contains(value)
      } else {
        return value
      }
    }
    return nil
  }

  private static let takingValue: NameSet = [
    "-n", "--namespace", "-A", "--context", "--kubeconfig", "-f", "--file", "-p", "--project-name",
    "--project-directory", "--env-file", "--profile", "--region", "--project", "-C", "--chdir",
    "-H",
    "--host", "-c", "--prefix", "--log-level", "--config",
  ]
}
