/// Names for what a command prints, as comments and texts above it give them.
extension PrintedText {
  /// Whether a comment is no more than the name of what a command prints: `# Output:`,
  /// `## Sample output of "ls" ##`.
  static func announcesOutput(_ comment: String) -> Bool {
    guard comment.utf8.count < 80 else { return false }
    let text = String(comment.drop { $0 == "#" || $0 == " " }).inLowercase
    if comment.utf8.count < 40, isNameOfOutput(text) { return true }
    // A comment of one line may say what the command below it is for.
    let isHeading = comment.hasPrefix("##") || comment.hasSuffix(":")
    return isHeading && outputHeadings.first(beginning: text) != nil
  }

  private static let outputHeadings: Fragments = [
    "sample output for ", "sample output of ", "sample output from ", "sample output - ",
    "example output for ", "example output of ", "example output from ", "expected output of ",
    "expected output for ", "output of \"", "output of `",
  ]

  /// The comment that lines begin with, where it is the name of what a command prints and no program
  /// begins the line below.
  static func named(_ lines: [BlockLine]) -> String? {
    guard let first = lines.first, first.isComment, announcesOutput(first.text),
      let below = lines.dropFirst().first(where: { !$0.text.isBlank }), !below.isComment,
      !mayBeTyped(below.text),
      !lines.contains(where: { CommandTable.knows($0.text.firstWord) && !isSaid($0.text) })
    else { return nil }
    return first.text
  }

  /// Whether a line that begins with a program's name is a sentence about it: `curl could not do it.`
  private static func isSaid(_ line: String) -> Bool {
    line.trimmed.utf8.last == ShellByte.dot && !line.trimmed.hasSuffix(" .")
      && line.utf8.count { $0 == 0x20 } > 5 && !hasSignsOfShell(line)
  }

  /// Whether a text in lowercase is nothing but a name for what a command prints.
  static func isNameOfOutput(_ text: String) -> Bool {
    let name = text.trimmed.drop { $0 == ">" || $0 == " " }
    let end = name.lastIndex { $0.isLetter || $0 == ")" }
    return end.map { outputNames.contains(String(name[...$0])) } ?? false
  }

  private static let outputNames: NameSet = [
    "output", "outputs", "result", "results", "expected output", "sample output",
    "example output", "the output", "output example", "response", "example response",
    "expected result", "output (example)", "command output", "console output", "terminal output",
    "salida", "resultado", "saída", "ausgabe", "ergebnis", "sortie", "résultat", "输出", "结果",
    "輸出", "結果", "出力", "输出结果", "输出如下", "출력", "결과", "вывод", "результат",
  ]
}
