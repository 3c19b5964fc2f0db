/// Finds what each step uses that an earlier one makes: files, folders and installed commands. On the
/// way it tells each edit where its file is.
struct StepNeeds {
  private var folder = WorkingFolder()
  /// The step that made a path first.
  private var makers: [String: String] = [:]
  /// The step that installed a command.
  private var installers: [String: String] = [:]

  /// Fills in the steps' needs and the paths of their edits.
  static func infer(in steps: inout [Step]) {
    var state = StepNeeds()
    for index in steps.indices {
      let wanted = steps[index].settings.needs
      let named =
        wanted.isEmpty ? [] : steps[..<index].filter { wanted.contains(where: $0.isNamed) }
      steps[index].needs =
        named.map { StepNeed(step: $0.id, thing: .unnamed) } + state.needs(of: &steps[index])
    }
  }

  private mutating func needs(of step: inout Step) -> [StepNeed] {
    step.folder = folder.path
    guard step.kind.isRunnable || step.kind == .template else { return [] }
    var needs: [StepNeed] = []
    let id = step.id
    func add(_ thing: StepNeed.Thing, _ maker: String?) {
      guard let maker, maker != id else { return }
      let need = StepNeed(step: maker, thing: thing)
      if !needs.contains(need) { needs.append(need) }
    }
    func add(_ path: String?) {
      if let path { add(.path(path), makers[path]) }
    }
    let before = folder
    if let start = step.settings.folder { folder.enter(start) }
    let comesBack = step.settings.folder != nil
    defer {
      if comesBack { folder = before }
      step.changesFolder = folder.path != before.path
    }
    for (index, action) in step.actions.enumerated() {
      switch action {
      case .edit(var edit):
        guard let path = folder.resolve(shellWord: edit.file) else { break }
        edit.path = path
        step.actions[index] = .edit(edit)
        add(made(path))
        make(path, id)
      case .command(let command):
        for (simple, resolved) in zip(command.simpleCommands, command.resolved) {
          // What reads as a redirection in a template is a placeholder: `<name>`.
          let redirections = step.kind == .template ? [] : simple.redirections
          add(.command(resolved.name), installers[resolved.name])
          if !makers.isEmpty {
            for word in simple.words where word.text.utf8.first != ShellByte.dash {
              add(folder.resolve(word))
            }
            for redirection in redirections { add(folder.resolve(redirection.target)) }
          }
          if let path = folder.path, Self.workInFolder.contains(resolved.name) {
            add(made(path))
          }
          for path in Products.paths(of: resolved, redirections, in: folder) {
            add(made(path))
            make(path, id)
          }
          for command in Products.commands(of: resolved) where installers[command] == nil {
            installers[command] = id
          }
          folder.follow(simple, resolved)
        }
        // Which folder the reader fills in, nobody knows.
        if step.kind == .template, WorkingFolder.isChanged(by: command),
          Placeholder.words(in: command) != nil
        {
          folder.lose()
        }
      }
    }
    return needs
  }

  /// Commands that work on the folder they are called in without naming it.
  private static let workInFolder: NameSet = ["git", "make", "npm", "cargo", "terraform"]

  private mutating func make(_ path: String, _ step: String) {
    if makers[path] == nil { makers[path] = step }
  }

  /// The path or the nearest folder around it that a step has made.
  private func made(_ path: String) -> String? {
    var path = path
    while path != "~", path != "/", !path.isEmpty {
      if makers[path] != nil { return path }
      guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
      path = String(path[..<slash])
    }
    return nil
  }
}
