/// A simple command: assignments, words and redirections up to a control operator
/// (POSIX.1-2017 XCU 2.9.1).
public struct SimpleCommand: Sendable, Equatable {
  /// The byte offsets in the block, from the first to the last of its members, redirections
  /// included and here-document bodies excluded.
  public let range: Range<Int>

  /// The assignments before the first word; without words they set variables of the shell itself.
  public let assignments: [Assignment]

  /// The words after the assignments. The first is the name of what runs; there may be none.
  public let words: [Word]

  /// The redirections in source order.
  public internal(set) var redirections: [Redirection]

  /// How the command is connected to the one before it in the same list.
  public let joinedBy: ShellJoint

  /// Whether it runs asynchronously because its list ends in `&`, or as a coprocess.
  public internal(set) var isBackground: Bool

  /// The constructs around the command, outermost first; empty at top level.
  public let enclosing: [ShellContext]

  /// How many constructs enclose the command; 0 at top level.
  public var depth: Int { enclosing.count }

  /// The innermost construct around the command.
  public var context: ShellContext { enclosing.last ?? .plain }

  /// The literal text of the first word; nil without words, or if it holds an expansion.
  public var name: String? { words.first?.value }

  /// The words after the first.
  public var arguments: ArraySlice<Word> { words.dropFirst() }

  /// Every word, those of assignments and redirections included, in source order.
  ///
  /// The sort is needed because a redirection may stand anywhere among the words.
  var allWords: [Word] {
    if assignments.isEmpty, redirections.isEmpty { return words }
    let all = assignments.map(\.value) + words + redirections.map(\.target)
    if redirections.isEmpty { return all }
    return all.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}
