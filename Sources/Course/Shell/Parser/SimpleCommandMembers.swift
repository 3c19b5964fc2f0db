/// The members of a simple command while they are being read.
struct SimpleCommandMembers {
  let joint: ShellJoint
  var first: Lexeme?
  var start: Int?
  var end = 0
  var assignments: [Assignment] = []
  var words: [Word] = []
  var redirections: [Redirection] = []

  init(_ joint: ShellJoint) {
    self.joint = joint
  }

  /// The only member, if it is a word, which then may be the name of a function.
  var functionName: Lexeme? {
    assignments.isEmpty && redirections.isEmpty && words.count == 1 ? first : nil
  }

  /// Which assignments the next word may be.
  var nextPlace: ShellLexer.AssignmentPlace {
    guard let name = words.first else { return .prefix }
    return name.bareText.map(Self.declarations.contains) == true ? .argument : .none
  }

  /// The finished command; nil if nothing was read.
  func command(in enclosing: [ShellContext]) -> SimpleCommand? {
    let ranges = [start.map { $0..<end }].compactMap { $0 } + redirections.map(\.range)
    guard let lower = ranges.map(\.lowerBound).min(),
      let upper = ranges.map(\.upperBound).max()
    else { return nil }
    return SimpleCommand(
      range: lower..<upper, assignments: assignments, words: words, redirections: redirections,
      joinedBy: joint, isBackground: false, enclosing: enclosing)
  }

  /// The builtins whose arguments may be array assignments (bash manual 4.2 and 6.7).
  private static let declarations: Set<String> = [
    "alias", "declare", "eval", "export", "let", "local", "readonly", "typeset",
  ]
}
