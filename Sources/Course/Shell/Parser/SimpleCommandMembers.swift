/// The members of a simple command while they are being read.
struct SimpleCommandMembers {
  let joint: ShellJoint
  var first: Lexeme?
  var start: Int?
  var end = 0
  var assignments: [Assignment] = []
  private(set) var words: [Word] = []
  var redirections: [Redirection] = []
  /// Whether the first word is a builtin whose arguments may be assignments.
  private var isDeclaration = false

  init(_ joint: ShellJoint) {
    self.joint = joint
  }

  mutating func add(_ word: Word) {
    if words.isEmpty {
      isDeclaration = word.bareText.map(Self.declarations.contains) ?? false
      words.reserveCapacity(8)
    }
    words.append(word)
  }

  /// The only member, if it is a word, which then may be the name of a function.
  var functionName: Lexeme? {
    assignments.isEmpty && redirections.isEmpty && words.count == 1 ? first : nil
  }

  /// Which assignments the next word may be.
  var nextPlace: ShellLexer.AssignmentPlace {
    if words.isEmpty { return .prefix }
    return isDeclaration ? .argument : .none
  }

  /// The finished command; nil if nothing was read.
  func command(in enclosing: [ShellContext]) -> SimpleCommand? {
    guard var range = start.map({ $0..<end }) ?? redirections.first?.range else { return nil }
    for other in redirections.map(\.range) {
      range =
        min(range.lowerBound, other.lowerBound)..<max(range.upperBound, other.upperBound)
    }
    return SimpleCommand(
      range: range, assignments: assignments, words: words, redirections: redirections,
      joinedBy: joint, isBackground: false, enclosing: enclosing)
  }

  /// The builtins whose arguments may be array assignments (bash manual 4.2 and 6.7).
  private static let declarations: NameSet = [
    "alias", "declare", "eval", "export", "let", "local", "readonly", "typeset",
  ]
}
