import Markdown

/// Finds files that are used where they cannot be: in a folder that the notes made themselves and
/// into which no step put them, or before the step that makes them.
///
/// What stands in other folders no reading of the notes can tell.
enum FileNeedCheck {
  static func diagnostics(_ page: Page, _ texts: StepTexts) -> [Diagnostic] {
    let steps = page.steps.filter { $0.kind.isRunnable || $0.kind == .template }
    let makers = makers(steps)
    var folder = WorkingFolder()
    var state = Contents()
    var result: [Diagnostic] = []
    for (index, step) in steps.enumerated() {
      for action in step.actions {
        guard case .command(let command) = action else {
          if case .edit(let edit) = action { state.add(folder.resolve(edit.file)) }
          continue
        }
        for simple in command.simpleCommands {
          if step.kind.isRunnable, let word = usedFile(simple), let path = folder.resolve(word),
            !state.has(path), !texts.shows(path.fileName)
          {
            let maker = makers[path].flatMap { $0 > index ? steps[$0] : nil }
            if let finding = message(word.text, path, maker, state) {
              result.append(
                page.diagnostic(
                  at: word.range, of: command, in: step, .warning, finding.message,
                  rule: "missing-file", mend: finding.mend))
            }
            state.add(path)
          }
          state.follow(simple, in: folder)
          folder.follow(simple)
        }
      }
    }
    return result
  }

  private static func message(
    _ word: String, _ path: String, _ maker: Step?, _ state: Contents
  ) -> (message: String, mend: String)? {
    if let maker {
      return (
        "'\(word)' is used here, and made only in step \(maker.label)", "move that step above"
      )
    }
    guard state.isKnown(path.folder) else { return nil }
    let near = NearestName.suggestions(
      for: path.fileName, among: state.files(in: path.folder)
    ).first
    return (
      "'\(word)' is not in \(path.folder): the notes make that folder, and no step above puts it there",
      near.map { "write `\($0)`, if you mean that" } ?? "make or fetch it in a step above"
    )
  }

  /// The step that makes each path first.
  private static func makers(_ steps: [Step]) -> [String: Int] {
    var folder = WorkingFolder()
    var result: [String: Int] = [:]
    for (index, step) in steps.enumerated() {
      for simple in step.commands.flatMap(\.simpleCommands) {
        for path in Products.paths(of: simple, in: folder) where result[path] == nil {
          result[path] = index
        }
        folder.follow(simple)
      }
    }
    return result
  }

  /// The file without which the command fails.
  private static func usedFile(_ simple: SimpleCommand) -> Word? {
    guard simple.enclosing.allSatisfy({ $0 == .plain || $0 == .group }), simple.joinedBy != .or
    else { return nil }
    let command = ResolvedCommand(simple)
    let operands = command.arguments.filter { !$0.text.hasPrefix("-") }
    let word: Word? =
      switch command.name {
      case "chmod": operands.count == 2 ? operands[1] : nil
      case "bash", "sh", "source", ".", "cd", "python", "python3", "unzip", "cat", "less":
        command.arguments.first.flatMap { $0.text.hasPrefix("-") ? nil : $0 }
      default:
        simple.words.first { $0.text.hasPrefix("./") && $0.value != nil }
          .flatMap { $0.text == simple.words.first?.text || command.prefixes.count > 0 ? $0 : nil }
      }
    guard let word, let value = word.value, !value.contains(where: { "*?[{".contains($0) }) else {
      return nil
    }
    // The folders around the one that a reader is in are there.
    return value.utf8.allSatisfy({ "./-".utf8.contains($0) }) ? nil : word
  }
}

/// What stands in the folders that the notes made, as far as their commands tell.
private struct Contents {
  /// Folders that held nothing when they were made and into which only known things came.
  private var folders: Set<String> = []
  private var paths: Set<String> = []

  func isKnown(_ folder: String) -> Bool { folders.contains(folder) }

  func has(_ path: String) -> Bool { paths.contains(path) }

  func files(in folder: String) -> [String] {
    paths.filter { $0.folder == folder }.map(\.fileName)
  }

  mutating func add(_ path: String?) { if let path { paths.insert(path) } }

  mutating func follow(_ simple: SimpleCommand, in folder: WorkingFolder) {
    let command = ResolvedCommand(simple)
    let products = Products.paths(of: simple, in: folder)
    let isUnknown =
      !Self.plain.contains(command.name) && !CommandTable.isEditor(command.name)
      || ["wget", "curl"].contains(command.name) && products.isEmpty
    if isUnknown {
      // It may write anything where it runs and into each folder that it is told of.
      if let path = folder.path { forget(path) }
      for word in simple.words.dropFirst() { folder.resolve(word).map { forget($0) } }
    }
    paths.formUnion(products)
    // Folders such as `~/.ssh` are there for programs that fill them untold.
    if command.name == "mkdir" { folders.formUnion(products.filter { !$0.hasPrefix("~/.") }) }
    if CommandTable.isEditor(command.name) {
      for word in command.arguments { add(folder.resolve(word)) }
    }
  }

  private mutating func forget(_ path: String) {
    folders = folders.filter {
      $0 != path && !$0.hasPrefix(path + "/") && !path.hasPrefix($0 + "/")
    }
  }

  /// Commands that leave behind only what ``Products`` tells of.
  private static let plain: Set<String> = [
    "cd", "pwd", "ls", "echo", "mkdir", "chmod", "chown", "export", "wget", "curl", "apt",
    "apt-get", "touch", "cat", "head", "tail", "rm", "which", "alias", "clear", "groupadd",
    "usermod", "systemctl", "sleep", "printf", "whoami", "type", "less", "grep", "wc", "date",
    "true", "false", "test", "file", "stat", "tee",
  ]
}

extension String {
  fileprivate var fileName: String { split(separator: "/").last.map(String.init) ?? self }

  /// The folder that a path as ``WorkingFolder`` gives it lies in.
  fileprivate var folder: String {
    guard let slash = lastIndex(of: "/") else { return self }
    return String(self[..<slash])
  }
}
