/// A block as the content of a file: the text names the file and says to put something into it, or
/// the block before opened an editor on it.
struct FileContent {
  private(set) var edit: StepEdit
  private(set) var decision: KindDecision
  /// Whether it is what an editor's command right above was for.
  private(set) var fillsEditor = false

  init?(_ block: BlockFacts, _ surroundings: Surroundings, _ memory: PageMemory) {
    if block.hasPrompts, let lead = surroundings.lead, let shown = Self.shown(block, lead) {
      self = shown
      return
    }
    let lead = surroundings.lead
    let mention =
      lead.flatMap { FileMention.target(in: $0, block) }
      // "Save the text below as `a.yml`", and then a link to the file.
      ?? surroundings.before.dropLast().last.flatMap { FileMention.below(in: $0, block) }
      ?? surroundings.after.flatMap(FileMention.savedBelow) ?? FileMention.comment(of: block)
    let named = mention == nil && memory.openedEditor == nil ? lead.flatMap(Self.editor) : nil
    guard mention != nil || memory.openedEditor != nil || named != nil else { return nil }
    guard !block.hasPrompts, let first = block.lines.first,
      // What leaves a choice between commands is no file's.
      !block.lines.dropFirst().contains(where: { $0.text.trimmed.inLowercase == "or" })
    else { return nil }
    let lines = block.lines.lazy.map(\.text)
    if let editor = memory.openedEditor, mention?.isOther(than: editor) != true,
      let (sentence, act) = Self.request(to: editor, block, lead)
        ?? (memory.hasEditorPrompt ? Self.script(for: editor, block, lead) : nil)
    {
      edit = StepEdit(
        file: editor.file,
        action: EditWords.action(in: sentence, file: editor.file, lines: lines),
        isPrivileged: editor.isPrivileged, text: "", position: first.start)
      let words = [editor.name, editor.file, act].joined(separator: " ").trimmed
      decision = KindDecision(.edit, "editor-above", words)
      fillsEditor = true
    } else if let named,
      !block.isShell || block.looksLikeCode || Self.asksForLines(lead, named, block)
    {
      edit = StepEdit(
        file: named.file, action: EditWords.isShared(named.file) ? .append : .create,
        isPrivileged: named.isPrivileged, makesFolders: true, text: "", position: first.start)
      decision = KindDecision(.edit, "lead-opens-an-editor", "\(named.name) \(named.file)")
    } else if let mention, !block.isPlainlyShell || mention.listsNames && !block.hasKnownCommand {
      edit = StepEdit(
        file: mention.name, action: mention.action, makesFolders: true, text: "",
        position: first.start)
      decision = KindDecision(.edit, "lead-names-a-file", "\(mention.act) \(mention.name)")
    } else {
      return nil
    }
    // A drawing of folders names files all over.
    if block.isDrawing { return nil }
    edit.text = block.lines.text
  }

  /// What `$ cat FILE` shows, where the text says to make a file of it.
  private static func shown(_ block: BlockFacts, _ lead: Prose) -> FileContent? {
    guard lead.text.hasSuffix(":"), block.commands.count == 1,
      let sentence = lead.sentences.last, Phrases.first(checks, in: sentence) == nil,
      let command = block.commands.first?.resolved.first,
      command.name == "cat", command.values.count == 1, let file = command.values.first,
      let mention = FileMention.target(in: lead, block),
      mention.name.lastPathPart == file.lastPathPart,
      let start = block.lines.firstIndex(where: { $0.prompt != nil })
    else { return nil }
    let lines = block.lines[(start + 1)...]
    guard let first = lines.first, lines.allSatisfy({ $0.prompt == nil }) else { return nil }
    let edit = StepEdit(
      file: mention.name, action: mention.action, makesFolders: true,
      text: lines.text, position: first.start)
    return FileContent(
      edit: edit,
      decision: KindDecision(.edit, "lead-names-a-file", "\(mention.act) \(mention.name)"))
  }

  private init(edit: StepEdit, decision: KindDecision) {
    self.edit = edit
    self.decision = decision
  }

  /// The editor that the end of a text has the reader open: "Create the file: `vim a.yml`".
  private static func editor(_ lead: Prose) -> EditorCommand? {
    guard let code = lead.codes.last, let sentence = lead.sentences.last,
      sentence.contains(ascii: "`\(code.inLowercase)`"),
      Phrases.first(looks, in: sentence) == nil
    else { return nil }
    return EditorCommand(line: code)
  }

  /// Whether a text that ends with the editor's command has said what lines to add there.
  private static func asksForLines(
    _ lead: Prose?, _ editor: EditorCommand, _ block: BlockFacts
  ) -> Bool {
    guard let lead, let code = lead.codes.last,
      lead.text.trimmingSuffix(":").hasSuffix(code),
      Phrases.first(additions, in: lead.marked) != nil, Phrases.first(runs, in: lead.marked) == nil
    else { return false }
    return !block.lines.contains { $0.text.lowercased().contains(editor.baseName) }
  }

