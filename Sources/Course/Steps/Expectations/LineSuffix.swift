import Markdown

/// The suffix by which a line of an expectation tells how it is meant, such as ` (glob+)`.
///
/// The names are those of cram, and the longer ones of scrut. A quantifier alone, ` (*)`, is one too.
struct LineSuffix: Equatable {
  enum Kind: Equatable { case equal, expression, glob, escaped, unterminated }

  /// What stands before it.
  var text: String
  /// `nil` for a quantifier alone.
  var kind: Kind?
  /// `?`, `*` or `+`, or `nil` for a line that is printed once.
  var quantifier: Character?

  /// - Returns: `nil` for a line without a suffix that the dialect knows.
  init?(_ line: String, _ dialect: Dialect = .notes) {
    guard let (text, content) = Self.split(line) else { return nil }
    var name = content
    if dialect.hasQuantifiers, let last = name.last, "?*+".contains(last) {
      quantifier = name.removeLast()
    }
    kind = dialect.suffixes[String(name)]
    guard kind != nil || (name.isEmpty && quantifier != nil) else { return nil }
    self.text = String(text)
  }

  /// The suffixes of scrut, which has those of cram and more.
  static let kinds: [String: Kind] = [
    "re": .expression, "regex": .expression, "glob": .glob, "gl": .glob, "esc": .escaped,
    "escaped": .escaped, "no-eol": .unterminated, "equal": .equal, "eq": .equal,
  ]

  /// The parts before and within the parentheses that a line ends with after a blank.
  private static func split(_ line: String) -> (text: Substring, content: Substring)? {
    guard line.utf8.last == UInt8(ascii: ")"),
      let open = line.utf8.lastIndex(of: UInt8(ascii: "(")), open > line.startIndex
    else { return nil }
    let blank = line.utf8.index(before: open)
    guard line.utf8[blank] == 0x20 else { return nil }
    return (line[..<blank], line[line.utf8.index(after: open)...].dropLast())
  }
}

extension LineSuffix {
  /// Something in parentheses at a line's end that was meant for a suffix and is none.
  struct Slip: Equatable {
    /// With its parentheses.
    var text: String
    /// Where it begins, in bytes from the line's start.
    var offset: Int
    /// The suffix that is nearest, with its parentheses.
    var nearest: String
  }

  /// Most lines that end in parentheses are just output, so that only a known name with a letter too
  /// many, too few or out of place, in another case, or with another quantifier counts.
  static func slip(in line: String) -> Slip? {
    guard LineSuffix(line) == nil, let (text, content) = split(line),
      let nearest = nearest(to: content)
    else { return nil }
    return Slip(text: "(\(content))", offset: text.utf8.count + 1, nearest: "(\(nearest))")
  }

  private static func nearest(to content: Substring) -> String? {
    let quantifiers = "?*+{},0123456789 "
    let bare = content.drop(while: quantifiers.contains)
    let core = bare.prefix { !quantifiers.contains($0) }
    let rest = bare.dropFirst(core.count)
    guard rest.allSatisfy(quantifiers.contains), !core.isEmpty, core.utf8.count <= 8 else {
      return nil
    }
    if kinds[String(core)] != nil {
      // `(re{2})`, `(glob**)`, `(+re)`
      let sign = content.first { "?*+{".contains($0) }
      return sign.map { core + ($0 == "{" ? "+" : String($0)) }
    }
    // Names of two or three letters are near too many words, and programs print `(equals)`.
    let names = ["glob", "regex", "escaped", "no-eol"]
    let word = core.lowercased()
    guard ["", "?", "*", "+"].contains(rest), bare.count == content.count else { return nil }
    return names.first { name in
      // With one letter for another a name is soon another word: `(blob)`.
      let isSwapped = name.utf8.count == word.utf8.count && name.utf8.sorted() == word.utf8.sorted()
      return (isSwapped || name.utf8.count != word.utf8.count)
        && NearestName.distance(name, word) <= 1
    }.map { $0 + rest }
  }
}
