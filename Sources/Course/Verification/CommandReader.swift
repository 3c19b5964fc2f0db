/// A byte of one of the texts that commands were read from.
struct CommandPlace: Equatable {
  /// Which of the texts, from 0.
  var unit: Int
  var offset: Int
}

/// A command or a pipeline as it is compared.
struct ReadCommand {
  var forms: [CommandForm]
  var place: CommandPlace
  /// For messages: on one line, and not long.
  var text: String

  func matches(_ other: ReadCommand) -> Bool {
    forms.count == other.forms.count && zip(forms, other.forms).allSatisfy { $0.matches($1) }
  }
}

/// Takes commands out of shell texts that follow each other, with simple variables expanded.
struct CommandReader {
  private(set) var commands: [ReadCommand] = []
  private var variables = CommandVariables()
  private var functions: Set<String> = []
  private var unit = -1

  /// The folder that every `cd` so far leads to, where that is known.
  private var folder: String?

  init(folder: String?) { self.folder = folder }

  /// Reads the next text, which is the next unit.
  mutating func read(_ text: String) {
    unit += 1
    let bytes = Array(text.utf8)
    let script = ShellScript(text + "\n")
    functions.formUnion(Self.functionNames(text))
    variables.beginUnit(unit, text)
    for command in script.commands {
      guard let (name, values) = variables.loop(command) else {
        read(command, bytes)
        continue
      }
      for value in values {
        variables.set(name, value, at: command.range.lowerBound)
        read(command, bytes)
      }
      variables.set(name, .unknown, at: command.range.lowerBound)
    }
  }

  /// Lines that notes put into a file.
  mutating func read(_ edit: StepEdit) {
    unit += 1
    let lines = edit.text.split(separator: "\n").map(String.init)
    let words = [edit.path ?? edit.file] + lines.map(\.trimmed)
    let arguments = words.map { CommandForm.Argument(pattern: .init($0), place: place(0)) }
    commands.append(
      ReadCommand(
        forms: [CommandForm(name: CommandForm.writing, arguments: arguments)], place: place(0),
        text: Self.shown("\(lines.first ?? "") in \(edit.file)")))
  }

  private func place(_ offset: Int) -> CommandPlace { CommandPlace(unit: unit, offset: offset) }

  private mutating func read(_ command: ShellCommand, _ bytes: [UInt8]) {
    var pipeline: [SimpleCommand] = []
    for simple in command.simpleCommands where Self.isPlain(simple) {
      if simple.joinedBy != .pipe { finish(&pipeline, bytes) }
      variables.assign(simple)
      follow(simple)
      if !simple.words.isEmpty { pipeline.append(simple) }
    }
    finish(&pipeline, bytes)
  }

  /// Whether a command is run for what it does: not for a value, nor to decide about others.
  private static func isPlain(_ simple: SimpleCommand) -> Bool {
    simple.enclosing.allSatisfy {
      switch $0 {
      case .commandSubstitution, .processSubstitution, .condition: false
      case .plain, .group, .subshell, .branch, .loop, .functionBody, .coprocess: true
      }
    }
  }

  private mutating func finish(_ pipeline: inout [SimpleCommand], _ bytes: [UInt8]) {
    defer { pipeline = [] }
    guard let first = pipeline.first, let last = pipeline.last else { return }
    let text = Self.shown(
      String(decoding: bytes[first.range.lowerBound..<last.range.upperBound], as: UTF8.self))
    let place = place(first.range.lowerBound)
    if let lines = writing(pipeline) {
      commands.append(ReadCommand(forms: [lines], place: place, text: text))
      return
    }
    let forms = pipeline.map(form)
    let isPassive = forms.allSatisfy { form in
      form.redirections.allSatisfy { !$0.text.hasPrefix(">") }
        && (functions.contains(form.name) || PassiveCommands.contains(form))
    }
    guard !isPassive else { return }
    let parts = forms.count == 1 ? Installation.parts(of: forms[0]) : nil
    guard let parts else {
      commands.append(ReadCommand(forms: forms, place: place, text: text))
      return
    }
    for part in parts {
      let words = [part.name] + part.arguments.map(\.pattern.text)
      commands.append(
        ReadCommand(
          forms: [part], place: place,
          text: parts.count == 1 ? text : Self.shown(words.joined(separator: " "))))
    }
  }

  private static func shown(_ text: String) -> String {
    let line = text.split { $0.isWhitespace || $0 == "\\" }.joined(separator: " ")
      .replacing("\u{1A}", with: "…").printable
    return line.count > 72 ? line.prefix(71) + "…" : line
  }

  private mutating func follow(_ simple: SimpleCommand) {
    guard simple.name == "cd", simple.runsInSession || simple.context == .functionBody else {
      return
    }
    let target = simple.arguments.first.map { variables.expanded($0).text } ?? "~"
    if target.hasPrefix("/") || target == "~" || target.hasPrefix("~/") {
      folder = target
    } else if let known = folder, !target.hasPrefix("-"), !target.contains(".."),
      !target.utf8.contains(CommandPattern.gap)
    {
      folder = known + "/" + target
    } else {
      folder = nil
    }
  }

  /// A word that may be a file's name as a path.
  private func path(_ word: CommandPattern) -> CommandPattern? {
    var name = word.text[...]
    if name.hasPrefix("./") { name = name.dropFirst(2) }
    guard let folder, let first = name.first, !"-+/~$.".contains(first), !word.hasGaps,
      !name.contains(":"), !name.contains("=")
    else { return nil }
    return CommandPattern("\(folder)/\(name)")
  }

