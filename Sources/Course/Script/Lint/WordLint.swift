/// ShellCheck's findings in a single word.
enum WordLint {
  /// - Parameters:
  ///   - isPlain: whether the command has no use of its own for `$` in single quotes.
  ///   - plain: see ``plainVariables(_:)``.
  static func codes(
    ofArgument word: Word, _ isPlain: Bool, _ plain: Set<String>
  ) -> Set<Int> {
    var codes = expansionCodes(word, plain)
    if hasRange(word) { codes.insert(2102) }
    if isPlain, word.parts.contains(where: { $0.quoting == .single && isVariable($0.text) }) {
      codes.insert(2016)
    }
    if word.parts.first.map({ $0.quoting == .double && $0.text.hasPrefix("~/") }) ?? false {
      codes.insert(2088)
    }
    if isQuotedApart(word) { codes.insert(2140) }
    if word.parts.contains(where: \.holdsLiteralBrace) { codes.insert(1083) }
    return codes
  }

  /// Splitting and globbing of expansions without quotes.
  static func expansionCodes(_ word: Word, _ plain: Set<String>) -> Set<Int> {
    var codes: Set<Int> = []
    for part in word.parts where part.quoting == .bare {
      switch part.kind {
      case .parameter(let name, _):
        let isNumber = ["#", "?", "$", "!", "-"].contains(name) || part.text.hasPrefix("${#")
        if !isNumber, !plain.contains(name) {
          codes.insert(name == "@" || name == "*" ? 2068 : 2086)
        }
      case .command: codes.insert(2046)
      case .literal, .arithmetic, .process, .array: break
      }
    }
    return codes
  }

  /// Variables that the commands set to nothing but texts without blanks and signs.
  static func plainVariables(_ script: ShellScript) -> Set<String> {
    var plain: [String: Bool] = [:]
    for assignment in script.simpleCommands.flatMap(\.assignments) {
      let isPlain = assignment.value.value.map { !$0.contains { " \t\n*?[".contains($0) } } ?? false
      plain[assignment.name] = plain[assignment.name] != false && isPlain
    }
    return Set(plain.filter(\.value).keys)
  }

  /// `[cd]` with two letters alike, or a range of more than a letter, as `[duckdb]`.
  private static func hasRange(_ word: Word) -> Bool {
    word.parts.contains { part in
      guard part.quoting == .bare, let open = part.text.firstIndex(of: "["),
        let close = part.text[open...].firstIndex(of: "]")
      else { return false }
      let inner = part.text[part.text.index(after: open)..<close]
      return !inner.hasPrefix(":") && !inner.contains("-") && Set(inner).count < inner.count
    }
  }

  private static func isVariable(_ text: String) -> Bool {
    guard let dollar = text.firstIndex(of: "$") else { return false }
    let next = text[text.index(after: dollar)...].first
    return next.map { $0.isLetter || $0 == "_" || $0 == "{" || $0 == "(" } ?? false
  }

  /// `"a"b"c"`, where the quotes in the middle seem to be meant as signs.
  private static func isQuotedApart(_ word: Word) -> Bool {
    let parts = word.parts
    for index in parts.indices.dropFirst().dropLast() {
      guard parts[index].quoting == .bare, case .literal(let text) = parts[index].kind,
        parts[index - 1].quoting == .double, parts[index + 1].quoting == .double
      else { continue }
      if text.allSatisfy({ $0.isLetter || $0.isNumber || "_.-/:,".contains($0) }), text != "=",
        text != ":", text != "/"
      {
        return true
      }
    }
    return false
  }
}

extension WordPart {
  /// Whether a brace stands in it that begins or ends no list of variants.
  fileprivate var holdsLiteralBrace: Bool {
    guard quoting == .bare, case .literal(let text) = kind, !text.contains("{}") else {
      return false
    }
    return (text.contains("{") || text.hasSuffix("}")) && !text.contains(",")
      && !text.contains("..")
  }
}
