/// A member of the flattened structure of a command.
public enum ShellElement: Sendable, Equatable {
  /// A simple command.
  case simple(SimpleCommand)
  /// A word of a compound command: a loop's list, a case's subject or pattern, an operand of
  /// `[[ … ]]`, or a whole `(( … ))`.
  case word(Word)
  /// A redirection of a compound command, as in `done < file`.
  case redirection(Redirection)

  /// The simple commands the element holds, those of its substitutions included.
  public var simpleCommands: [SimpleCommand] {
    var commands: [SimpleCommand] = []
    add(to: &commands)
    return commands
  }

  /// Adds to one array on all levels of nesting, so that no command is copied once per level.
  func add(to commands: inout [SimpleCommand]) {
    switch self {
    case .simple(let command):
      commands.append(command)
      for word in command.allWords { word.addCommands(to: &commands) }
    case .word(let word):
      word.addCommands(to: &commands)
    case .redirection(let redirection):
      redirection.target.addCommands(to: &commands)
    }
  }
}

extension Word {
  fileprivate func addCommands(to commands: inout [SimpleCommand]) {
    // A word that is known as it stands has no substitution in it.
    guard value == nil else { return }
    for script in scripts {
      for element in script.commands.flatMap(\.elements) { element.add(to: &commands) }
    }
  }
}
