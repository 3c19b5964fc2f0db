/// What has been seen of `name[subscript]+=value` in a word (bash manual 3.4 and 6.7).
struct AssignmentScan {
  let start: Int
  var subscriptStart: Int?
  var subscriptEnd: Int?
  var equals: Int?

  /// The end of the name, where the value starts, and how many parts stand before the value; set
  /// once the word is known to be an assignment.
  var nameEnd: Int?
  var isAppending = false
  var partsBeforeValue = 0

  init(start: Int) {
    self.start = start
  }

  /// Whether a `[` at the position starts a subscript, in which blanks are part of the word.
  func mayHaveSubscript(
    _ place: ShellLexer.AssignmentPlace, _ builder: WordBuilder, _ bytes: [UInt8], _ position: Int
  ) -> Bool {
    guard subscriptStart == nil, equals == nil, builder.parts.isEmpty else { return false }
    switch place {
    case .prefix: return ShellByte.isName(bytes[start..<position])
    case .element: return position == start
    case .argument, .none: return false
    }
  }

  /// The assignment that the parts of the finished word make.
  func assignment(in lexer: ShellLexer, _ parts: [WordPart]) -> Assignment? {
    guard let nameEnd, let equals else { return nil }
    var `subscript`: String?
    if let subscriptStart, let subscriptEnd {
      `subscript` = lexer.text(subscriptStart + 1..<subscriptEnd - 1).string
    }
    return Assignment(
      name: lexer.text(start..<nameEnd).string,
      subscript: `subscript`,
      isAppending: isAppending,
      value: Word(
        source: lexer.text(equals + 1..<lexer.position),
        parts: Array(parts.dropFirst(partsBeforeValue))))
  }
}

extension ShellLexer {
  /// Decides, right after the first `=` of a word, whether the word is an assignment.
  func assignmentOperator(
    _ name: inout AssignmentScan, _ place: AssignmentPlace, _ builder: inout WordBuilder
  ) throws(ShellFailure) {
    guard place != .element, let equals = name.equals else { return }
    let isAppending = equals > name.start && bytes[equals - 1] == ShellByte.plus
    let end = isAppending ? equals - 1 : equals
    if let subscriptStart = name.subscriptStart {
      guard name.subscriptEnd == end else { return }
      name.nameEnd = subscriptStart
    } else {
      guard builder.parts.isEmpty, ShellByte.isName(bytes[name.start..<end]) else { return }
      name.nameEnd = end
    }
    builder.kind = .assignment
    flush(&builder)
    builder.kind = .argument
    builder.pieces = WordPieces()
    name.isAppending = isAppending
    name.partsBeforeValue = builder.parts.count
    if current == ShellByte.openParenthesis { try array(into: &builder) }
  }

  /// Reads a subscript; its text stays literal text of the word.
  func subscriptBrackets(into builder: inout WordBuilder) throws(ShellFailure) {
    try open(.unclosedExpansion, position..<position + 1)
    try balanced(ShellByte.openBracket, ShellByte.closeBracket, into: &builder)
    close()
  }

  /// Reads the `(…)` of an array assignment, in which newlines and comments separate words.
  private func array(into builder: inout WordBuilder) throws(ShellFailure) {
    let start = position
    try open(.unclosedGroup, start..<start + 1)
    position += 1
    mark(.operator, from: start)
    var words: [Word] = []
    while true {
      assignmentPlace = .element
      let lexeme = try next()
      switch lexeme.kind {
      case .word(let word, _):
        words.append(word)
      case .newline:
        continue
      case .control(.closeParenthesis):
        close()
        add(.array(words), from: start, to: &builder)
        return
      case .end:
        throw .incomplete
      default:
        throw .unexpected(lexeme)
      }
    }
  }
}
