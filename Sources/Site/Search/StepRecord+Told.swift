internal import Course
internal import Markdown

extension StepRecord {
  /// What the step was seen to print that somebody may search for who has it on their own screen: of a
  /// command that failed the end of its output, of all others the lines that tell of trouble.
  var told: String {
    var lines: [Substring] = []
    for (index, action) in actions.enumerated() where action.command != nil {
      let printed = action.output.split(separator: "\n")
      if outcome.isFailure, index == actions.count - 1 {
        lines += printed.suffix(RecordedOutput.shownLines)
      } else {
        lines += printed.filter(Self.tellsOfTrouble).prefix(RecordedOutput.shownLines)
      }
    }
    return lines.map { "\($0.prefix(RecordedOutput.lineLength))\n" }.joined()
  }

  private static func tellsOfTrouble(_ line: Substring) -> Bool {
    let line = Array(line.utf8.prefix(RecordedOutput.lineLength)).map { byte in
      UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte
    }
    return troubles.contains { line.firstRange(of: $0) != nil }
  }

  /// As POSIX, compilers, package managers and language runtimes write it.
  private static let troubles = [
    "error", "warn", "fail", "fatal", "cannot", "can't", "could not", "couldn't", "denied",
    "refused", "not found", "no such", "unable to", "exception", "traceback", "deprecated",
    "timed out", "missing",
  ].map { Array($0.utf8) }
}
