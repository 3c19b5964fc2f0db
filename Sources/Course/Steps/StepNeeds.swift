/// Finds what each step uses that an earlier one makes: files, folders and installed commands.
struct StepNeeds {
  private var folder = WorkingFolder()
  /// The step that made a path first.
  private var makers: [String: String] = [:]
  /// The step that installed a command.
  private var installers: [String: String] = [:]

  /// The steps with their needs filled in.
  static func infer(_ steps: [Step]) -> [Step] {
    var state = StepNeeds()
    return steps.map { step in
      var step = step
      step.needs = state.needs(of: step)
      return step
    }
  }

  private mutating func needs(of step: Step) -> [StepNeed] {
    guard step.kind.isRunnable || step.kind == .template else { return [] }
    var needs: [StepNeed] = []
    func add(_ thing: StepNeed.Thing, _ maker: String?) {
      guard let maker, maker != step.id else { return }
      let need = StepNeed(step: maker, thing: thing)
      if !needs.contains(need) { needs.append(need) }
    }
    func add(_ path: String?) {
      if let path { add(.path(path), makers[path]) }
    }
    for action in step.actions {
      switch action {
      case .edit(let edit):
        guard let path = folder.resolve(edit.file) else { break }
        add(made(path))
        make(path, step.id)
      case .command(let command):
        for simple in command.simpleCommands {
          let resolved = ResolvedCommand(simple)
          add(.command(resolved.name), installers[resolved.name])
          for word in simple.words + simple.redirections.map(\.target) {
            guard let path = folder.resolve(word) else { continue }
            add(path)
          }
          if let path = folder.path, Self.workInFolder.contains(resolved.name) {
            add(made(path))
          }
          for path in Products.paths(of: simple, in: folder) {
            add(made(path))
            make(path, step.id)
          }
          for command in Products.commands(of: resolved) where installers[command] == nil {
            installers[command] = step.id
          }
          folder.follow(simple)
        }
      }
    }
    return needs
  }

  /// Commands that work on the folder they are called in without naming it.
  private static let workInFolder: Set<String> = ["git", "make", "npm", "cargo", "terraform"]

  private mutating func make(_ path: String, _ step: String) {
    if makers[path] == nil { makers[path] = step }
  }

  /// The path or the nearest folder around it that a step has made.
  private func made(_ path: String) -> String? {
    var path = path
    while path != "~", path != "/", !path.isEmpty {
      if makers[path] != nil { return path }
      guard let slash = path.lastIndex(of: "/") else { return nil }
      path = String(path[..<slash])
    }
    return nil
  }
}

/// What a command leaves behind, as far as its words tell.
enum Products {
  /// Files and folders.
  static func paths(of simple: SimpleCommand, in folder: WorkingFolder) -> [String] {
    let command = ResolvedCommand(simple)
    let operands = command.arguments.filter { !$0.text.hasPrefix("-") }
    var words: [String] = simple.redirections.filter(\.writes).compactMap(\.target.value)
    switch command.name {
    case "mkdir", "touch", "tee": words += operands.compactMap(\.value)
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

  /// Commands that a package brings: that of its own name, and those of a few that differ.
  static func commands(of command: ResolvedCommand) -> [String] {
    let managers: Set<String> = [
      "apt", "apt-get", "dnf", "yum", "brew", "snap", "pip", "pip3", "conda", "pacman", "apk",
    ]
    let verbs: Set<String> = ["install", "add", "-S"]
    guard managers.contains(command.name),
      let verb = command.values.firstIndex(where: verbs.contains)
    else { return [] }
    return command.values[(verb + 1)...].filter { !$0.hasPrefix("-") }.flatMap { package in
      let name = String(package.prefix { $0 != "=" && $0 != "<" && $0 != ">" && $0 != "[" })
      return packages[name] ?? [name]
    }
  }

  private static let packages: [String: [String]] = [
    "docker.io": ["docker"], "docker-ce": ["docker"], "docker-compose-plugin": ["docker-compose"],
    "python3-pip": ["pip", "pip3"], "nodejs": ["node", "npm"], "postgresql-client": ["psql"],
    "default-jdk": ["java", "javac"], "awscli": ["aws"], "jupyterlab": ["jupyter"],
    "notebook": ["jupyter"],
  ]

  private static func option(_ names: [String], of command: ResolvedCommand) -> String? {
    let words = command.arguments
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
    let path = address.prefix { $0 != "?" && $0 != "#" }
    guard let last = path.split(separator: "/").last, last.contains(".") || path.contains("/")
    else {
      return nil
    }
    return String(last)
  }
}
