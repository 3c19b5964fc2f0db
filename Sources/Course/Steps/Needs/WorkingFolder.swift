/// The folder a reader is in, as far as the notes tell it.
///
/// Paths begin with `~` for the home folder, where a reader begins, or with `/`.
struct WorkingFolder: Equatable {
  /// `nil` once a `cd` leads somewhere that only running it would tell.
  private(set) var path: String? = "~"
  private var previous: String?

  /// Follows `cd` and `pushd`.
  mutating func follow(_ command: SimpleCommand) {
    // In a subshell or a pipeline a folder is changed for that part alone.
    guard command.runsInSession else { return }
    let resolved = ResolvedCommand(command)
    guard resolved.name == "cd" || resolved.name == "pushd", resolved.prefixes.isEmpty else {
      return
    }
    let target = resolved.arguments.first { !$0.text.hasPrefix("-") || $0.text == "-" }
    let next: String? =
      switch target?.text {
      case nil: "~"
      case "-": previous
      case .some: target.flatMap { resolve($0) }
      }
    (previous, path) = (path, next)
  }

  /// Goes to a folder as `cd` does.
  mutating func enter(_ target: String) {
    previous = path
    path = resolve(target)
  }

  /// The path a word stands for, or `nil` when only running the notes would tell.
  func resolve(_ word: Word) -> String? { Self.literal(word).flatMap { resolve($0) } }

  /// The path that `text`, free of quotes and expansions but `$HOME`, stands for.
  func resolve(_ text: String) -> String? {
    var text = text
    for home in ["$HOME", "${HOME}"] where text == home || text.hasPrefix(home + "/") {
      text = "~" + text.dropFirst(home.count)
    }
    guard !text.isEmpty, !text.contains(ascii: "$"), !text.contains(ascii: "`") else { return nil }
    if text == "~" || text.hasPrefix("~/") || text.hasPrefix("/") { return Self.normalized(text) }
    guard !text.hasPrefix("~"), let path else { return nil }
    return Self.normalized(path + "/" + text)
  }

  /// The word without quotes; an expansion is let through for ``resolve(_:)`` to judge.
  private static func literal(_ word: Word) -> String? {
    if let value = word.value { return value }
    let text = word.text.filter { $0 != "\"" }
    return text.contains("'") || text.contains("\\") ? nil : text
  }

  /// Without `.`, `..` and empty parts.
  private static func normalized(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != "..", last != "~" {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }
}
