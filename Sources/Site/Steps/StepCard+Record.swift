internal import Course
internal import Markdown

/// What a record says of a step.
extension StepCard {
  /// What was printed of which the notes say nothing; of a command that failed, all.
  func appendPrinted(to output: inout [UInt8]) {
    guard let entry else { return }
    let actions = step.ownActions
    var text = ""
    for (index, done) in entry.actions.enumerated() where done.command != nil {
      let isFailed = entry.outcome.isFailure && index == entry.actions.count - 1
      if !isFailed {
        // What the notes say stands with the commands, or in a block of its own below.
        guard step.expectation == nil, actions.indices.contains(index),
          case .command(let command) = actions[index], command.expectation == nil
        else { continue }
      }
      text += done.output
      if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
    }
    RecordedOutput(text, isFailure: entry.outcome.isFailure).append(to: &output)
  }

  /// The line at the foot: a sign and a word, how long it took, where and when.
  func appendOutcome(to output: inout [UInt8]) {
    guard let status, let recorded else { return }
    output.append(
      html: "<p class=\"outcome\"><b>\(status.sign) \(status.words(entry?.outcome))</b>")
    // What follows tells how to run it with this program, which no reader has at hand.
    if let reason = entry?.reason?.split(separator: "; --").first?.split(separator: ": --").first {
      output.append(html: ": ")
      output.append(escaping: reason)
    }
    if let entry, !entry.actions.isEmpty {
      output.append(html: " in \(Self.words(seconds: entry.duration))")
    }
    output.append(html: "<span>")
    recorded.run.appendPlace(to: &output, lead: "")
    output.append(html: "</span></p>\n")
  }

  /// `13 ms`, `1.8 s`, `2 min 5 s`.
  private static func words(seconds: Double) -> String {
    // No step runs for a year, whatever a record says.
    let milliseconds = Int(min(max(seconds, 0), 31_536_000) * 1000 + 0.5)
    if milliseconds < 1000 { return "\(max(milliseconds, 1)) ms" }
    if milliseconds < 60_000 { return "\(milliseconds / 1000).\(milliseconds % 1000 / 100) s" }
    return "\(milliseconds / 60_000) min \(milliseconds % 60_000 / 1000) s"
  }

  /// The printed text, with what differs from the notes marked.
  func append(compared difference: RecordedDifference, to output: inout [UInt8]) {
    let comparison = OutputComparison(expected: difference.expected, printed: difference.printed)
    var lines = 0
    for piece in comparison.pieces {
      var text = piece.text
      let count = text.utf8.count { $0 == 0x0A }
      if lines + count > RecordedOutput.openedLines {
        let kept = text.split(separator: "\n", omittingEmptySubsequences: false)
          .prefix(RecordedOutput.openedLines - lines)
        text = kept.map { $0 + "\n" }.joined() + "… the record has the rest\n"
      }
      if piece.isChanged {
        output.append(html: "<mark>")
        output.append(escaping: text)
        output.append(html: "</mark>")
      } else {
        output.append(escaping: text)
      }
      if lines + count > RecordedOutput.openedLines { return }
      lines += count
    }
  }

  /// The author's text behind a disclosure.
  func appendSaid(_ differences: [RecordedDifference], to output: inout [UInt8]) {
    guard !differences.isEmpty else { return }
    output.append(html: "<details class=\"said\"><summary>What the notes say</summary>\n")
    ScrollingCode.open("Output as the notes have it", in: &output)
    output.append(html: "<samp>")
    for difference in differences { output.append(escaping: difference.expected) }
    output.append(html: "</samp></pre>\n</details>\n")
  }
}
