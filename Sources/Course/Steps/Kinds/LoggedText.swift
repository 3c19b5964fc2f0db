/// Lines as programs log them, each with its day or time.
enum LoggedText {
  /// `ts=2022-02-03T12:17:18Z level=info msg="a"`, as programs in Go log.
  static func isOfKeys(_ line: String) -> Bool {
    logs.first(beginning: line) != nil
      && (line.contains(ascii: " level=") || line.contains(ascii: " msg="))
  }

  private static let logs: Fragments = ["ts=2", "time=2", "time=\"2"]

  /// `24/12/02 12:52:15 WARN`, `2024-01-02 10:00:35,120`: a day and a time, as logs have them.
  static func isStamped(_ line: String) -> Bool {
    // Most lines begin with a letter.
    guard let first = line.utf8.first(where: { $0 != 0x20 }),
      ShellByte.isDigit(first) || first == ShellByte.openBracket
    else { return false }
    let words = line.utf8.split(separator: 0x20, maxSplits: 2)
    guard words.count > 2, (6...12).contains(words[0].count) else { return false }
    let marks = words[0].filter { !ShellByte.isDigit($0) && $0 != UInt8(ascii: "[") }
    guard marks.count == 2, marks[0] == marks[1], "-/.".utf8.contains(marks[0]) else {
      return false
    }
    let time = words[1].prefix(8)
    return time.count { $0 == UInt8(ascii: ":") } == 2 && time.count(where: ShellByte.isDigit) > 4
  }

  /// A line that begins with a day or a time: `2024-01-02`, `10:00:35`, `[2024-`.
  static func isTimed(_ line: String) -> Bool {
    let start = line.utf8.drop { $0 == UInt8(ascii: "[") }.prefix(10)
    let digits = start.count(where: ShellByte.isDigit)
    let marks = start.count { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") }
    return digits >= 6 && marks == 2
  }
}
