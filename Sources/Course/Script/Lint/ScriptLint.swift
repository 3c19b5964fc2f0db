/// The findings of ShellCheck that lie in what the notes say, so that a script switches them off where
/// they are, and nowhere else.
///
/// A script is made without running another program, so this asks the questions that ShellCheck 0.9
/// asks, as far as commands of notes give reason to. A finding that it does not foresee is told by
/// ShellCheck, and can be mended in the notes.
struct ScriptLint {
  /// The variables that commands of the script read.
  private var read: Set<String> = []
  /// Those that they set.
  private var written: Set<String> = []

  /// - Parameter bodies: of all functions of a script.
  init(_ bodies: [String]) {
    for body in bodies {
      read.formUnion(ShellVariables.read(in: body))
      let script = ShellScript(body + "\n")
      written.formUnion(script.assignedNames)
    }
  }

  /// The codes for one of the functions, in order.
  func codes(_ body: String) -> [String] {
    let script = ShellScript(body + "\n")
    var codes: Set<Int> = []
    let plain = WordLint.plainVariables(script)
    for command in script.commands {
      let all = command.simpleCommands
      for simple in all { codes.formUnion(CommandLint.codes(of: simple, plain)) }
      codes.formUnion(PipelineLint.codes(of: all))
    }
    codes.formUnion(Self.aliasCodes(script))
    codes.formUnion(Self.textCodes(body, script))
    // What nothing in the script reads; what is exported is read by others.
    for simple in script.simpleCommands where simple.words.isEmpty {
      for assignment in simple.assignments
      where !read.contains(assignment.name) && !assignment.name.hasPrefix("_")
        && !Self.known.contains(assignment.name)
      {
        codes.insert(2034)
      }
    }
    // ShellCheck takes names in capitals for the environment's.
    let foreign = ShellVariables.read(in: body).subtracting(written)
    if foreign.contains(where: {
      !$0.hasPrefix("notes_") && $0.utf8.contains { (0x61...0x7A).contains($0) }
    }) {
      codes.insert(2154)
    }
    return codes.sorted().map { "SC\($0)" }
  }

  private static let known: Set<String> = [
    "PATH", "HOME", "IFS", "LANG", "LC_ALL", "PS1", "PS2", "PS4", "CDPATH", "BASH_ENV", "ENV",
    "TERM", "TZ", "HISTFILE", "HISTSIZE", "MAIL", "PWD", "OLDPWD", "SHELL", "TMOUT",
  ]

  /// An alias is not known in the function that defines it.
  private static func aliasCodes(_ script: ShellScript) -> Set<Int> {
    var codes: Set<Int> = []
    var names: Set<String> = []
    for simple in script.simpleCommands {
      if let name = simple.words.first?.value, names.contains(name) {
        codes.formUnion([2262, 2263])
      }
      guard simple.words.first?.value == "alias" else { continue }
      for word in simple.words.dropFirst() {
        if let equals = word.text.firstIndex(of: "=") { names.insert(String(word.text[..<equals])) }
      }
    }
    return codes
  }

  /// What shows in the text alone: a `!` right before a word, which is history in a terminal.
  private static func textCodes(_ body: String, _ script: ShellScript) -> Set<Int> {
    let bytes = Array(body.utf8)
    let isHistory = script.tokens.contains { token in
      token.kind == .commandName && bytes[token.range.lowerBound] == UInt8(ascii: "!")
        && token.range.count > 1
    }
    return isHistory ? [1035] : []
  }
}
