internal import Course

/// Reads shell text by the lexer that the steps are read with.
struct ShellReader: CodeReading {
  let bytes: [UInt8]
  var position: Int
  let end: Int
  var tokens: CodeTokens

  init(_ bytes: [UInt8], _ part: Range<Int>) {
    self.bytes = bytes
    position = part.lowerBound
    end = part.upperBound
    tokens = CodeTokens(size: part.count)
  }

  mutating func read() {
    let start = position
    // What runs another command shows that one too.
    var isWrapped = false
    for token in ShellScript(text).tokens {
      let range = start + token.range.lowerBound..<start + token.range.upperBound
      var role = role(of: token.kind)
      if token.kind == .argument, isWrapped { role = .function }
      isWrapped = role == .function && runsAnother(range)
      mark(range, role)
    }
    position = end
  }

  /// The text, in which bytes that are no UTF-8 count as letters, so that each keeps its offset.
  private var text: String {
    let part = bytes[position..<end]
    return String(validating: part, as: UTF8.self)
      ?? String(decoding: part.map { $0 < 0x80 ? $0 : 0x78 }, as: UTF8.self)
  }

  private func role(of kind: ShellToken.Kind) -> CodeRole {
    switch kind {
    case .commandName: .function
    case .flag: .key
    case .operator, .redirection, .continuation, .hereDocumentDelimiter: .operator
    case .keyword: .keyword
    case .singleQuoted, .doubleQuoted, .ansiCQuoted, .hereDocumentBody, .escape: .string
    case .expansion, .assignment: .variable
    case .comment: .comment
    case .argument, .invalid: .plain
    }
  }

  /// Whether the word is a command whose first argument is a command.
  private func runsAnother(_ word: Range<Int>) -> Bool {
    Self.wrappers.contains { $0.count == word.count && starts(with: $0, at: word.lowerBound) }
  }

  private static let wrappers: [StaticText] = [
    "sudo", "time", "exec", "nohup", "command", "builtin", "doas",
  ]
}
