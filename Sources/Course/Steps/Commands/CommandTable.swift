/// What is known of commands: which need the network, root, a terminal, a Docker daemon, or never
/// come back. The rows are those of `commands.txt`; here is what no row can say.
enum CommandTable {
  /// Whether the table or the everyday tools of a shell have a command of this name.
  static func knows(_ name: String) -> Bool { rows.contains(name) || everyday.contains(name) }

  /// Whether the table itself has the command.
  static func hasRow(_ name: String) -> Bool { rows.contains(name) }

  /// Whether a row of the command is about this first word in particular.
  static func hasVerb(_ name: String, _ verb: String?) -> Bool {
    guard let verb else { return false }
    return rows[name]?.contains { $0.names(verb) } ?? false
  }

  /// Whether a command waits for the person, by its words alone.
  static func isInteractive(_ command: ResolvedCommand) -> Bool {
    isRepl(command)
      || command.row?.traits.contains {
        $0.trait == .interactive && $0.holds(command.values)
      } ?? false
  }

  /// The first row that is about a command with these arguments.
  static func row(_ name: String, _ values: [String]) -> CommandRow? {
    // `mkfs.ext4` is one of the family of `mkfs`.
    guard let rows = rows[name] ?? (name.hasPrefix("mkfs.") ? rows["mkfs"] : nil) else {
      return nil
    }
    let verb = CommandRow.verb(of: values)
    return rows.first { $0.fits(verb, values) }
  }

  static func isEditor(_ name: String) -> Bool { editors.contains(name) }

  /// The traits of one command.
  ///
  /// - Parameters:
  ///   - resolved: the same command, where it is resolved already.
  ///   - builtImages: container images that the notes build, so that no server has them.
  static func traits(
    of simple: SimpleCommand, _ resolved: ResolvedCommand? = nil, builtImages: Set<String> = []
  ) -> TraitSet {
    let command = resolved ?? ResolvedCommand(simple)
    var result: TraitSet = SecretText.isIn(simple) ? .secret : []
    if !command.prefixes.isEmpty,
      command.prefixes.contains("sudo") || command.prefixes.contains("doas")
    {
      result.insert(.root)
    }
    if Removal.goesBeyondNotes(command) { result.insert(.destructive) }
    if SystemFolders.areWritten(simple, command) { result.insert(.root) }
    if isInstaller(command) { result.insert(.interactive) }
    if opensRootShell(command) { result.formUnion([.root, .session, .interactive]) }
    if asksBefore(command), !simple.readsInput { result.insert(.interactive) }
    let values = command.values
    let asksOfItself = values.allSatisfy(questions.contains)
    if !values.isEmpty, asksOfItself || values.last == "--help" {
      return result
    }
    if let container = command.container, container.verb == "run" {
      result.formUnion(traits(of: container, builtImages))
      if command.name == "podman" { result.remove(.docker) }
      // What is piped into a container is all that it reads.
      if simple.readsInput { result.remove(.interactive) }
      return result
    }
    guard let row = command.row else {
      if isServerScript(command), !simple.isBackground { result.insert(.service) }
      if isRepl(command), !simple.readsInput { result.insert(.interactive) }
      if !telling.contains(command.name), isFetching(command) { result.insert(.network) }
      return result
    }
    for condition in row.traits where condition.holds(values) { result.insert(condition.trait) }
    if imageRunners.contains(command.name), values.contains(where: RemoteHost.isImage) {
      result.insert(.network)
    }
    // Without a package that makes a project of its own, `init` only asks.
    if initiators.contains(command.name), values.first(where: isOperand) == "init",
      values.count(where: isOperand) == 1
    {
      result.remove(.network)
    }
    // Podman has no daemon.
    if command.name.hasPrefix("podman") { result.remove(.docker) }
    if isAsked(command.name, values) { result.remove(.interactive) }
    if result.contains(.interactive), let program = InnerProgram.words(of: command) {
      if !InnerProgram.waits(program) { result.remove(.interactive) }
    }
    // An editor that is given its input is a filter.
    if simple.readsInput, command.name == "ed" || command.name == "ex" {
      result.remove(.interactive)
    }
    if ["singularity", "apptainer"].contains(command.name),
      values.contains(where: { $0.contains(ascii: "://") && !$0.hasPrefix("file:") })
    {
      result.insert(.network)
    }
    if isServingScript(command) { result.insert(.service) }
    if command.name == "ros2", !values.allSatisfy({ !onceOnly.contains($0) }) {
      result.remove(.service)
    }
    // In the background it holds nobody up, and with its input given it asks nobody.
    if simple.isBackground { result.remove(.service) }
    // With a command to run there, `ssh` comes back by itself.
    if command.name == "ssh", RemoteHost.hasRemoteCommand(command) { result.remove(.interactive) }
    if simple.readsInput,
      readers.contains(command.name)
        || OpenedProgram.shells.contains(command.name)
    {
      result.remove(.interactive)
      if command.name == "kcat" || command.name == "kafkacat" { result.remove(.service) }
    }
    // Between two folders of this machine they copy without a network.
    if command.name == "rsync" || command.name == "scp",
      command.arguments.allSatisfy({ word in
        let text = word.text
        if text.hasPrefix("-") { return true }
        // A variable may be a path on another machine, but not behind a folder of this one.
        return !text.contains(byte: UInt8(ascii: ":"))
          && (word.value != nil || "/~.".utf8.contains(text.utf8.first ?? 0))
      })
    {
      result.remove(.network)
    }
    if result.contains(.network),
      RemoteHost.areAllLocal(
        values, isLogin: command.name == "ssh", takesServices: fetchers.contains(command.name))
    {
      result.remove(.network)
    }
    return result
  }

