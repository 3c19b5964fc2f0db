/// Commands after which a person types to another program.
enum OpenedProgram {
  /// The command's text when it leaves a person in another program.
  static func command(_ command: StepCommand) -> String? {
    guard var last = command.simpleCommands.last, var resolved = command.resolved.last,
      shells.contains(resolved.name)
    else { return nil }
    if let plain = Placeholder.withoutMarks(command)?.last {
      last = plain
      resolved = ResolvedCommand(plain)
    }
    // Of the verbs of containers, few open anything; to others a person only answers yes.
    if containers.contains(resolved.name),
      !["run", "exec", "attach", "start", "debug", "ssh"]
        .contains(CommandRow.verb(of: resolved.values))
    {
      return nil
    }
    // Nothing is opened where no image is named: the rest of the command stands in another line.
    if let container = resolved.container, container.verb == "run", container.image == nil {
      return nil
    }
    // `ssh -T git@e.org` only asks whether a key is known there.
    if resolved.name == "ssh", resolved.values.contains("-T") { return nil }
    // The shell that reads a script is none that a person types to.
    if scriptReaders.contains(resolved.name),
      resolved.values.contains(where: { !$0.hasPrefix("-") })
    {
      return nil
    }
    let traits = CommandTable.traits(of: last, resolved)
    guard traits.contains(.interactive) else { return nil }
    // `duckdb -ui` is used in a browser.
    if resolved.name == "duckdb", resolved.values.contains("-ui") { return nil }
    // A login to this machine itself leads nowhere else.
    if resolved.name == "ssh", !traits.contains(.network) { return nil }
    return command.text
  }

  /// Whether a block is typed at the shell's own prompt although a program was opened right before: it
  /// begins with what means nothing to that program, or opens it once more.
  ///
  /// - Parameter opened: the command that opened the program.
  static func isLeft(_ opened: String, before commands: [StepCommand]) -> Bool {
    var program = opened.firstWord
    // In a container it is the program that was started there.
    if containers.contains(program),
      let command = ShellScript(opened + "\n").commands.last?.simpleCommands.last,
      let inner = InnerProgram.words(of: ResolvedCommand(command))?.first?.value
    {
      program = inner
    }
    // ipython takes many of a shell's commands as its own.
    guard repls.contains(program), program != "ipython", let command = commands.first,
      command.faults.isEmpty, let first = command.resolved.first
    else { return false }
    return first.prefixes.first == "sudo" || outside.contains(first.name)
      || first.name == program && !first.values.isEmpty
  }

  /// Programs of the shell that no such program has a word for.
  private static let outside: NameSet = [
    "apt", "apt-get", "brew", "cd", "chmod", "conda", "curl", "mamba", "mkdir", "npm", "pip",
    "pip3",
    "systemctl", "tar", "unzip", "wget", "make", "export", "git",
  ]

  /// Whether lines are statements such as the client of a database takes, which a command has opened.
  static func takes(_ lines: [BlockLine], _ opened: String) -> Bool {
    guard Phrases.first(clients, in: opened) != nil else { return false }
    let lines = lines.filter { !$0.text.isBlank }
    return lines.last?.text.utf8.last { $0 != 0x20 } == UInt8(ascii: ";")
      || lines.allSatisfy { statements.first(beginning: $0.text.trimmed.inLowercase) != nil }
  }

  private static let clients: Phrases = [
    "psql", "mysql", "mariadb", "mongosh", "mongo", "sqlite3", "duckdb", "redis-cli", "cqlsh",
    "pgcli", "mycli", "clickhouse-client",
  ]
  private static let statements: Fragments = [
    "select ", "show ", "use ", "create ", "insert ", "update ", "delete ", "drop ", "alter ",
    "describe ", "db.", "rs.", "set ", "get ", "grant ", "keys ",
  ]
  private static let scriptReaders: NameSet = ["bash", "sh", "zsh"]
  private static let containers: NameSet = [
    "docker", "podman", "docker-compose", "kubectl", "oc", "minikube",
  ]

  /// Programs with a prompt of their own; editors, pagers and installers have none.
  static let shells = NameSet(
    [
      "docker", "podman", "docker-compose", "kubectl", "oc", "minikube", "ssh", "bash", "sh", "zsh",
      "multipass",
    ] + languages)
  /// Those of them in which no command of a shell is typed.
  static let repls = NameSet(languages)
  private static let languages = [
    "python", "python3", "ipython", "node", "irb", "R", "julia", "psql", "mysql", "sqlite3",
    "duckdb",
    "redis-cli", "mongosh", "mongo", "jshell", "mariadb", "cqlsh", "gdb", "lldb", "pgcli", "mycli",
    "spark-shell", "pyspark", "bq",
  ]
}

extension PlaceRules {
  /// Whether a comment of the block says that it is typed outside of what is open.
  static func saysOutside(_ block: BlockFacts) -> Bool {
    block.lines.contains {
      $0.isComment && Phrases.first(outsidePhrases, in: $0.text.inLowercase) != nil
    }
  }

  private static let outsidePhrases: Phrases = [
    "outside of container", "outside of the container", "outside the container", "from the host",
    "on the host", "on your host", "on the host machine",
  ]
}
