/// The words of a template step that a reader replaces, as variables of a script.
struct ScriptTemplate {
  /// The names of the variables.
  let variables: [String]
  private let blanks: [(text: String, variable: String)]
  private let texts: [String: String]

  /// - Returns: `nil` where a script cannot put values into the words, as in quoted here-documents.
  init?(_ step: Step) {
    // Of `KEY=your-key` the value alone is to be filled in.
    let texts = Set(StepTemplate(step).blanks.map { Self.value(of: $0.text) })
    let found = texts.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    guard !found.isEmpty, step.edits.isEmpty, !step.commands.isEmpty else { return nil }
    let blanks = found.map { ($0, Self.variable(Slug.name($0))) }
    guard blanks.allSatisfy({ $0.1 != "YOUR_" }) else { return nil }
    var filled: [String: String] = [:]
    for command in step.commands {
      guard let text = Self.filled(command.text, blanks) else { return nil }
      filled[command.text] = text
    }
    self.blanks = blanks
    self.texts = filled
    var variables: [String] = []
    for (_, name) in blanks where !variables.contains(name) { variables.append(name) }
    self.variables = variables.sorted()
  }

  private static func value(of text: String) -> String {
    guard let equals = text.firstIndex(of: "="), StepEnvironment.isName(String(text[..<equals])),
      text.index(after: equals) < text.endIndex
    else { return text }
    return String(text[text.index(after: equals)...])
  }

  func text(of command: String) -> String { texts[command] ?? command }

  /// What a line of the script says in the words of the notes.
  func words(of line: String) -> String {
    var line = line
    for (text, name) in blanks {
      for form in ["'\"${\(name)}\"'", "\"${\(name)}\"", "${\(name)}"] {
        line = line.replacing(form, with: text)
      }
    }
    return line
  }

  /// Lines that end the script with a message where a variable has no value.
  var checks: [String] {
    variables.map { name in
      let words = blanks.filter { $0.variable == name }.map(\.text).joined(separator: ", ")
      let plain = words.filter { !"\"'`$\\{}".contains($0) }
      return
        ": \"${\(name):?is what to write for \(plain); set it before the script, \(name)=...}\""
    }
  }

  /// The text with each word as a variable in the quoting that it stands in.
  private static func filled(_ text: String, _ blanks: [(text: String, variable: String)])
    -> String?
  {
    // A stand-in of letters alone means nothing to the shell, so that it tells the quoting.
    var standing = text
    for (index, blank) in blanks.enumerated() {
      standing = standing.replacing(blank.text, with: standIn(index))
    }
    let script = ShellScript(standing + "\n")
    guard !script.problems.contains(where: { $0.severity == .error }) else { return nil }
    var bytes = Array(standing.utf8)
    for token in script.tokens.reversed() {
      var end = token.range.upperBound
      while let (range, index) = last(in: bytes, token.range.lowerBound..<end, blanks.count) {
        end = range.lowerBound
        let name = blanks[index].variable
        switch token.kind {
        case .commandName, .argument, .flag, .assignment:
          bytes.replaceSubrange(range, with: Array("\"${\(name)}\"".utf8))
        case .doubleQuoted: bytes.replaceSubrange(range, with: Array("${\(name)}".utf8))
        case .singleQuoted: bytes.replaceSubrange(range, with: Array("'\"${\(name)}\"'".utf8))
        case .comment: bytes.replaceSubrange(range, with: Array(blanks[index].text.utf8))
        case .hereDocumentBody where isExpanded(script, at: range.lowerBound):
          bytes.replaceSubrange(range, with: Array("${\(name)}".utf8))
        default: return nil
        }
      }
    }
    let result = String(decoding: bytes, as: UTF8.self)
    guard !result.contains(ascii: mark),
      !ShellScript(result + "\n").problems.contains(where: { $0.severity == .error })
    else { return nil }
    return result
  }

  private static let mark = "NotesBlankNumber"
  private static func standIn(_ index: Int) -> String { "\(mark)\(index)End" }

  private static func last(
    in bytes: [UInt8], _ range: Range<Int>, _ count: Int
  ) -> (Range<Int>, Int)? {
    var found: (Range<Int>, Int)?
    for index in 0..<count {
      let word = Array(standIn(index).utf8)
      guard range.count >= word.count else { continue }
      var start = range.upperBound - word.count
      while start >= range.lowerBound, !bytes[start...].starts(with: word) { start -= 1 }
      if start >= range.lowerBound, start > found?.0.lowerBound ?? -1 {
        found = (start..<start + word.count, index)
      }
    }
    return found
  }

  private static func isExpanded(_ script: ShellScript, at offset: Int) -> Bool {
    script.simpleCommands.flatMap(\.redirections).contains { redirection in
      guard let document = redirection.hereDocument else { return false }
      return !document.isQuoted && document.body.range.contains(offset)
    }
  }

  /// The blank's name as a variable's; one that the shell or the system gives a meaning gets another.
  private static func variable(_ name: String) -> String {
    let letters = name.uppercased().map { character -> Character in
      character.isASCII && (character.isLetter || character.isNumber) ? character : "_"
    }
    let word = String(letters)
    let isPlain = word.first?.isLetter == true && !taken.contains(word)
    return isPlain ? word : "YOUR_\(word)"
  }

  private static let taken: Set<String> = [
    "PATH", "HOME", "USER", "SHELL", "PWD", "OLDPWD", "UID", "EUID", "PPID", "IFS", "LANG",
    "HOSTNAME",
    "HOST", "TERM", "RANDOM", "SECONDS", "GROUPS", "LINENO", "OPTIND", "OPTARG", "PS1", "ENV",
    "MAIL", "TMPDIR", "LOGNAME", "EDITOR", "DISPLAY", "REPLY", "COLUMNS", "LINES", "OPTIONS",
  ]
}
