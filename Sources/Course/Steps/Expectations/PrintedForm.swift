/// The form of what a command prints, by which a comment below it is known for output.
enum PrintedForm {
  case path, number
  /// A word in lowercase, such as a user's or a host's name.
  case word
  /// A word with a sign that names of files and values have and those of things have not.
  case name
  /// The line of a program that is asked for its version, with the program's name.
  case version(String)
  /// This very text.
  case text(String)

  /// What the last command of a list or pipeline is known to print; `nil` where nothing is known.
  init?(of command: ShellCommand) {
    guard let last = command.simpleCommands.last(where: { $0.depth == 0 }), !last.isBackground,
      !last.redirections.contains(where: \.writes)
    else { return nil }
    let resolved = ResolvedCommand(last)
    let values = resolved.values
    if values.contains(where: ["--version", "-version", "-V"].contains) || values == ["version"]
      || values == ["-v"]
    {
      self = .version(resolved.name)
      return
    }
    switch resolved.name {
    case "which", "pwd", "realpath", "readlink", "mktemp", "command", "type": self = .path
    case "nproc", "wc", "expr", "bc", "seq": self = .number
    case "whoami", "hostname", "arch", "logname": self = .word
    case "uname", "basename", "dirname", "date", "id", "ls", "cat", "head", "tail": self = .name
    case "echo", "printf":
      if resolved.arguments.allSatisfy({ $0.value != nil }) {
        self = .text(values.joined(separator: " "))
      } else {
        // What `echo $HOME` prints is not known here.
        self = .name
      }
    default: return nil
    }
  }

  /// Whether any single word may look so, a heading too.
  var isWord: Bool {
    switch self {
    case .number, .word, .name: true
    case .path, .version, .text: false
    }
  }

  func fits(_ text: String) -> Bool {
    let bytes = text.utf8
    let isOneWord = !text.isEmpty && !bytes.contains(0x20) && !bytes.contains(0x09)
    switch self {
    case .text(let expected): return text == expected
    case .path: return isOneWord && bytes.count > 1 && (text.hasPrefix("/") || text.hasPrefix("~/"))
    case .number: return isOneWord && Self.isNumber(text[...])
    case .word: return isOneWord && !Self.endsSentence(text) && text == text.lowercased()
    case .name:
      let isMarked = bytes.contains { Self.isDigit($0) || [0x2E, 0x2F, 0x5F].contains($0) }
      return isOneWord && !Self.endsSentence(text) && isMarked
    case .version(let program):
      let words = text.split(separator: " ")
      if isOneWord { return Self.isNumber(text[...]) && text.contains(ascii: ".") }
      guard words.contains(where: { Self.isNumber($0.drop { $0 == "\"" }) && $0.contains(".") }),
        !words.contains(where: { Self.remarks.contains($0.lowercased()) })
      else { return false }
      // `Python 3.9.1` of python3, or "version" in so many words.
      let letters = program.lowercased().prefix { $0.isLetter }
      return words[0].lowercased().hasPrefix(letters)
        || words.contains { $0.lowercased() == "version" }
    }
  }

  /// Digits alone, or a version, date or time such as `v1.25.0`.
  private static func isNumber(_ text: Substring) -> Bool {
    let bytes = (text.hasPrefix("v") ? text.dropFirst() : text).utf8
    guard let first = bytes.first, isDigit(first) else { return false }
    if bytes.allSatisfy(isDigit) { return true }
    return !endsSentence(text) && bytes.contains { [0x2E, 0x2D, 0x3A].contains($0) }
  }

  /// Whether it ends with the sign of a sentence, or that after an item's number.
  private static func endsSentence(_ text: some StringProtocol) -> Bool {
    [".", ":", ")", "!", "?"].contains { text.hasSuffix($0) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Words of a sentence about versions.
  private static let remarks: Set<String> = [
    "or", "is", "are", "need", "needs", "needed", "require", "requires", "required", "should",
    "must", "higher", "later", "above", "newer", "at", "least", "any", "use", "we", "you", "for",
    "install", "check", "works", "supported", "not", "if", "your", "recommended", "minimum",
  ]
}
