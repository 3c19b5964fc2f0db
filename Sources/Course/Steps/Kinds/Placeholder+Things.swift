/// Names such as `branch-name` that say what a thing is where the reader's own belongs.
extension Placeholder {
  /// The first words of a block that the reader has to replace. A name by which the page makes something
  /// is as good as any other.
  ///
  /// - Parameter made: the words of commands above the block that made something.
  static func words(in block: BlockFacts, made: Set<String>) -> String? {
    var made = made
    for command in block.commands {
      if let words = all(in: command).first(where: { !made.contains($0) }) { return words }
      made.formUnion(wordsMaking(command))
    }
    return nil
  }

  /// The words of those of its commands that make something and give it a name.
  static func wordsMaking(_ command: StepCommand) -> [String] {
    zip(command.simpleCommands, command.resolved).filter { makes($1) }
      .flatMap { simple, _ in simple.words.map(\.text) }
  }

  /// Whether the names of things count among a command's words: others are given names of columns,
  /// fields and keys as well.
  static func takesNames(_ command: ResolvedCommand) -> Bool {
    if makes(command) { return false }
    switch command.name {
    case "git": return pushing.contains(command.subcommand ?? "")
    case "conda", "mamba": return command.subcommand == "activate"
    default: return takers.contains(command.name) || command.name.hasSuffix(".sh")
    }
  }

  /// Whether it makes something and gives it a name.
  private static func makes(_ command: ResolvedCommand) -> Bool {
    switch command.name {
    case "mkdir", "touch", "createdb", "createuser", "virtualenv": true
    case "docker", "podman": command.values.contains("--name")
    case "conda", "mamba": command.subcommand == "create"
    case "python", "python3": command.values.contains("venv")
    case "git": command.values.contains("-b") || command.values.contains("-c")
    default: false
    }
  }

  private static let pushing: NameSet = [
    "push", "pull", "checkout", "switch", "merge", "rebase", "branch",
  ]
  private static let takers: NameSet = [
    "docker", "podman", "kubectl", "oc", "helm", "gsutil", "aws", "gcloud", "ssh", "scp", "sftp",
    "rsync", "mysql", "psql", "cd", "rm", "cp", "mv", "cat", "ls", "less", "more", "head", "tail",
    "nano", "vim", "vi", "code", "python", "python3", "find", "chmod", "source", "unzip", "tar",
  ]

  /// `branch-name`, `--db=database_name`, `gs://bucket_name/a`.
  static func namesThing(_ word: String) -> Bool {
    guard ends.stand(in: word) else { return false }
    let parts = word.split(separator: "=", maxSplits: 1)
    guard word.hasPrefix("-") ? parts.count == 2 : parts.count == 1, let value = parts.last else {
      return false
    }
    guard value.contains("/") || value.contains("@") else { return things.contains(String(value)) }
    return value.split { "/:@\"'".contains($0) }.contains {
      things.contains(String($0)) || $0 == "username" || $0 == "yourname"
        || value.contains("@") && hosts.contains(String($0))
    }
  }

  /// What every name of a thing has.
  private static let ends: Fragments = ["name", "_ip", "_url", "address", "-ip", "-host", "_host"]

  /// What stands for a machine behind a user's name.
  private static let hosts: NameSet = [
    "hostname", "ip-address", "ip_address", "ip.address", "ipaddress", "remote-host", "remote_host",
    "server-ip", "public-ip", "vm-ip", "host-ip", "instance-ip", "server-address", "server.address",
  ]

  private static let things = NameSet(
    [
      "branch", "new-branch", "feature", "container", "image", "project", "repo", "repository",
      "cluster", "bucket", "user", "package", "pod", "deployment", "namespace", "env",
      "environment",
      "file", "folder", "directory", "function", "topic", "stack", "database", "app", "job",
    ].flatMap { ["\($0)-name", "\($0)_name"] }
      + ["public", "external", "server", "host", "vm", "instance", "master", "machine", "ec2"]
      .map { "\($0)_ip" }
      + ["cluster", "server", "master", "repo", "repository", "webhook"].map { "\($0)_url" })
}