  private func form(_ simple: SimpleCommand) -> CommandForm {
    var words = simple.words[...]
    // `$SUDO apt-get update`, where the variable is `sudo` or nothing.
    while let word = words.first, words.count > 1, isEscalation(word) {
      words = words.dropFirst().drop { Self.isAssignment($0.text) }
    }
    let resolved = ResolvedCommand(words)
    let name =
      resolved.name.isEmpty ? variables.expanded(words[words.startIndex]).text : resolved.name
    let assignments = simple.assignments.filter { !Self.quiet.contains($0.name) }.map {
      CommandForm.Argument(
        pattern: CommandPattern("\($0.name)=") + variables.expanded($0.value),
        place: place($0.value.range.lowerBound))
    }
    let known = Self.otherNames[name] ?? name
    var form = CommandForm(
      name: known, arguments: assignments + resolved.arguments.map(argument))
    form.redirections = simple.redirections.compactMap(redirection)
    let isInstaller = Installation.isInstaller(known)
    form.arguments.removeAll { Self.isAssent($0.pattern.text, isInstaller) }
    form.innerCount = min(innerCount(resolved, form), form.arguments.count)
    return form
  }

  private static func isAssignment(_ word: String) -> Bool {
    word.firstIndex(of: "=").map { StepEnvironment.isName(String(word[..<$0])) } ?? false
  }

  private func isEscalation(_ word: Word) -> Bool {
    word.value == nil
      && (["", "sudo"].contains(variables.expanded(word).text)
        || word.text.uppercased().contains("SUDO"))
  }

  private func innerCount(_ resolved: ResolvedCommand, _ form: CommandForm) -> Int {
    if Self.runsOthers.contains(form.name) { return form.arguments.count }
    guard let container = resolved.container else { return 0 }
    let hasEntry = resolved.values.contains { $0.hasPrefix("--entrypoint") }
    return hasEntry ? form.arguments.count : container.program.count
  }

  /// Whether a word says yes beforehand, or asks an installer to print less.
  private static func isAssent(_ word: String, _ isInstaller: Bool) -> Bool {
    if ["-y", "--yes", "--assume-yes"].contains(word) { return true }
    guard isInstaller else { return false }
    if word == "--quiet" { return true }
    return word.hasPrefix("-") && word.count > 1
      && word.dropFirst().allSatisfy { $0 == "y" || $0 == "q" }
  }

  private static let otherNames = ["apt": "apt-get", "pip3": "pip"]
  private static let quiet: Set<String> = [
    "DEBIAN_FRONTEND", "NEEDRESTART_MODE", "NEEDRESTART_SUSPEND",
  ]
  /// Commands whose words are another command's, or mean something by their order.
  private static let runsOthers: Set<String> = [
    "ssh", "xargs", "find", "bash", "sh", "zsh", "dash", "python", "python3", "node", "su",
    "chroot",
    "parallel", "watch", "ffmpeg", "kubectl", "eval",
  ]

  private func argument(_ word: Word) -> CommandForm.Argument {
    let pattern = variables.expanded(word)
    return CommandForm.Argument(
      pattern: pattern, place: place(word.range.lowerBound), sources: variables.sources(of: word),
      path: path(pattern))
  }

  private func redirection(_ redirection: Redirection) -> CommandPattern? {
    switch redirection.operator {
    case .duplicateInput, .duplicateOutput: return nil
    case .hereDocument, .hereDocumentWithoutTabs:
      return CommandPattern("<<" + (redirection.hereDocument?.content ?? ""))
    default:
      guard redirection.descriptor != "2", redirection.target.text != "/dev/null" else {
        return nil
      }
      return CommandPattern(redirection.operator.rawValue) + variables.expanded(redirection.target)
    }
  }

  /// `echo LINE >>FILE`, `cat >FILE <<EOF` and `echo LINE | sudo tee -a FILE` as what they write.
  private func writing(_ pipeline: [SimpleCommand]) -> CommandForm? {
    guard pipeline.count < 3, let first = pipeline.first, let last = pipeline.last else {
      return nil
    }
    let (source, sink) = (form(first), form(last))
    var file: CommandPattern?
    if sink.name == "tee" {
      let operands = sink.arguments.filter { !$0.isFlag }
      file = operands.count == 1 ? operands[0].pattern : nil
    } else if pipeline.count == 1 {
      let target = first.redirections.first { $0.operator == .output || $0.operator == .append }
      file = target.flatMap {
        $0.isToDevice || $0.descriptor == "2" ? nil : variables.expanded($0.target)
      }
    }
    guard let file else { return nil }
    let document = (first.redirections + last.redirections).lazy.compactMap(\.hereDocument).first
    var lines: [String]
    if let document, ["cat", "tee"].contains(source.name) {
      lines = document.content.split(separator: "\n").map(String.init)
    } else if source.name == "echo" {
      let words = source.arguments.map(\.pattern.text).drop { ["-e", "-n", "-E"].contains($0) }
      lines = words.joined(separator: " ").split(separator: "\n").map(String.init)
    } else {
      return nil
    }
    lines = lines.map(\.trimmed)
    let place = place(first.range.lowerBound)
    return CommandForm(
      name: CommandForm.writing,
      arguments: ([file] + lines.map { CommandPattern($0) }).map {
        .init(pattern: $0, place: place)
      })
  }

  /// Of `name() {` and `function name {`.
  private static func functionNames(_ text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      var rest = String(line).trimmed[...]
      let isMarked = rest.hasPrefix("function ")
      if isMarked { rest = rest.dropFirst("function ".count) }
      let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
      let isFollowed = rest.dropFirst(name.count).drop { $0 == " " }.hasPrefix("()")
      return !name.isEmpty && (isMarked || isFollowed) ? String(name) : nil
    }
  }
}
