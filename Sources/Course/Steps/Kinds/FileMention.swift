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
    guard let mentioned = prose.codes.last(where: isFile) ?? plainFile(text) else { return nil }
    // Who says "your .bashrc" means the one in the home folder, wherever the reader is.
    let name = DotfileCheck.startupFiles.contains(mentioned) ? "~/\(mentioned)" : mentioned
    // The acts in the sentence that names the file; a sentence before it is about something else.
    let sentence = prose.sentences.last { $0.contains(mentioned.lowercased()) } ?? text
    if let act = Phrases.first(additions, in: sentence) {
      return FileMention(name: name, act: act, isAddition: true)
    }
    guard sentence.trimmed.hasSuffix(":") else { return nil }
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

  /// A start-up file named without inline code, which is how many write it.
  private static func plainFile(_ text: String) -> String? {
    [".bashrc", ".zshrc", ".bash_profile", ".profile", "dockerfile"].first {
      text.contains(ascii: $0)
    }
  }

  private static let bareNames: Set<String> = [
    "dockerfile", "makefile", "procfile", "jenkinsfile", "vagrantfile", "gemfile", "pipfile",
    "hosts",
    "config",
  ]
}
