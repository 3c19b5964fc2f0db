internal import Markdown

/// Reads an editor's command and the lines the notes say to type in it.
///
///     $ nano ~/.bashrc
///     # In ~/.bashrc, add:
///     export PATH="$HOME/bin:$PATH"
///     # Run
///     $ source ~/.bashrc
enum EditReading {
  /// The edit that begins with the first of `lines`, and how many of them it takes.
  ///
  /// Among prompts, what follows an editor up to the next prompt can only be its content. Without
  /// prompts the next line may be a command, so a comment has to say that it is content.
  static func edit(at lines: ArraySlice<BlockLine>, hasPrompts: Bool) -> (StepEdit, Int)? {
    guard let first = lines.first, !hasPrompts || first.prompt != nil else { return nil }
    let text = first.command ?? first.text
    guard let (editor, file, isPrivileged) = editorAndFile(text) else { return nil }
    var rest = lines.dropFirst()
    let instructions = rest.prefix { $0.prompt == nil && isInstruction($0, file: file) }
    rest = rest.dropFirst(instructions.count)
    guard hasPrompts || !instructions.isEmpty else { return nil }
    let content = rest.prefix { $0.prompt == nil && !endsContent($0) }
    let trimmed = content.map(\.text).droppingBlankEnds
    guard !trimmed.isEmpty else { return nil }
    let edit = StepEdit(
      file: file, action: .append, isPrivileged: isPrivileged, editor: editor,
      text: trimmed.map { $0 + "\n" }.joined(),
      position: first.commandStart)
    return (edit, 1 + instructions.count + content.count)
  }

  /// The editor and the one file it is called with, as the notes write it.
  private static func editorAndFile(_ text: String) -> (String, String, isPrivileged: Bool)? {
    let commands = ShellScript(text + "\n").commands.flatMap(\.simpleCommands)
    guard commands.count == 1, let first = commands.first else { return nil }
    let command = ResolvedCommand(first)
    guard CommandTable.isEditor(command.name) else { return nil }
    let files = command.arguments.filter { !$0.text.hasPrefix("-") && !$0.text.hasPrefix("+") }
    guard files.count == 1, let file = files.first else { return nil }
    return (command.name, file.text, command.prefixes.contains("sudo"))
  }

  /// Whether a comment says that content follows: it names the file, or the act of adding.
  private static func isInstruction(_ line: BlockLine, file: String) -> Bool {
    guard line.isComment else { return false }
    let text = line.text.lowercased()
    let name = file.split(separator: "/").last.map { $0.lowercased() } ?? file
    let words = Set(text.split { !$0.isLetter }.map(String.init))
    let acts: Set<String> = [
      "add", "append", "paste", "put", "insert", "write", "enter", "type", "following", "content",
      "contents", "include", "change", "set",
    ]
    return text.contains(name) || !words.isDisjoint(with: acts)
  }

  /// Whether a comment leads back from the editor to the prompt.
  private static func endsContent(_ line: BlockLine) -> Bool {
    guard line.isComment else { return false }
    let words = line.text.lowercased().split { !$0.isLetter }
    let acts: Set<Substring> = [
      "run", "then", "now", "save", "exit", "close", "reload", "execute", "apply", "finally",
      "next", "after", "afterwards",
    ]
    return words.first.map(acts.contains) ?? false
  }
}

extension [String] {
  fileprivate var droppingBlankEnds: [String] {
    guard let start = firstIndex(where: { !$0.trimmed.isEmpty }),
      let end = lastIndex(where: { !$0.trimmed.isEmpty })
    else { return [] }
    return Array(self[start...end])
  }
}
