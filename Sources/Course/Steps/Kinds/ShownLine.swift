/// Lines with which no command begins, below a comment as much as at the start of a block.
enum ShownLine {
  /// Whether the line begins with a sign beyond ASCII, such as the branch of a tree, or with a number, is
  /// the heading of a table, or is nothing but dashes.
  static func isShown(_ line: String) -> Bool {
    guard let first = line.utf8.first else { return false }
    if first >= 0x80 { return !line.hasPrefix("\u{276F}") && !line.hasPrefix("\u{279C}") }
    return isNumber(line) || PrintedText.isTableHeading(line)
      || first == ShellByte.dash && line.utf8.count > 2 && line.utf8.allSatisfy { $0 == first }
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
  /// a remark that says so (`Note: …`), a way through menus (`Open Console -> Hosts`), or what an author
  /// says of the command above (`--> To stop the container`). A shell would write to a file `To`.
  static func isRemark(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first, !line.contains(ShellByte.newline) else { return false }
    switch first {
    case ShellByte.dash:
      guard line.starts(with: "--> ".utf8) else { return false }
      return line.dropFirst(4).first.map { (0x41...0x5A).contains($0) } == true
    case UInt8(ascii: "h"):
      return (line.starts(with: "http://".utf8) || line.starts(with: "https://".utf8))
        && !line.contains(0x20)
    case 0x41...0x5A:
      let text = String(decoding: line, as: UTF8.self)
      let word = text.firstWord
      if labels.contains(word) { return true }
      return text.contains(ascii: " -> ") && word.utf8.dropFirst().allSatisfy(ShellByte.isLetter)
        && !CommandTable.knows(word)
    default: return false
    }
  }

  private static let labels: NameSet = [
    "Note:", "NOTE:", "Notes:", "Example:", "Examples:", "Tip:", "Hint:", "Remember:", "Or:",
  ]
}