  /// Whether `sudo` runs nothing but a shell: `sudo -E -s`, `sudo -u postgres -i`.
  private static func opensRootShell(_ command: ResolvedCommand) -> Bool {
    guard command.name == "sudo" || command.name == "doas" else { return false }
    return command.arguments.contains { word in
      let text = word.text
      if text == "--login" || text == "--shell" { return true }
      return text.utf8.first == ShellByte.dash && text.utf8.dropFirst().first != ShellByte.dash
        && text.utf8.contains { $0 == UInt8(ascii: "i") || $0 == UInt8(ascii: "s") }
    }
  }

  /// What `az` does not delete unasked.
  private static let asking: NameSet = [
    "group", "vm", "vmss", "aks", "acr", "sql", "cosmosdb", "container", "redis", "disk",
    "snapshot", "image",
  ]

  /// Whether a command asks before it deletes: `rm -i`, or a cloud's client without `--yes`. `cp -i` into
  /// another folder seldom meets a file there.
  private static func asksBefore(_ command: ResolvedCommand) -> Bool {
    switch command.name {
    case "rm", "cp", "mv":
      (command.name == "rm"
        || command.arguments.last?.value?.contains(byte: UInt8(ascii: "/")) == false)
        && command.values.contains { value in
          let bytes = value.utf8
          return bytes.first == ShellByte.dash && bytes.dropFirst().first != ShellByte.dash
            && bytes.contains { $0 == UInt8(ascii: "i") || $0 == UInt8(ascii: "I") }
        }
    case "az", "gcloud":
      command.values.contains("delete")
        && (command.name == "gcloud" || asking.contains(command.subcommand ?? ""))
        && !command.values.contains { ["-y", "--yes", "-q", "--quiet", "--no-wait"].contains($0) }
    default: false
    }
  }

  private static let imageRunners: NameSet = ["singularity", "apptainer"]
  private static let initiators: NameSet = ["npm", "pnpm"]
  private static func isOperand(_ value: String) -> Bool { value.utf8.first != ShellByte.dash }

  /// Whether a program that the table says nothing of fetches something all the same: its words have an
  /// address beyond this machine, or it is one that nobody has heard of and installs things.
  private static func isFetching(_ command: ResolvedCommand) -> Bool {
    let values = command.values
    if values.contains(where: RemoteHost.isRemoteStore) { return true }
    guard let first = values.first else { return false }
    let isUnknown = !knows(command.name)
    if isUnknown, fetching.contains(first), !command.name.hasSuffix(".sh") { return true }
    return (isUnknown || scriptRunners.contains(command.name))
      && values.contains { word in
        word.contains(ascii: "://")
          && RemoteHost.host(in: word).map { !RemoteHost.isPrivate($0.host) } == true
      }
  }

