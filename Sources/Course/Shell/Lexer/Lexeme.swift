/// A token of the grammar, as the lexer hands it to the parser (POSIX.1-2017 XCU 2.3 and 2.10.1).
///
/// It is a class so that the functions of the parser hold it as one pointer: they call themselves
/// for each level of nesting, and copies of a large value in each would exhaust the stack.
final class Lexeme: Sendable {
  enum Kind: Sendable {
    /// A word, and how it reads as an assignment where one is possible.
    case word(Word, Assignment?)
    /// A number or `{name}` right before a redirection operator.
    case descriptor(String)
    case control(ControlOperator)
    case redirection(Redirection.Operator)
    case newline
    case end
  }

  let kind: Kind

  /// The byte offsets; for a newline they reach to the end of the here-documents after it.
  let range: Range<Int>

  /// The highlighted ranges that take on the role the parser finds for the word.
  let pieces: WordPieces

  init(kind: Kind, range: Range<Int>, pieces: WordPieces = WordPieces()) {
    self.kind = kind
    self.range = range
    self.pieces = pieces
  }

  /// The keyword that the token is where one may stand.
  var keyword: Keyword? { bareText.flatMap(Keyword.named) }

  /// The text of a word without quotes and expansions.
  var bareText: String? {
    guard case .word(let word, _) = kind else { return nil }
    return word.bareText
  }

  var isNewline: Bool {
    if case .newline = kind { true } else { false }
  }

  var isEnd: Bool {
    if case .end = kind { true } else { false }
  }

  func isControl(_ control: ControlOperator) -> Bool {
    if case .control(control) = kind { true } else { false }
  }
}

/// Highlighted ranges by their indices; nearly always there is one.
struct WordPieces: Sendable {
  private(set) var first: Int?
  private(set) var others: [Int] = []

  init(first: Int? = nil) { self.first = first }

  mutating func append(_ index: Int) {
    if first == nil { first = index } else { others.append(index) }
  }
}

/// A control operator (POSIX.1-2017 XCU 2.10.2; `|&`, `;&` and `;;&` are bash's own).
enum ControlOperator: String, CaseIterable {
  case caseTestNext = ";;&"
  case caseBreak = ";;"
  case caseFallThrough = ";&"
  case semicolon = ";"
  case and = "&&"
  case ampersand = "&"
  case or = "||"
  case pipeBoth = "|&"
  case pipe = "|"
  case openParenthesis = "("
  case closeParenthesis = ")"
}

/// A reserved word (POSIX.1-2017 XCU 2.4, bash manual 3.2.1).
enum Keyword: String, CaseIterable {
  case `if`, then, `elif`, `else`, fi
  case `for`, select, `while`, until, `do`, done
  case `case`, esac, `in`
  case function, coproc, time
  case openBrace = "{"
  case closeBrace = "}"
  case test = "[["
  case testEnd = "]]"
  case not = "!"

  /// Looked up in a table: `init(rawValue:)` compares with one name after the other.
  static func named(_ text: String) -> Keyword? { table[text] }

  private static let table = NameTable(allCases.map { ($0.rawValue, $0) })

  /// Whether the keyword ends or continues a construct, so that no command can start with it.
  var closesList: Bool {
    switch self {
    case .then, .elif, .else, .fi, .do, .done, .esac, .in, .closeBrace, .testEnd: true
    default: false
    }
  }
}
