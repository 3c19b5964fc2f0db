/// An editor's command on one file, such as `sudo -E nano +10 /etc/hosts`.
struct EditorCommand: Equatable {
  var name: String
  /// The file as the notes write it for the shell, quotes included.
  var file: String
  /// Whether it is run with the rights of root.
  var isPrivileged: Bool

  /// Fails for what is no editor, for one that only shows the file or is run by a script, and for
  /// folders (`code .`) and several files, where nothing tells which one the notes go on about.
  init?(_ simple: SimpleCommand, _ command: ResolvedCommand) {
    guard CommandTable.isEditor(command.name), simple.redirections.isEmpty, !simple.readsInput,
      var file = Self.file(command)?.text
    else { return nil }
    if command.arguments.contains(where: { ["-g", "--goto"].contains($0.text) }) {
      file = Self.withoutLine(file)
    }
    guard Self.isFile(file, for: command.name) else { return nil }
    name = command.name
    self.file = file
    isPrivileged = command.name == "sudoedit" || command.prefixes.contains("sudo")
  }

  /// The editor's command that a line is, if it is one.
  ///
  /// Most lines hold no editor's name, so that they need not be read as shell.
  init?(line: String) {
    guard Self.isNamed(in: line) else { return nil }
    let words = line.utf8.split { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: "/") }
    guard words.contains(where: { CommandTable.isEditor(String(Substring($0))) }) else {
      return nil
    }
    let commands = ShellScript(line + "\n").commands.flatMap(\.simpleCommands)
    guard commands.count == 1, let command = commands.first else { return nil }
    self.init(command, ResolvedCommand(command))
  }

  /// Whether a line may be an editor's command: it has an editor's name among its words.
  static func isNamed(in line: String) -> Bool {
    Phrases.first(CommandTable.editorNames, in: line) != nil
  }

  /// The file without its folder, in lowercase and without quotes.
  var baseName: String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return name.lowercased().filter { $0 != "\"" && $0 != "'" && $0 != "\\" }
  }

  private static func file(_ command: ResolvedCommand) -> Word? {
    let taking = optionsWithWord[command.name] ?? []
    var files: [Word] = []
    var rest = command.arguments[...]
    while let word = rest.popFirst() {
      if word.text == "--" {
        files += rest
        break
      }
      if word.text.hasPrefix("+") { continue }
      guard word.text.hasPrefix("-") else {
        files.append(word)
        continue
      }
      if scriptedOptions.contains(word.text) { return nil }
      if viewOptions[command.name]?.contains(word.text) ?? false { return nil }
      if taking.contains(word.text) { rest = rest.dropFirst() }
    }
    return files.count == 1 ? files.first : nil
  }

  private static let optionsWithWord: [String: Set<String>] = {
    let vi: Set<String> = ["-c", "--cmd", "-S", "-s", "-u", "-i", "-w", "-T"]
    let nano: Set<String> = ["-T", "-r", "-o", "-Y", "-C", "-J", "-Q", "-f"]
    return [
      "vi": vi, "vim": vi, "nvim": vi, "nano": nano, "pico": nano,
      "emacs": ["-f", "-l", "-L", "--eval", "-fn", "-T"],
      "code": ["--profile", "--user-data-dir", "--extensions-dir"],
    ]
  }()

  /// Nobody types anything in an editor that a script drives or that has other work to do.
  private static let scriptedOptions: NameSet = [
    "-es", "-Es", "-e", "--batch", "-batch", "--script", "-x", "--headless", "--eval",
    "--install-extension", "--uninstall-extension", "--diff", "-d", "--add",
  ]
  private static let viewOptions: [String: Set<String>] = [
    "vi": ["-R"], "vim": ["-R"], "nvim": ["-R"], "nano": ["-v", "--view"],
  ]

  private static func isFile(_ file: String, for editor: String) -> Bool {
    let name = file.split(separator: "/").last.map(String.init) ?? ""
    guard !file.hasSuffix("/"), !name.isEmpty, !["~", ".", ".."].contains(name),
      !name.contains("*"), !name.contains("?")
    else { return false }
    // These open folders as well, and a folder's name mostly has no point in it.
    return !["code", "subl"].contains(editor) || name.contains(".") || FileMention.isBareName(name)
  }

  /// `code --goto file:10:2` names a place in the file.
  private static func withoutLine(_ file: String) -> String {
    var text = file[...]
    while let colon = text.lastIndex(of: ":"),
      text[text.index(after: colon)...].allSatisfy(\.isNumber)
    {
      text = text[..<colon]
    }
    return String(text)
  }
}
