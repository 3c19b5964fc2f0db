/// A file that a text asks the reader to write to: "add to your `.bashrc`", "Create `app/Dockerfile`
/// with:", "In `config.yml`:".
struct FileMention: Equatable {
  /// The file as the text writes it.
  var name: String
  /// The words that ask for it.
  var act: String
  /// Whether the content is added to the file or makes it.
  var isAddition: Bool

  static func target(in prose: Prose) -> FileMention? {
    let text = prose.marked
    guard let mentioned = prose.codes.last(where: isFile) ?? plainFile(prose) else { return nil }
    // Who says "your .bashrc" means the one in the home folder, wherever the reader is.
    let name = DotfileCheck.startupFiles.contains(mentioned) ? "~/\(mentioned)" : mentioned
    // The acts in the sentence that names the file; a sentence before it is about something else.
    let sentence = prose.sentences.last { $0.contains(mentioned.lowercased()) } ?? text
    if let act = Phrases.first(additions, in: sentence) {
      return FileMention(name: name, act: act, isAddition: true)
    }
    // "Create a file named `a.txt` and fill it. Example:"
    let last = prose.sentences.last ?? ""
    guard sentence.trimmed.hasSuffix(":") || (last.trimmed.hasSuffix(":") && last.utf8.count < 25)
    else { return nil }
    if let act = Phrases.first(creations, in: sentence) {
      // No notes mean a start-up file to hold these lines and no others.
      let isStartup = DotfileCheck.startupFiles.contains { name.hasSuffix($0) }
      return FileMention(name: name, act: act, isAddition: isStartup)
    }
    if let act = Phrases.first(changes, in: sentence) {
      return FileMention(name: name, act: act, isAddition: true)
    }
    let file = mentioned.lowercased()
    let places = ["^in `\(file)`", "^in the `\(file)`", "^in your `\(file)`"]
    guard Phrases.first(["run", "execute", "type"], in: sentence) == nil,
      Phrases.first(places, in: sentence) != nil
    else { return nil }
    return FileMention(name: name, act: "in", isAddition: true)
  }

  /// The file that a text below a block says to keep it in.
  static func savedBelow(_ prose: Prose) -> FileMention? {
    let acts = [
      "^save this", "^save it", "^save the above", "^save that", "^put this in", "^guarda esto",
      "^guárdalo", "^salve isso", "^enregistrez",
    ]
    guard let act = Phrases.first(acts, in: prose.marked),
      let name = prose.codes.first(where: isFile)
    else { return nil }
    return FileMention(name: name, act: String(act.dropFirst()), isAddition: false)
  }

  /// Words that ask for lines beside those that a file has.
  private static let additions = ["add", "adding", "append", "appending", "include", "adjust"]
  /// Words that ask for a file of just these lines.
  private static let creations = [
    "create", "creating", "write", "save", "saved", "make", "called", "named", "containing",
    "contains",
  ]
  /// Words that leave open what else the file holds, so that nothing of it may be lost.
  private static let changes = [
    "put", "paste", "copy", "insert", "place", "edit", "open", "update", "modify", "change",
    "configure", "fill", "replace", "set",
  ]

  /// Whether a piece of inline code names a file: it has an ending, or is one of those that need none.
  private static func isFile(_ code: String) -> Bool {
    let name = code.split(separator: "/").last.map(String.init) ?? code
    // Nothing that a shell would take for more than a name: an edit writes to it.
    guard !code.hasPrefix("-"), !code.hasSuffix("/"),
      code.allSatisfy({ $0.isLetter || $0.isNumber || "._-/~+@".contains($0) })
    else { return false }
    if bareNames.contains(name.lowercased()) { return true }
    if name.hasPrefix("."), name.count > 2, !name.hasPrefix("..") { return true }
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return false }
    let ending = name[name.index(after: dot)...]
    return (1...5).contains(ending.count) && ending.first?.isLetter == true
      && ending.allSatisfy { $0.isLetter || $0.isNumber }
  }

  /// A file named without inline code, which is how many write it.
  private static func plainFile(_ prose: Prose) -> String? {
    let known = [".bashrc", ".zshrc", ".bash_profile", ".profile", "dockerfile"].first {
      prose.marked.contains(ascii: $0)
    }
    if let known { return known }
    return prose.text.split(separator: " ").lazy.map { word in
      String(word.drop { "\"'(*_“‘".contains($0) }.trimmingEnd { "\"').,:;*_”’".contains($0) })
    }.last { word in
      let ending = word.split(separator: ".").last.map { $0.lowercased() } ?? ""
      return isFile(word) && (plainEndings.contains(ending) || word.hasSuffix("Procfile"))
    }
  }

  /// Endings that no word but a file's name has.
  private static let plainEndings: Set<String> = [
    "cfg", "conf", "css", "csv", "env", "html", "ini", "j2", "json", "jsonl", "lock", "properties",
    "py", "service", "sh", "sql", "tf", "tfvars", "toml", "txt", "xml", "yaml", "yml",
  ]

  private static let bareNames: Set<String> = [
    "dockerfile", "makefile", "procfile", "jenkinsfile", "vagrantfile", "gemfile", "pipfile",
    "hosts",
    "config",
  ]
}

extension Substring {
  fileprivate func trimmingEnd(_ isEnd: (Character) -> Bool) -> Substring {
    self[..<(lastIndex { !isEnd($0) }.map(index(after:)) ?? startIndex)]
  }
}
