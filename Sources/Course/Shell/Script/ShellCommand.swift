/// One complete command: what bash reads at a prompt before it runs anything.
///
/// A newline ends it unless the command is incomplete there, so `a; b`, a pipeline over several
/// lines, a loop, a function definition, and a command with its here-documents are one command
/// each (POSIX.1-2017 XCU 2.10.2, `complete_command`).
public struct ShellCommand: Sendable, Equatable {
  /// How the reading of a command ended.
  public enum Status: Sendable, Equatable {
    /// Bash would run it.
    case complete
    /// The block ended before the command did.
    case incomplete
    /// Bash would refuse it; the command reaches to the end of the refused line.
    case invalid
  }

  /// The exact source, without leading blanks, trailing blanks, trailing comment or newline, and
  /// with the bodies of its here-documents.
  public let source: ShellText

  /// The line of the block, from 0, where the command starts.
  public let line: Int

  /// The line of the block, from 0, that holds the last byte of the command.
  public let endLine: Int

  /// Whether the command is whole.
  public let status: Status

  /// The structure of the command, flattened in source order.
  ///
  /// An invalid or incomplete command holds what was understood before the fault.
  public let elements: [ShellElement]

  /// The byte offsets of the command in its block.
  public var range: Range<Int> { source.range }

  /// The exact source of the command.
  public var text: String { source.string }

  /// The simple commands in source order, including those in groups, loops, conditions, function
  /// bodies and substitutions; a command comes before those in its own substitutions.
  public var simpleCommands: [SimpleCommand] {
    var commands: [SimpleCommand] = []
    for element in elements { element.add(to: &commands) }
    return commands
  }
}
