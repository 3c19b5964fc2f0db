/// ShellCheck's findings in a simple command and its words.
enum CommandLint {
  /// - Parameter plain: see ``WordLint/plainVariables(_:)``.
  static func codes(of simple: SimpleCommand, _ plain: Set<String>) -> Set<Int> {
    var codes: Set<Int> = []
    let name = simple.words.first?.value ?? ""
    let arguments = simple.words.dropFirst()
    switch name {
    case "source", ".": codes.formUnion(sourceCodes(arguments.first))
    case "read":
      if !arguments.contains(where: { $0.text.hasPrefix("-") && $0.text.contains("r") }) {
        codes.insert(2162)
      }
    case "egrep": codes.insert(2196)
    case "fgrep": codes.insert(2197)
    case "printf":
      if let format = arguments.first(where: { !$0.text.hasPrefix("-") }), format.isExpanding {
        codes.insert(2059)
      }
    case "export", "local", "declare", "typeset", "readonly":
      if arguments.contains(where: { $0.text.contains("=") && !$0.scripts.isEmpty }) {
        codes.insert(2155)
      }
    case "sudo":
      if simple.redirections.contains(where: { $0.writes && !$0.isToDevice }) {
        codes.insert(2024)
      }
    default: break
    }
    if readsGlobs.contains(name), arguments.contains(where: { $0.text.hasPrefix("*") }),
      !arguments.contains(where: { $0.text == "--" })
    {
      codes.insert(2035)
    }
    let isPlain = !takesPatterns.contains(name)
    // `export A=$(date)` splits nothing.
    let sets: Set = ["export", "local", "declare", "typeset", "readonly"]
    for word in arguments where !sets.contains(name) || !word.text.contains("=") {
      codes.formUnion(WordLint.codes(ofArgument: word, isPlain, plain))
    }
    for redirection in simple.redirections
    where redirection.hereDocument == nil && redirection.operator != .hereString {
      codes.formUnion(WordLint.expansionCodes(redirection.target, plain))
    }
    for word in simple.allWords where word.parts.contains(where: \.isBackquoted) {
      codes.insert(2006)
    }
    return codes
  }

  /// Commands to which a name that begins with a dash would be an option.
  private static let readsGlobs: Set<String> = [
    "rm", "chmod", "chown", "mv", "cp", "ls", "cat", "zip", "tar", "wc", "grep", "sort", "head",
    "tail", "du", "touch",
  ]
  /// Commands whose arguments in single quotes have `$` for themselves.
  private static let takesPatterns: Set<String> = [
    "awk", "gawk", "mawk", "sed", "perl", "jq", "grep", "egrep", "trap", "sh", "bash", "zsh", "ssh",
    "eval", "xprop", "alias", "sudo", "docker", "podman", "find", "git", "rename", "unset", "oc",
    "dpkg-query", "command", "timeout", "xargs", "env", "psql", "mumps", "run-parts", "gsed", "ksh",
    "dash", "rg",
  ]

  private static func sourceCodes(_ word: Word?) -> Set<Int> {
    guard let word else { return [] }
    if word.text.hasPrefix("~") { return [1090] }
    guard let value = word.value else {
      // What follows a variable and a slash is looked for by itself.
      return word.text.contains("/") && word.scripts.isEmpty ? [1091] : [1090]
    }
    return value == "/dev/null" ? [] : [1091]
  }
}

extension Redirection {
  var isToDevice: Bool { target.text.hasPrefix("/dev/") }
}

extension Word {
  /// Whether it is not known without running something.
  fileprivate var isExpanding: Bool { value == nil }
}

extension WordPart {
  fileprivate var isBackquoted: Bool {
    if case .command = kind { text.hasPrefix("`") } else { false }
  }
}
