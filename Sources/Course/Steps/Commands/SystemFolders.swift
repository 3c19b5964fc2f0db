/// The folders of a system that only root may write.
enum SystemFolders {
  /// Whether a command writes below one of them, by its operands or a redirection.
  static func areWritten(_ simple: SimpleCommand, _ command: ResolvedCommand) -> Bool {
    if simple.redirections.contains(where: { $0.writes && isSystem($0.target) }) { return true }
    guard writing.contains(command.name) else { return false }
    let operands = command.arguments.filter { !$0.text.hasPrefix("-") }
    switch command.name {
    case "mkdir", "touch", "rm", "rmdir", "tee", "vim", "vi", "nano", "nvim", "emacs":
      return operands.contains(where: isSystem)
    case "mv", "cp", "ln", "install", "rsync": return operands.last.map(isSystem) ?? false
    case "dd":
      return operands.contains { word in
        word.text.hasPrefix("of=/dev/") && word.text != "of=/dev/null"
          && word.text != "of=/dev/stdout"
      }
    case "chmod", "chown": return operands.dropFirst().contains(where: isSystem)
    default: return false
    }
  }

  private static let writing: NameSet = [
    "mkdir", "touch", "rm", "rmdir", "tee", "mv", "cp", "ln", "install", "rsync", "chmod", "chown",
    "vim", "vi", "nano", "nvim", "emacs", "dd",
  ]

  private static func isSystem(_ word: Word) -> Bool {
    guard let path = word.value, path.utf8.first == UInt8(ascii: "/") else { return false }
    return [
      "/etc", "/usr", "/opt", "/var", "/bin", "/sbin", "/lib", "/boot", "/root", "/sys",
      "/proc/sys",
    ].contains {
      folder in
      path == folder || path.hasPrefix(folder + "/")
    } && !path.hasPrefix("/var/tmp")
  }
}
