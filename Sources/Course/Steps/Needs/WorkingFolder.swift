/// The folder a reader is in, as far as the notes tell it.
///
/// Paths begin with `~` for the home folder, where a reader begins, or with `/`.
struct WorkingFolder: Equatable {
  /// `nil` once a `cd` leads somewhere that only running it would tell.
  private(set) var path: String? = "~"
  private var previous: String?
  /// The folders that `pushd` left, the last one last.
  private var stack: [String?] = []

  /// Follows `cd`, `pushd` and `popd`.
  mutating func follow(_ command: SimpleCommand, _ resolved: ResolvedCommand? = nil) {
    // In a subshell or a pipeline a folder is changed for that part alone.
    guard command.runsInSession else { return }
    let resolved = resolved ?? ResolvedCommand(command)
    guard Self.followed.contains(resolved.name), resolved.prefixes.isEmpty else { return }
    if resolved.name == "popd" {
      (previous, path) = (path, stack.popLast() ?? nil)
      return
    }
    let target = resolved.arguments.first { !$0.text.hasPrefix("-") || $0.text == "-" }
    let next: String? =
      switch target?.text {
      // `cd <folder>` is a placeholder that reads as a redirection.
      case nil: command.redirections.isEmpty ? "~" : nil
      case "-": previous
      case .some: target.flatMap { resolve($0) }
      }
    if resolved.name == "pushd" { stack.append(path) }
    (previous, path) = (path, next)
  }

  /// Goes to a folder as `cd` does.
  mutating func enter(_ target: String) {
    previous = path
    path = resolve(target)
  }

  /// Gives up the folder after a command of which only the reader knows where it leads.
  mutating func lose() { path = nil }

  /// Whether a command changes the folder of the session.
  static func isChanged(by command: StepCommand) -> Bool {
    zip(command.simpleCommands, command.resolved).contains {
      followed.contains($1.name) && $0.runsInSession
    }
  }

  private static let followed: NameSet = ["cd", "pushd", "popd"]

  /// The path a word stands for, or `nil` when only running the notes would tell.
  func resolve(_ word: Word) -> String? { Self.literal(word).flatMap { resolve($0) } }

  /// The path that a word stands for as it is written in the shell, quotes included.
  func resolve(shellWord text: String) -> String? {
    guard text.utf8.contains(where: { Self.quotes.contains($0) }) else { return resolve(text) }
    let words = ShellScript(": \(text)\n").commands.first?.simpleCommands.first?.words ?? []
    return words.count == 2 ? resolve(words[1]) : nil
  }

  /// The path that `text`, free of quotes and expansions but `$HOME`, stands for.
  func resolve(_ text: String) -> String? {
    var text = text
    if text.utf8.first == ShellByte.dollar {
      for home in ["$HOME", "${HOME}"] where text == home || text.hasPrefix(home + "/") {
        text = "~" + text.dropFirst(home.count)
      }
    }
    guard !text.isEmpty, !text.utf8.contains(where: Self.isUnknown) else {
      return nil
    }
    if text.utf8.first == UInt8(ascii: "/") { return Self.normalized(text) }
    if text.utf8.first == UInt8(ascii: "~") {
      return text == "~" || text.hasPrefix("~/") ? Self.normalized(text) : nil
    }
    guard let path else { return nil }
    return Self.normalized(path + "/" + text)
  }

  private static let quotes = Array("\"'\\".utf8)

  /// Whether a byte makes a path one that only running the notes would tell.
  private static func isUnknown(_ byte: UInt8) -> Bool {
    byte == ShellByte.dollar || byte == ShellByte.backquote || byte == ShellByte.asterisk
      || byte == ShellByte.question
  }

  /// The word without quotes; an expansion is let through for ``resolve(_:)`` to judge.
  private static func literal(_ word: Word) -> String? {
    if let value = word.value { return value }
    let text = word.text.filter { $0 != "\"" }
    return text.contains("'") || text.contains("\\") ? nil : text
  }

  /// Without `.`, `..` and empty parts.
  private static func normalized(_ path: String) -> String {
    guard isPathToBeTidied(path) else { return path }
    var parts: [Substring] = []
    let pieces = path.utf8.split(separator: UInt8(ascii: "/")).map(Substring.init)
    for part in pieces where part != "." {
      if part == "..", let last = parts.last, last != "..", last != "~" {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }

  /// Whether a part is empty or begins with a point, or a slash ends the path; most have no such.
  private static func isPathToBeTidied(_ path: String) -> Bool {
    var previous: UInt8?
    for byte in path.utf8 {
      if previous == UInt8(ascii: "/"), byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") {
        return true
      }
      previous = byte
    }
    return previous == UInt8(ascii: "/")
  }
}
