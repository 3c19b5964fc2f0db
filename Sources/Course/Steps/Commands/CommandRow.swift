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

  /// - Precondition: the line has the form that ``CommandTable`` describes.
  init(_ line: Substring) {
    let fields = line.split(separator: " :", omittingEmptySubsequences: false).map(\.trimmed)
    precondition(fields.count == 3, "a row of the command table has three fields: \(line)")
    commands = fields[0].split(separator: " ").map(String.init)
    let verbs = fields[1].split(separator: " ").map(String.init).filter { $0 != "*" }
    subcommands = verbs.isEmpty ? nil : NameSet(verbs)
    var traits: [Condition] = []
    var rest = fields[2][...]
    while !rest.isEmpty {
      let name = rest.prefix { $0 != " " && $0 != "[" }
      guard let trait = StepTrait(rawValue: String(name)) else {
        preconditionFailure("'\(name)' is no trait")
      }
      rest = rest.dropFirst(name.count)
      var condition = Condition(trait)
      if rest.first == "[", let end = rest.firstIndex(of: "]") {
        let words = rest[rest.index(after: rest.startIndex)..<end].split(separator: " ")
        condition.take(words.map(String.init))
        rest = rest[rest.index(after: end)...]
      }
      traits.append(condition)
      rest = rest.drop { $0 == " " }
    }
    self.traits = traits
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
