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
    if let act = Phrases.first(
      ["add", "adding", "append", "appending", "include", "adjust"], in: sentence)
    {
      return FileMention(name: name, act: act, isAddition: true)
    }
    let making = [
      "create", "creating", "write", "save", "make", "put", "paste", "copy", "insert", "place",
      "edit", "open", "update", "called", "named", "containing", "contains", "saved", "modify",
      "change", "configure", "fill", "replace", "set",
    ]
    let isIntroduced = sentence.trimmed.hasSuffix(":")
    if isIntroduced, let act = Phrases.first(making, in: sentence) {
      return FileMention(name: name, act: act, isAddition: false)
    }
    let inFile = [
      "^in `\(mentioned.lowercased())`", "^in the `\(mentioned.lowercased())`",
      "^in your `\(mentioned.lowercased())`",
    ]
    if isIntroduced, Phrases.first(["run", "execute", "type"], in: sentence) == nil,
      Phrases.first(inFile, in: sentence) != nil
    {
      return FileMention(name: name, act: "in", isAddition: false)
    }
    return nil
  }

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
    [".bashrc", ".zshrc", ".bash_profile", ".profile", "dockerfile"].first { text.contains($0) }
  }

  private static let bareNames: Set<String> = [
    "dockerfile", "makefile", "procfile", "jenkinsfile", "vagrantfile", "gemfile", "pipfile",
    "hosts",
    "config",
  ]
}
