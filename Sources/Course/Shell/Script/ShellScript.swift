/// A shell block read as bash reads it from a terminal: one complete command after another.
///
/// Any text gives a script. A line that bash would refuse becomes an invalid command with a
/// problem, and reading goes on with the next line, as it does at a prompt. Reading takes time
/// linear in the length of the block; nesting is bounded by ``nestingLimit``.
///
/// All offsets are UTF-8 byte offsets in the outermost block, all lines count from 0.
public struct ShellScript: Sendable, Equatable {
  /// The most constructs (quotes, expansions, groups, compound commands) open at one time.
  ///
  /// A block that nests deeper is not read beyond that point.
  public static let nestingLimit = 200

  /// The top-level commands in source order, without overlap.
  public let commands: [ShellCommand]

  /// What bash would complain about, in the order it is found.
  ///
  /// Problems inside a nested script are listed by the outermost script only.
  public let problems: [ShellProblem]

  /// The ranges of the comments, each from its `#` to before the newline, in source order.
  ///
  /// Empty in a nested script; the outermost script lists them all.
  public let comments: [Range<Int>]

  /// The block cut into highlighted ranges, in source order, never overlapping.
  ///
  /// Blanks and newlines between tokens belong to none. Empty in a nested script.
  public let tokens: [ShellToken]

  /// Whether bash would run what it has read, instead of asking for more input.
  ///
  /// It is false exactly where bash says "unexpected end of file" or "unexpected EOF while looking
  /// for matching". A here-document without its end is complete: bash only warns.
  public let isComplete: Bool

  /// Reads a shell block.
  public init(_ block: String) { self.init(bytes: Array(block.utf8)) }

  init(bytes: [UInt8]) {
    let lexer = ShellLexer(bytes)
    var parser = ShellParser(lexer)
    let (commands, isComplete) = parser.commands(reporting: .error)
    self.init(
      commands: commands, problems: lexer.problems, comments: lexer.comments,
      tokens: lexer.tokens, isComplete: isComplete)
  }

  init(
    commands: [ShellCommand], problems: [ShellProblem] = [], comments: [Range<Int>] = [],
    tokens: [ShellToken] = [], isComplete: Bool = true
  ) {
    self.commands = commands
    self.problems = problems
    self.comments = comments
    self.tokens = tokens
    self.isComplete = isComplete
  }

  /// The simple commands of all commands, in source order, nested ones included.
  public var simpleCommands: [SimpleCommand] { commands.flatMap(\.simpleCommands) }
}