  private static let fetchers: NameSet = ["curl", "wget", "http"]
  private static let fetching: NameSet = ["install", "pull", "push", "login"]

  /// Commands that only say or keep what they are given.
  private static let telling: NameSet = [
    "export", "echo", "printf", "alias", "declare", "readonly",
  ]

  /// Programs that a person types lines to, but for shells.
  private static let readers: NameSet = [
    "kafka-console-producer", "kafka-console-producer.sh", "kafkacat", "kcat", "terraform", "tofu",
  ]

  /// Options that ask about the program itself.
  private static let questions: NameSet = ["--version", "-V", "--help"]

  private static func traits(
    of container: ContainerCommand, _ builtImages: Set<String>
  ) -> TraitSet {
    var result: TraitSet = .docker
    if let image = container.image, !builtImages.contains(image), !image.hasPrefix("$"),
      !ContainerCommand.isOwn(image)
    {
      result.insert(.network)
    }
    let isBuilt = container.image.map(builtImages.contains) ?? false
    if container.opensPrompt || (container.mayOpenPrompt && !isBuilt) {
      result.insert(.interactive)
    }
    if container.stays { result.insert(.service) }
    return result
  }

  /// An installer script that shows its licence and asks, unless it is told not to (`-b`).
  private static func isInstaller(_ command: ResolvedCommand) -> Bool {
    guard command.name.utf8.suffix(2).elementsEqual("sh".utf8),
      command.name == "bash" || command.name == "sh" || command.name.hasSuffix(".sh")
    else {
      return false
    }
    let words = [command.name] + command.values
    return words.contains { word in
      let file = word.split(separator: "/").last ?? ""
      return file.hasSuffix(".sh")
        && ["anaconda", "miniconda", "miniforge"].contains { file.lowercased().hasPrefix($0) }
    } && !command.values.contains("-b")
  }

  /// Whether what it would ask is answered already: `sqlite3 a.db 'select 1'`, `redis-cli ping`, or
  /// `docker system prune -f`.
  private static func isAsked(_ name: String, _ values: [String]) -> Bool {
    switch name {
    case "kafkacat", "kcat": values.contains("-l")
    case "sqlite3", "duckdb": values.count { !$0.hasPrefix("-") } > 1
    case "docker", "podman": values.contains("prune") && !values.allSatisfy { !isForce($0) }
    // With a command to run there they come back by themselves.
    case "minikube", "docker-machine":
      values.first == "ssh" && values.count { !$0.hasPrefix("-") } > (name == "minikube" ? 1 : 2)
    case "redis-cli":
      values.last.map { !$0.hasPrefix("-") } == true
        && values.dropLast().last?.hasPrefix("-") != true
    default: false
    }
  }

  private static func isForce(_ value: String) -> Bool {
    ["-f", "--force", "-af", "-fa"].contains(value)
  }

  /// An interpreter that is given nothing to run talks to the person.
  static func isRepl(_ command: ResolvedCommand) -> Bool {
    interpreters.contains(command.name)
      && command.arguments.allSatisfy { ["-i", "-q", "-l", "--login"].contains($0.text) }
  }

  private static let interpreters: NameSet = [
    "python", "python3", "ipython", "node", "irb", "R", "julia", "bash", "sh", "zsh", "ash", "fish",
    "deno", "lua", "ghci", "jshell", "scala",
  ]

  static let editorNames: Phrases = [
    "nano", "vim", "vi", "nvim", "emacs", "micro", "pico", "ed", "joe", "code", "gedit", "subl",
    "kate", "notepad", "sudoedit",
  ]

  private static let editors = NameSet(editorNames.texts)

  private static let everyday = NameSet(
    everydayCommands.utf8.split { $0 == 0x20 || $0 == 0x0A }.map { String(Substring($0)) })

  private static let rows: NameTable<[CommandRow]> = {
    var result: [String: [CommandRow]] = [:]
    let table = String(decoding: PackageResources.commands_txt, as: UTF8.self)
    for line in table.utf8.split(separator: 0x0A) where line.first != ShellByte.hash {
      let row = CommandRow(line)
      for command in row.commands { result[command, default: []].append(row) }
    }
    return NameTable(result.map { ($0.key, $0.value) })
  }()
}
