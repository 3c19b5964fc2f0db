/// A simple command without the commands that only run another: `sudo -E env X=1 apt install` is
/// `apt install` run by `sudo` and `env`.
///
/// It is a class because many rules ask for the same command.
final class ResolvedCommand: Sendable {
  /// The command's name without its folder; empty when an expansion gives it.
  let name: String
  /// The program that is started: `python3` for `python3 -m pip`, `docker` for `docker compose`.
  let program: String
  let arguments: ArraySlice<Word>
  /// The values of the arguments that are known without running anything.
  let values: [String]
  /// The commands before it, outermost first.
  let prefixes: [String]
  /// The row of the table that is about the command.
  let row: CommandRow?
  /// What a command to Docker or Podman says.
  let container: ContainerCommand?

  convenience init(_ command: SimpleCommand) { self.init(command.words[...]) }

  /// - Parameter words: of a command, the name first.
  init(_ all: ArraySlice<Word>) {
    var words = all
    var name = ""
    var program = ""
    var prefixes: [String] = []
    while let word = words.popFirst() {
      name = word.value?.lastPathPart ?? ""
      // `docker compose` is what `docker-compose` was before it became a part of Docker.
      program = name
      let isContainers = name == "docker" || name == "podman"
      if name == "docker", words.first?.text == "compose" {
        name = "docker-compose"
        words = words.dropFirst()
        break
      }
      // `docker container run` and `docker image pull` are the long names of `docker run` and `pull`.
      if isContainers, let kind = words.first?.text,
        let verb = words.dropFirst().first?.text, Self.longNames[kind]?.contains(verb) == true
      {
        words = words.dropFirst()
      }
      if name.utf8.count == 1, name == "k", Cluster.isShortCall(words.map(\.text)) {
        name = "kubectl"
        break
      }
      // `python -m pip` is `pip`.
      if name.utf8.first == UInt8(ascii: "p"), name.hasPrefix("python"), words.first?.text == "-m",
        let module = words.dropFirst().first?.value, CommandTable.hasRow(module)
      {
        prefixes.append(name)
        name = module
        words = words.dropFirst(2)
        break
      }
      // `envchain NAME terraform apply` sets a secret for another command.
      if name == "envchain", words.count > 1, words.first?.text.hasPrefix("-") == false {
        prefixes.append(name)
        words = words.dropFirst()
        continue
      }
      // `command -v docker` asks where a command is and runs none.
      if name == "command", let first = words.first?.text, first == "-v" || first == "-V" { break }
      var options = Self.prefixes[name]
      if options == nil { options = Self.runnerOptions(name, &words) }
      guard let options else { break }
      let rest = Self.dropOptions(words, taking: options)
      // `sudo -i` alone runs no other command.
      guard !rest.isEmpty else { break }
      prefixes.append(name)
      words = rest
    }
    self.name = name
    self.program = program
    self.prefixes = prefixes
    arguments = words
    var values: [String] = []
    values.reserveCapacity(words.count)
    for word in words { if let value = word.value { values.append(value) } }
    self.values = values
    row = CommandTable.row(name, values)
    container = ContainerCommand(name, words)
  }

  /// The first argument that is no option.
  var subcommand: String? { values.first { !$0.hasPrefix("-") } }

  private static let longNames: NameTable<NameSet> = [
    "container": ["run", "exec", "attach", "logs", "start"], "image": ["pull", "push", "build"],
  ]

  /// Commands that run another, each with the options that take a word of their own.
  private static let prefixes: NameTable<NameSet> = [
    "sudo": ["-u", "-g", "-h", "-p", "-C", "-T", "-U", "-D", "-R"], "doas": ["-u", "-C"],
    "env": ["-u", "-C", "-S"], "nohup": [], "time": ["-f", "-o"], "nice": ["-n"],
    "ionice": ["-c", "-n"], "command": [], "exec": ["-a"], "builtin": [], "stdbuf": [],
    "setsid": [], "caffeinate": [], "npx": ["-p", "--package"], "uvx": ["--from", "--with"],
    "bunx": [], "pnpx": [], "xvfb-run": [], "timeout": ["-k", "-s"],
  ]

  /// The options of `uv run`, `poetry run` and their like, whose verb is taken off the words.
  private static func runnerOptions(_ name: String, _ words: inout ArraySlice<Word>) -> NameSet? {
    guard words.first?.text == "run", let options = runners[name] else { return nil }
    words = words.dropFirst()
    return options
  }

  private static let runners: NameTable<NameSet> = [
    "uv": ["--with", "--python", "-p", "--env-file", "--project"], "poetry": [], "pipenv": [],
    "pdm": [], "rye": [], "conda": ["-n", "-p"], "hatch": [],
  ]

  private static func dropOptions(
    _ words: ArraySlice<Word>, taking: NameSet
  ) -> ArraySlice<Word> {
    var rest = words
    while let text = rest.first?.text {
      if text == "--" { return rest.dropFirst() }
      // The last of several options in one word may take the next: `sudo -iu postgres`.
      let last = text.hasPrefix("-") && !text.hasPrefix("--") ? text.last.map { "-\($0)" } : nil
      if taking.contains(text) || last.map(taking.contains) ?? false {
        rest = rest.dropFirst(2)
      } else if text.hasPrefix("-") || isAssignment(text) || isDuration(text) {
        rest = rest.dropFirst()
      } else {
        break
      }
    }
    return rest
  }

  private static func isAssignment(_ text: String) -> Bool {
    guard let equals = text.firstIndex(of: "="), text.first?.isNumber == false else { return false }
    return text[..<equals].allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
  }

  /// `timeout` takes a duration before the command.
  private static func isDuration(_ text: String) -> Bool {
    text.first?.isNumber == true && text.dropLast().allSatisfy { $0.isNumber || $0 == "." }
  }
}

extension SimpleCommand {
  /// Whether what it does to the shell itself, such as changing the folder, outlasts it: it runs in
  /// the session's own shell, not in a copy (POSIX.1-2017 XCU 2.12).
  var runsInSession: Bool {
    joinedBy != .pipe && !isBackground
      && enclosing.allSatisfy { context in
        switch context {
        case .plain, .group, .condition, .branch, .loop: true
        case .subshell, .functionBody, .commandSubstitution, .processSubstitution, .coprocess: false
        }
      }
  }
}

extension SimpleCommand {
  /// Whether its standard input is given by a pipe, a file or a here-document.
  var readsInput: Bool {
    joinedBy == .pipe
      || redirections.contains { redirection in
        switch redirection.operator {
        case .input, .hereDocument, .hereDocumentWithoutTabs, .hereString: true
        default: false
        }
      }
  }
}

extension Redirection {
  /// Whether its target is a file that is written.
  var writes: Bool {
    switch self.operator {
    case .append, .clobber, .output, .appendBoth, .outputBoth, .readWrite: true
    case .duplicateOutput: Int(target.text) == nil && target.text != "-"
    case .hereString, .hereDocument, .hereDocumentWithoutTabs, .input, .duplicateInput: false
    }
  }
}
