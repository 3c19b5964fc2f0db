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
    guard let first = lines.first, !hasPrompts || first.prompt != nil,
      let editor = EditorCommand(line: first.command ?? first.text)
    else { return nil }
    var rest = lines.dropFirst()
    let instructions = rest.prefix { $0.prompt == nil && isInstruction($0, editor) }
    rest = rest.dropFirst(instructions.count)
    guard hasPrompts || !instructions.isEmpty else { return nil }
    let content = rest.prefix { $0.prompt == nil && !endsContent($0) }
    let trimmed = content.map(\.text).droppingBlankEnds
    guard !trimmed.isEmpty else { return nil }
    let words = instructions.map { $0.text.lowercased() }.joined(separator: " ")
    let edit = StepEdit(
      file: editor.file, action: EditWords.action(in: words, file: editor.file, lines: trimmed),
      isPrivileged: editor.isPrivileged, editor: editor.name,
      text: trimmed.map { $0 + "\n" }.joined(),
      position: first.commandStart)
    return (edit, 1 + instructions.count + content.count)
  }

  /// Whether a comment says that content follows: it names the file, or the act of adding.
  private static func isInstruction(_ line: BlockLine, _ editor: EditorCommand) -> Bool {
    guard line.isComment else { return false }
    let text = line.text.lowercased()
    let words = Set(text.split { !$0.isLetter }.map(String.init))
    return text.contains(editor.baseName) || !words.isDisjoint(with: acts)
  }

  private static let acts: Set<String> = [
    "add", "append", "paste", "put", "insert", "write", "enter", "type", "following", "content",
    "contents", "include", "change", "set", "replace", "overwrite", "update", "modify",
  ]

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
    guard let start = firstIndex(where: { !$0.isBlank }),
      let end = lastIndex(where: { !$0.isBlank })
    else { return [] }
    return Array(self[start...end])
  }
}
