internal import Markdown

/// Comments after a command that tell what it prints:
///
///     which docker-compose
///     # /home/ubuntu/soft/docker-compose
///     echo $((2 + 3))  # => 5
///
/// Most comments are remarks or stand over the next command, so that one counts only if it says that
/// it is output, or if it is all of a form that the command is known to print.
enum CommentedOutput {
  /// - Parameters:
  ///   - lines: the block that the command stands in.
  ///   - next: the index of the next command's line, or the number of lines.
  ///   - endColumn: the bytes of the command's last line up to its end.
  static func expectation(
    of command: ShellCommand, in lines: [BlockLine], upTo next: Int, endColumn: Int
  ) -> Expectation? {
    if command.endLine < next, let comment = Comment(lines[command.endLine], from: endColumn),
      let value = Announcement(comment.text)?.value
    {
      return Expectation([comment.line(value)], from: .comment, isHint: true)
    }
    guard command.endLine + 1 < next else { return nil }
    let below = lines[(command.endLine + 1)..<next].prefix { $0.isComment }
    let comments = below.compactMap { Comment($0, from: 0) }
    guard let first = comments.first else { return nil }
    if let announcement = Announcement(first.text) {
      return expectation(announcement, comments)
    }
    guard let form = PrintedForm(of: command) else { return nil }
    // A single word over the next command may be its heading.
    let end = command.endLine + 1 + below.count
    let isApart = end == lines.count || lines[end].text.isBlank
    guard isApart || !form.isWord, comments.allSatisfy({ form.fits($0.text) }) else { return nil }
    return Expectation(comments.map { $0.line($0.text) }, from: .comment, isHint: true)
  }

  private static func expectation(
    _ first: Announcement, _ comments: [Comment]
  ) -> Expectation? {
    guard let value = first.value else {
      // `# Output:` over lines of its own.
      let rest = comments.dropFirst().map { $0.line($0.text) }
      return Expectation(rest, from: .comment, isHint: true)
    }
    // More lines of output have the same arrow before each.
    let more = comments.dropFirst().map { ($0, Announcement($0.text)) }
      .prefix { first.isArrow && $1?.isArrow == true }
    let lines = [comments[0].line(value)] + more.compactMap { $0.line($1?.value ?? "") }
    return Expectation(lines, from: .comment, isHint: true)
  }

  /// A comment without its `#`.
  private struct Comment {
    /// Without blanks at its ends.
    var text: String
    private var end: SourcePosition

    /// - Parameter column: the bytes of the line that stand before it, but for blanks.
    init?(_ line: BlockLine, from column: Int) {
      let rest = Substring(line.text.utf8.dropFirst(column)).trimmed
      guard rest.hasPrefix("#") else { return nil }
      text = rest.drop { $0 == "#" }.trimmed
      let trailing = line.text.utf8.reversed().prefix { $0 == 0x20 || $0 == 0x09 }.count
      let length = line.text.utf8.count - trailing
      end = SourcePosition(line: line.start.line, column: line.start.column + length)
    }

    /// Its last words as a line of output, at their place.
    func line(_ value: String) -> Expectation.Line {
      Expectation.Line(
        text: value, start: SourcePosition(line: end.line, column: end.column - value.utf8.count))
    }
  }
}

/// The words by which a comment says that output follows: `=> 5`, `Output: 5`, `prints 5`.
private struct Announcement {
  /// What is printed; `nil` where it stands on the lines below.
  var value: String?
  var isArrow = false

  init?(_ comment: String) {
    if comment.hasPrefix("=>") || comment.hasPrefix("⇒") {
      let value = comment.drop { $0 == "=" || $0 == ">" || $0 == "⇒" }.trimmed
      guard !value.isEmpty else { return nil }
      (self.value, isArrow) = (value, true)
      return
    }
    let text = comment.lowercased()
    if let word = Self.heads.first(where: { text.hasPrefix($0 + ":") }) {
      let rest = Substring(comment.utf8.dropFirst(word.utf8.count + 1)).trimmed
      if rest.isEmpty { return }
      guard !Self.isProse(rest) else { return nil }
      value = rest
    } else if let word = Self.verbs.first(where: { text.hasPrefix($0 + " ") }) {
      let rest = Substring(comment.utf8.dropFirst(word.utf8.count)).trimmed
      guard PrintedForm.path.fits(rest) || PrintedForm.number.fits(rest) else { return nil }
      value = rest
    } else {
      return nil
    }
  }

  private static let heads = ["output", "outputs", "expected output", "prints", "stdout"]
  private static let verbs = ["prints", "outputs", "should print", "will print", "output is"]

  /// Whether what follows speaks about the output: "a list of files", "the version."
  private static func isProse(_ text: String) -> Bool {
    let words: Set<Substring> = [
      "a", "an", "the", "your", "all", "some", "any", "each", "every", "list", "nothing", "none",
      "no", "something", "lots", "many", "depends", "varies", "similar", "should", "will", "this",
      "that", "it", "names", "shows", "contents", "one", "see",
    ]
    let first = text.lowercased().split(separator: " ").first ?? ""
    return text.hasSuffix(".") || words.contains(first)
  }
}
