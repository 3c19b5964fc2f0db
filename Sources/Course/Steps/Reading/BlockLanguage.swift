/// What the info string of a code block makes of it, where that concerns steps.
enum BlockLanguage: Equatable {
  /// A shell's language, such as `sh` or `console`.
  case shell
  /// A fence without info string, or an indented block.
  case unmarked

  /// Anything else; a step only where the text makes the block a file's content.
  case other

  init(_ language: Substring?) {
    guard let language else {
      self = .unmarked
      return
    }
    let isShell = Self.shells.contains(Self.name(language)) && !language.hasPrefix("{{")
    self = isShell ? .shell : .other
  }

  /// The name alone, in lowercase: `{.sh}`, `sh,ignore` and `sh{1,3}` are ways other tools write
  /// attributes, and so is `{: .language-sh}`, which stands below the block.
  static func name(_ language: Substring) -> String {
    if language.utf8.allSatisfy({ $0.isPlain }),
      language.utf8.first != UInt8(ascii: "l") || !language.hasPrefix("language-")
    {
      return String(language)
    }
    var rest = language.lowercased().drop { "{:. ".contains($0) }
    if rest.hasPrefix("language-") { rest = rest.dropFirst(9) }
    return String(rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
  }

  /// Whether the name is one for what a person and a shell say in turn, not for a script.
  static func isSession(_ language: Substring?) -> Bool {
    language.map { sessions.contains(name($0)) } ?? false
  }

  private static let sessions: NameSet = [
    "console", "shell-session", "shellsession", "bash-session", "sh-session",
  ]

  /// The names GitHub, Pygments and Jupyter give shells and their sessions.
  private static let shells: NameSet = [
    "sh", "bash", "shell", "zsh", "ksh", "dash", "console", "terminal", "shell-session",
    "shellsession", "bash-session", "sh-session", "shell-script", "shellscript", "command-line",
    "commandline",
  ]
}

extension UInt8 {
  /// Whether it may stand anywhere in a language's name, which most are made of alone.
  fileprivate var isPlain: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) || ShellByte.isDigit(self)
      || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
  }
}
