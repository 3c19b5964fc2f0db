/// Blocks that list files and are marked as shell all the same: nobody types two paths of files, one
/// below the other, as commands.
enum NamesOfFiles {
  private static let rule = "names-of-files"

  static func decide(_ block: BlockFacts, _ lead: Prose?) -> KindDecision? {
    guard !block.hasPrompts, block.lines.count > 1, let first = block.lines.first,
      lead.map({ Phrases.first(startings, in: $0.marked) == nil }) ?? true,
      block.lines.allSatisfy({ isName($0.text.trimmed) })
    else { return nil }
    return KindDecision(.output, rule, first.text.trimmed)
  }

  /// - Parameter sentence: leads to the block, and may say that files follow: those can be called as
  ///   programs are.
  static func decide(_ block: BlockFacts, announcedBy sentence: String) -> KindDecision? {
    guard Phrases.first(announcements, in: sentence) != nil,
      Phrases.first(startings, in: sentence) == nil, block.namesFiles,
      let first = block.lines.first
    else { return nil }
    return KindDecision(.output, rule, first.text.trimmed)
  }

  private static let announcements: Phrases = ["files for", "file for", "these files", "new files"]

  /// Whether a line is one word, a path within the folder or a pattern of such, that starts no program.
  private static func isName(_ line: String) -> Bool {
    guard let first = line.utf8.first, first != UInt8(ascii: "/"), first != UInt8(ascii: "~"),
      !line.hasPrefix("./"), !line.hasPrefix("../"),
      line.utf8.allSatisfy({ ShellByte.continuesName($0) || "./*?!-+@".utf8.contains($0) })
    else { return false }
    if first == UInt8(ascii: "*") || first == UInt8(ascii: "!") { return line.utf8.count > 1 }
    let parts = line.utf8.split(separator: UInt8(ascii: "/")).map(Substring.init)
    return parts.count > 1 && scripts.first(where: line.hasSuffix) == nil
      && !folders.contains(String(parts[0]))
  }

  private static let scripts = [".sh", ".py", ".pl", ".rb"]
  private static let startings: Phrases = ["run", "execute", "start", "try", "launch"]

  /// Folders whose programs are started by their paths.
  private static let folders: NameSet = [
    "bin", "sbin", "script", "scripts", "vendor", "node_modules", "target", "build", "dist", "out",
    "venv", ".venv", "env", "tools", "cmd", "usr", "opt",
  ]
}