  private static let additions: Phrases = [
    "add the commands", "add the lines", "add the following", "add these", "add this",
    "paste the following", "paste these", "paste this", "write the following", "write these",
    "put the following", "put these", "insert the following", "insert these",
    "enter the following lines", "copy the following", "with the following content",
    "with the following contents",
  ]

  private static let checks = looks + ["verify", "nano", "vim"]
  private static let looks: Phrases = [
    "look", "see", "view", "check", "inspect", "show", "shows", "open it", "read", "result",
  ]

  /// The block as the content of the file that its author names.
  init?(_ block: BlockFacts, named file: StepSettings.FileTarget) {
    guard let first = block.lines.first else { return nil }
    edit = StepEdit(
      file: StepEnvironment.path(file.path), action: file.isAddition ? .append : .create,
      makesFolders: true, text: block.lines.text,
      position: first.start)
    decision = KindDecision(.edit, AuthorRules.rule, "file=\(file.path)")
  }

  /// The sentence that makes the block what is typed in the editor, and its verb; both are empty where
  /// no text stands between the two and the block is nothing to type at a prompt.
  private static func request(
    to editor: EditorCommand, _ block: BlockFacts, _ lead: Prose?
  ) -> (sentence: String, act: String)? {
    guard let lead, let last = lead.sentences.last else {
      return block.isShell && !block.looksLikeCode ? nil : ("", "")
    }
    // The sentence that leads to the block, or the one before "Then save it".
    let isLeading = last.trimmed.hasSuffix(":")
    let sentence = isLeading ? last : lead.sentences.last { Phrases.first(acts, in: $0) != nil }
    guard let sentence, Phrases.first(runs, in: sentence) == nil,
      let act = Phrases.first(acts, in: sentence)
    else { return nil }
    // "Press Enter" is typed too.
    if typing.texts.contains(act), Phrases.first(points, in: sentence) == nil { return nil }
    if block.isShell {
      // A command on the file comes after the editor; its content seldom names it.
      if block.lines.contains(where: { $0.text.lowercased().contains(editor.baseName) }) {
        return nil
      }
      if typing.texts.contains(act) { return nil }
      if block.isPlainlyShell, block.lines.first?.text.hasPrefix("#!") != true,
        Phrases.first(points, in: sentence) == nil
      {
        return nil
      }
    }
    return (sentence, act)
  }

  /// Where the editor's command stands at a prompt and the commands below it do not, they are the script
  /// that it was opened for, if the text has not left it.
  private static func script(
    for editor: EditorCommand, _ block: BlockFacts, _ lead: Prose?
  ) -> (sentence: String, act: String)? {
    guard editor.baseName.hasSuffix(".sh"), block.isShell, let lead,
      Phrases.first(leavings, in: lead.marked) == nil,
      !block.lines.contains(where: { $0.text.lowercased().contains(editor.baseName) })
    else { return nil }
    return ("", "")
  }

  private static let leavings: Phrases = [
    "save", "saved", "exit", "close", "quit", "leave", "run", "execute", "output", "let's see",
    "let's look", "look at", "you should see", "terminal", "prompt", "command line",
  ]
  private static let runs: Phrases = ["run", "execute", "you should see"]
  private static let points: Phrases = [
    "following", "this", "these", "content", "contents", "below", "text", "line", "lines",
  ]
  private static let acts: Phrases =
    [
      "add", "append", "paste", "put", "insert", "write", "include", "copy", "fill", "change",
      "set", "update", "modify", "replace", "overwrite", "content", "contents", "following lines",
      "following line", "should contain", "look like", "looks like", "edit",
      "incluir", "incluye", "agrega", "agregue", "agregar", "añade", "añada", "añadir", "pega",
      "pegue", "escribe", "adicione", "adicionar", "insira", "inclua", "ajoutez", "ajouter",
      "collez", "insérez", "einfügen",
    ] + typing
  /// Acts at a prompt as much as in an editor.
  private static let typing: Phrases = ["type", "enter"]
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)).trimmed : self
  }
}

extension FileMention {
  /// Whether the file lists names of files, as `.gitignore` does.
  fileprivate var listsNames: Bool { name.hasSuffix("ignore") }

  fileprivate func isOther(than editor: EditorCommand) -> Bool {
    name.split(separator: "/").last.map { $0.lowercased() } != editor.baseName
  }
}

extension BlockFacts {
  /// Whether the block is commands: they are to be run, unless they belong in a start-up file or are
  /// the text of a script, which alone has arguments to name.
  fileprivate var isPlainlyShell: Bool {
    isShell && !isSetup && !namesArguments && !looksLikeCode && !givesValues
  }

  /// Whether the block is a table or a tree, as programs draw them.
  fileprivate var isDrawing: Bool {
    lines.contains { FolderTree.branches.first(beginning: $0.text.trimmed) != nil }
  }
}
