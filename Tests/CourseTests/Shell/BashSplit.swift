import Foundation

@testable import Course

/// Where a command lies and how it ended; the end of an incomplete one does not count, because
/// all that follows belongs to it.
struct SplitCommand: Equatable, CustomStringConvertible {
  let line: Int
  let endLine: Int?
  let verdict: Bash.Verdict

  var description: String { "\(line)-\(endLine.map(String.init) ?? "") \(verdict)" }

  init(line: Int, endLine: Int, verdict: Bash.Verdict) {
    self.line = line
    self.endLine = verdict == .incomplete ? nil : endLine
    self.verdict = verdict
  }

  init(_ command: ShellCommand) {
    let verdict: Bash.Verdict =
      switch command.status {
      case .complete: .complete
      case .incomplete: .incomplete
      case .invalid: .invalid
      }
    self.init(line: command.line, endLine: command.endLine, verdict: verdict)
  }
}

/// A block split by asking `bash -n` after each line whether the command is complete.
struct BashSplit {
  private(set) var commands: [SplitCommand] = []

  init(_ text: String) throws {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var start = 0
    while start < lines.count {
      if Self.isEmpty(lines[start]) {
        start += 1
        continue
      }
      var end = start
      var answer = try Self.ask(lines[start...end])
      while answer.wantsMore, end + 1 < lines.count {
        end += 1
        answer = try Self.ask(lines[start...end])
      }
      // A here-document that never ends reaches over the empty lines at the end of the block.
      var last = end
      while last > start, lines[last].allSatisfy({ $0 == " " || $0 == "\t" }) { last -= 1 }
      commands.append(SplitCommand(line: start, endLine: last, verdict: answer.verdict))
      start = end + 1
    }
  }

  private static func isEmpty(_ line: Substring) -> Bool {
    let content = line.drop { $0 == " " || $0 == "\t" }
    return content.isEmpty || content.hasPrefix("#")
  }

  private static func ask(
    _ lines: ArraySlice<Substring>
  ) throws -> (verdict: Bash.Verdict, wantsMore: Bool) {
    let text = lines.joined(separator: "\n")
    let answer = try Bash.read(text)
    if answer.verdict == .invalid { return (.invalid, false) }
    if answer.verdict == .incomplete || answer.endsInDocument { return (answer.verdict, true) }
    guard text.hasSuffix("\\") else { return (.complete, false) }
    // Bash drops a backslash at the end of its input. A keyword on the next line tells whether a
    // command starts there: after the continued words of a command it is only one more word.
    return (.complete, try Bash.read(text + "\nif").verdict == .complete)
  }
}
