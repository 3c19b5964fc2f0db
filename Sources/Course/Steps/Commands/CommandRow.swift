/// A row of the table.
struct CommandRow {
  var commands: [String]
  /// First words after the command that the row is about; empty for any.
  private var subcommands: Set<String>
  private(set) var traits: [Condition]

  struct Condition {
    var trait: StepTrait
    /// Flags of which one must be given, or none may; empty for always.
    var flags: Set<String> = []
    var isRequired = false

    func holds(_ values: [String]) -> Bool {
      flags.isEmpty || values.contains(where: isGiven) == isRequired
    }

    /// Whether a word is one of the flags, alone, with its value (`--yes=true`) or among others in one
    /// word (`-yq`).
    private func isGiven(_ value: String) -> Bool {
      if flags.contains(value) { return true }
      guard value.hasPrefix("-") else { return false }
      if value.hasPrefix("--") { return flags.contains(String(value.prefix { $0 != "=" })) }
      return value.utf8.count <= 4 && value.dropFirst().contains { flags.contains("-\($0)") }
    }
  }

  /// - Precondition: the line has the form that ``CommandTable`` describes.
  init(_ line: Substring) {
    let fields = line.split(separator: " :", omittingEmptySubsequences: false).map(\.trimmed)
    precondition(fields.count == 3, "a row of the command table has three fields: \(line)")
    commands = fields[0].split(separator: " ").map(String.init)
    subcommands = Set(fields[1].split(separator: " ").map(String.init)).subtracting(["*"])
    traits = []
    var rest = fields[2][...]
    while !rest.isEmpty {
      let name = rest.prefix { $0 != " " && $0 != "[" }
      guard let trait = StepTrait(rawValue: String(name)) else {
        preconditionFailure("'\(name)' is no trait")
      }
      rest = rest.dropFirst(name.count)
      var condition = Condition(trait: trait)
      if rest.first == "[", let end = rest.firstIndex(of: "]") {
        let words = rest[rest.index(after: rest.startIndex)..<end].split(separator: " ")
        condition.isRequired = words.first == "+"
        condition.flags = Set(words.dropFirst().map(String.init))
        rest = rest[rest.index(after: end)...]
      }
      traits.append(condition)
      rest = rest.drop { $0 == " " }
    }
  }

  /// Whether the row lists the word among its first words.
  func names(_ verb: String) -> Bool { subcommands.contains(verb) }

  /// Whether the row is about a command with this verb and these arguments.
  func fits(_ verb: String?, _ values: [String]) -> Bool {
    if subcommands.isEmpty { return true }
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
      } else if value.hasPrefix("-") {
        isValue = takingValue.contains(value)
      } else {
        return value
      }
    }
    return nil
  }

  private static let takingValue: Set<String> = [
    "-n", "--namespace", "--context", "--kubeconfig", "-f", "--file", "-p", "--project-name",
    "--project-directory", "--env-file", "--profile", "--region", "--project", "-C", "--chdir",
    "-H",
    "--host", "-c", "--prefix", "--log-level", "--config",
  ]
}
