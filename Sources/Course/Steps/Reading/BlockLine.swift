public import Markdown

/// A line of a code block, with the prompt it may begin with.
public struct BlockLine: Sendable {
  /// Without line feed.
  public var text: String
  /// Where it begins in the page's text.
  public var start: SourcePosition
  /// The length in bytes of the prompt and the blank after it; `nil` without prompt.
  public var prompt: Int?

  /// The lines of a block without the blank ones at its end.
  public static func lines(of code: CodeBlock) -> [BlockLine] {
    var lines: [BlockLine] = []
    lines.reserveCapacity(code.lineStarts.count)
    let literal = code.literal
    let bytes = literal.utf8Span.span
    let table = Prompt.bytes
    let ofPrompts = table.span
    var offset = 0
    var index = literal.startIndex
    for start in code.lineStarts {
      let first = offset
      var mayHavePrompt = false
      while offset < bytes.count, bytes[offset] != ShellByte.newline {
        if ofPrompts[Int(bytes[offset])] { mayHavePrompt = true }
        offset += 1
      }
      let end = literal.utf8.index(index, offsetBy: offset - first)
      let text = String(literal[index..<end])
      lines.append(
        BlockLine(
          text: text, start: start,
          prompt: mayHavePrompt || Prompt.mayBegin(text)
            ? Prompt.length(Array(text.utf8)[...]) : nil))
      guard offset < bytes.count else { continue }
      offset += 1
      index = literal.utf8.index(after: end)
    }
    while let last = lines.last, last.text.isBlank { lines.removeLast() }
    return withMissingPrompts(lines, isSession: BlockLanguage.isSession(code.language))
  }

  /// What is typed at the prompt; `nil` without one.
  var command: String? {
    prompt.map { String(Substring(text.utf8.dropFirst($0))) }
  }

  /// Where that begins in the page's text.
  var commandStart: SourcePosition {
    SourcePosition(line: start.line, column: start.column + (prompt ?? 0))
  }

  public var isComment: Bool { text.firstVisible == ShellByte.hash }

  /// The line as a shell's secondary prompt `> ` shows it, without that prompt.
  var continuation: String {
    if text.hasPrefix("> ") { return String(text.dropFirst(2)) }
    return text == ">" ? "" : text
  }
}

extension Sequence<BlockLine> {
  /// The lines as the text of a file, each with a line feed.
  var text: String {
    var text = ""
    for line in self {
      text += line.text
      text += "\n"
    }
    return text
  }
}
