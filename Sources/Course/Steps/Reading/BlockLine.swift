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
    let table = ofPrompts
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
          prompt: mayHavePrompt ? promptLength(Array(text.utf8)[...]) : nil))
      guard offset < bytes.count else { continue }
      offset += 1
      index = literal.utf8.index(after: end)
    }
    while let last = lines.last, last.text.isBlank { lines.removeLast() }
    return withMissingPrompts(lines)
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

  /// Reads `$ `, `$> `, `(env) $ `, `user@host:~/folder$ `, a `$` alone, and the signs `❯`, `➜` and `%` that
  /// other shells show; no-break spaces count as blanks.
  private static func promptLength(_ text: ArraySlice<UInt8>) -> Int? {
    if let length = generatedPromptLength(text) ?? angledPromptLength(text) { return length }
    for sign in signs {
      guard let start = text.firstIndex(of: sign[0]), text[start...].starts(with: sign) else {
        continue
      }
      let end = start + sign.count
      let after = text[end...]
      let blank: Int
      if after.first == 0x20 || after.first == 0x09 {
        blank = 1
      } else if after.starts(with: [0xC2, 0xA0]) {
        blank = 2
      } else if after.isEmpty {
        blank = 0
      } else {
        continue
      }
      let label = String(decoding: text[..<start], as: UTF8.self)
      guard
        label.isEmpty || isPromptLabel(label[...])
          || (sign[0] == 0x24
            && (isMachine(label) || isMac(label)
              || isWord(label) && beginsWithKnown(after.dropFirst(blank))))
      else { continue }
      return end - text.startIndex + blank
    }
    return nil
  }

  private static let signs = ["$", "$>", "❯", "➜", "%"].map { Array($0.utf8) }

  /// For each byte whether a prompt has it: a sign begins with it, or what stands for one.
  private static let ofPrompts = (UInt8.min...UInt8.max).map { byte in
    byte == ShellByte.openBrace || byte == ShellByte.at || signs.contains { $0[0] == byte }
  }

  /// `user@host:~> ls`, as the shells of SUSE and of csh show it.
  private static func angledPromptLength(_ text: ArraySlice<UInt8>) -> Int? {
    guard let at = text.firstIndex(of: ShellByte.at), at - text.startIndex < 30,
      let sign = text[at...].firstIndex(of: ShellByte.greater), sign - text.startIndex < 60,
      text[sign...].dropFirst().first == 0x20
    else { return nil }
    let label = text[..<sign].drop { $0 == ShellByte.dollar }
    guard label.allSatisfy({ ShellByte.continuesName($0) || "@~/.:-".utf8.contains($0) }),
      beginsWithKnown(text[(sign + 2)...])
    else { return nil }
    return sign + 2 - text.startIndex
  }

  /// Whether the text begins with a program that is known.
  private static func beginsWithKnown(_ text: ArraySlice<UInt8>) -> Bool {
    let word = text.drop { $0 == 0x20 }.prefix { $0 != 0x20 }
    return CommandTable.knows(String(decoding: word, as: UTF8.self))
  }

  /// `host` of `host$ ls`.
  private static func isWord(_ label: String) -> Bool {
    label.utf8.count < 20 && label.utf8.allSatisfy(ShellByte.isLetter)
  }

  /// `{{ site.prompt }} ls`: a site's generator is to fill the prompt in.
  private static func generatedPromptLength(_ text: ArraySlice<UInt8>) -> Int? {
    let blanks = text.prefix { $0 == 0x20 }.count
    let rest = text.dropFirst(blanks)
    guard rest.starts(with: [0x7B, 0x7B]), let end = rest.firstIndex(of: 0x7D),
      rest[end...].starts(with: [0x7D, 0x7D, 0x20]),
      String(decoding: rest[..<end], as: UTF8.self).trimmed.hasSuffix("prompt")
    else { return nil }
    return end - text.startIndex + 3
  }

  /// `host:folder user$`, as the shell of macOS shows it, after an environment's name or alone.
  private static func isMac(_ text: String) -> Bool {
    var label = text[...]
    if label.hasPrefix("("), let end = label.firstIndex(of: ")") {
      label = label[label.index(after: end)...].drop { $0 == " " }
    }
    let words = label.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 2, words[1].first?.isLetter == true,
      words[1].allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }),
      let colon = words[0].firstIndex(of: ":")
    else { return false }
    let folder = words[0][words[0].index(after: colon)...]
    return colon > words[0].startIndex && !folder.isEmpty
      && words[0].allSatisfy { $0.isLetter || $0.isNumber || "~/._:-".contains($0) }
  }

  /// `web-a $ ` and `node $ ` at a line's start: a machine's name of one word with a mark in it.
  private static func isMachine(_ text: String) -> Bool {
    guard text.hasSuffix(" "), text.utf8.first.map(ShellByte.isLetter) == true else { return false }
    let name = text.utf8.dropLast()
    return name.count < 30 && name.contains(ShellByte.dash)
      && name.allSatisfy { ShellByte.continuesName($0) || $0 == ShellByte.dash }
  }

  /// Whether what stands before the `$` is nothing, an environment's name or `user@host:folder`.
  private static func isPromptLabel(_ text: Substring) -> Bool {
    var label = text.trimmed[...]
    if label.hasPrefix("("), let end = label.firstIndex(of: ")") {
      label = label[label.index(after: end)...].trimmed[...]
    }
    if label.isEmpty || label == ">" || label == "~]" { return true }
    // `~/folder$ `
    if label.hasPrefix("~"), !label.contains(" "),
      label.allSatisfy({ $0.isLetter || $0.isNumber || "~/._-".contains($0) })
    {
      return true
    }
    // `[user@host folder]$`, as Red Hat's shells show it.
    if label.hasPrefix("["), label.hasSuffix("]") {
      return label.dropFirst().dropLast().allSatisfy {
        $0.isLetter || $0.isNumber || " @~/._:-".contains($0)
      }
    }
    // `node1$` and `bash-5.2$`: a machine's or a shell's name has a digit and no other signs.
    if label.contains(where: \.isNumber), label.first?.isLetter == true, label.utf8.count < 30,
      label.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "." })
    {
      return true
    }
    return label.contains("@") && !label.contains(" ") && !label.contains("=")
      && !label.contains("\"") && !label.contains("'")
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
