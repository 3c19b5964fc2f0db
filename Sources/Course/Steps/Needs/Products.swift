/// What a command leaves behind, as far as its words tell.
enum Products {
  /// Files and folders.
  static func paths(of simple: SimpleCommand, in folder: WorkingFolder) -> [String] {
    paths(of: ResolvedCommand(simple), simple.redirections, in: folder)
  }

  static func paths(
    of command: ResolvedCommand, _ redirections: [Redirection], in folder: WorkingFolder
  ) -> [String] {
    guard !redirections.isEmpty || makers.contains(command.name) else { return [] }
    let operands = command.arguments.filter { !$0.text.hasPrefix("-") }
    var words: [String] = redirections.filter(\.writes).compactMap(\.target.value)
    switch command.name {
    case "mkdir": words += operands.compactMap(\.value).flatMap(folders)
    case "touch", "tee": words += operands.compactMap(\.value)
    case "wget":
      words +=
        option(["-O", "--output-document"], of: command).map { [$0] }
        ?? operands.compactMap { lastPart($0.value) }
    case "curl":
      if let file = option(["-o", "--output"], of: command) {
        words.append(file)
      } else if command.values.contains(where: { $0.hasPrefix("-") && $0.contains("O") }) {
        words += operands.compactMap { lastPart($0.value) }
      }
    case "git" where command.subcommand == "clone":
      let target = operands.count > 2 ? operands[2].value : lastPart(operands.last?.value)
      if let target { words.append(target.hasSuffix(".git") ? String(target.dropLast(4)) : target) }
    case "cp", "mv", "ln": if let last = operands.last?.value { words.append(last) }
    case "python", "python3":
      let values = command.values
      if let venv = values.firstIndex(of: "venv"), let name = values[venv...].last, name != "venv" {
        words.append(name)
      }
    default: break
    }
    return words.compactMap { folder.resolve($0) }.filter { $0 != "/dev/null" }
  }

  /// A folder after those around it that are made with it; of `a/{b,c}` only `a` is one.
  private static func folders(_ path: String) -> [String] {
    let parts = path.utf8.split(separator: UInt8(ascii: "/")).map(Substring.init)
    let start = path.hasPrefix("/") ? "/" : ""
    return parts.indices.filter { !["~", ".", ".."].contains(parts[$0]) }
      .map { start + parts[...$0].joined(separator: "/") }
      .filter { !$0.contains(byte: ShellByte.openBrace) }
  }

  /// The commands that make what their words name.
  private static let makers: NameSet = [
    "mkdir", "touch", "tee", "wget", "curl", "git", "cp", "mv", "ln", "python", "python3",
  ]

  /// Commands that a package brings: that of its own name, and those of a few that differ.
  static func commands(of command: ResolvedCommand) -> [String] {
    packages(of: command).flatMap { commandsOfPackage[$0] ?? [$0] }
  }

  /// The packages that a command installs, by their names.
  static func packages(of command: ResolvedCommand) -> [String] {
    guard managers.contains(command.name),
      let verb = command.values.firstIndex(where: verbs.contains)
    else { return [] }
    return command.values[(verb + 1)...].filter { !$0.hasPrefix("-") }.map { package in
      // `pm2@latest` is pm2; `@org/tool` begins with the sign.
      let end = package.dropFirst().firstIndex { "=<>[@".contains($0) } ?? package.endIndex
      return String(package[..<end])
    }
  }

  private static let managers: NameSet = [
    "apt", "apt-get", "dnf", "yum", "brew", "snap", "pip", "pip3", "conda", "pacman", "apk",
    "npm", "pnpm", "yarn", "pipx", "cargo", "gem",
  ]
  private static let verbs: NameSet = ["install", "add", "-S", "i"]

  /// The group that the installation of a package makes (the packages' `postinst` scripts).
  static let groups: [String: String] = [
    "docker.io": "docker", "docker-ce": "docker", "moby-engine": "docker",
    "wireshark-common": "wireshark", "wireshark": "wireshark", "tshark": "wireshark",
    "libvirt-daemon-system": "libvirt", "jenkins": "jenkins", "mysql-server": "mysql",
    "mariadb-server": "mysql", "postgresql": "postgres", "redis-server": "redis",
    "rabbitmq-server": "rabbitmq", "grafana": "grafana", "lxd": "lxd",
  ]

  /// Groups that every Debian has (package `base-passwd`), of those that notes have to do with.
  static let systemGroups: Set<String> = [
    "sudo", "adm", "dialout", "users", "www-data", "staff", "audio", "video", "plugdev", "games",
  ]

  private static let commandsOfPackage: [String: [String]] = [
    "docker.io": ["docker"], "docker-ce": ["docker"], "docker-compose-plugin": ["docker-compose"],
    "python3-pip": ["pip", "pip3"], "nodejs": ["node", "npm"], "postgresql-client": ["psql"],
    "default-jdk": ["java", "javac"], "awscli": ["aws"], "jupyterlab": ["jupyter"],
    "notebook": ["jupyter"],
  ]

  private static func option(_ names: [String], of command: ResolvedCommand) -> String? {
    let words = Array(command.arguments)
    for (index, word) in words.enumerated() {
      if names.contains(word.text) { return index + 1 < words.count ? words[index + 1].value : nil }
      for name in names where name.hasPrefix("--") && word.text.hasPrefix(name + "=") {
        return word.value.map { String($0.dropFirst(name.count + 1)) }
      }
    }
    return nil
  }

  /// The file name at the end of an address.
  private static func lastPart(_ address: String?) -> String? {
    guard let address else { return nil }
    let path = address.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != ShellByte.hash }
    guard let last = String(Substring(path)).lastPathPart,
      last.contains(byte: ShellByte.dot) || path.contains(UInt8(ascii: "/"))
    else { return nil }
    return last
  }
}
