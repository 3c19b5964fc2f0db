/// Lines with which no command begins, below a comment as much as at the start of a block.
enum ShownLine {
  /// Whether the line begins with a picture or a branch of a tree, or with a number, or is the heading of a
  /// table.
  static func isShown(_ line: String) -> Bool {
    guard let first = line.utf8.first else { return false }
    if first == 0xE2 || first == 0xF0 {
      return !notShown.contains { line.unicodeScalars.first == $0 }
    }
    return isNumber(line) || PrintedText.isTableHeading(line)
  }

  /// Prompts, quotes and a blank that nobody sees, which stand before commands.
  private static let notShown: [Unicode.Scalar] = [
    "\u{276F}", "\u{279C}", "\u{201C}", "\u{2018}", "\u{200B}", "\u{2013}", "\u{2014}",
  ]

  /// Whether the line is nothing but dashes.
  static func isRule(_ line: String) -> Bool {
    line.utf8.count > 2 && line.utf8.allSatisfy { $0 == ShellByte.dash }
  }

  /// Whether the first word is a number or an address, as no program is called: `401 Unauthorized`,
  /// `8.8.8.8`.
  private static func isNumber(_ line: String) -> Bool {
    let word = line.utf8.prefix { $0 != 0x20 }
    return word.first.map(ShellByte.isDigit) == true
      && word.allSatisfy { ShellByte.isDigit($0) || ".:,;%".utf8.contains($0) }
  }

  /// `AWS Access Key ID [None]: a`: what a program asks, of three words and more, and the answer.
  static func isAnswered(_ line: String) -> Bool {
    guard let first = line.utf8.first, (0x41...0x5A).contains(first),
      let colon = line.firstRange(ofASCII: ": ")
    else { return false }
    let question = line.utf8[..<colon.lowerBound]
    return question.count { $0 == 0x20 } > 1
      && question.allSatisfy { ShellByte.continuesName($0) || " []()-/".utf8.contains($0) }
      && !CommandTable.knows(line.firstWord)
  }

  /// Whether a line of its own among commands is for the reader and not for the shell: an address to open,
  /// a way through menus (`Open Console -> Hosts`), or what an author says of the command above
  /// (`--> To stop the container`). A shell would write to a file `To`.
  static func isRemark(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first, !line.contains(ShellByte.newline) else { return false }
    switch first {
    case ShellByte.dash:
      guard line.starts(with: "--> ".utf8) else { return false }
      return line.dropFirst(4).first.map { (0x41...0x5A).contains($0) } == true
    case UInt8(ascii: "h"): return isAddress(line)
    case 0x41...0x5A:
      let text = String(decoding: line, as: UTF8.self)
      return menuActs.contains(text.firstWord) && text.contains(ascii: " -> ")
        && !text.contains(ascii: " --")
    default: return false
    }
  }

  /// Whether the line is an address to open and nothing else.
  static func isAddress(_ line: some Collection<UInt8>) -> Bool {
    (line.starts(with: "http://".utf8) || line.starts(with: "https://".utf8))
      && !line.contains(0x20)
  }

  private static let menuActs: NameSet = [
    "Go", "Open", "Click", "Select", "Choose", "Navigate", "Verify", "Log", "Login", "Find",
  ]
}
