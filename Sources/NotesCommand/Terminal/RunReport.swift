import Course
import Machine
import Markdown
import Runner

/// Tells a run while it happens: a line a step with its outcome, what a failed one printed, and a
/// summary.
///
/// On a terminal the line of the step that runs is drawn anew as time passes; elsewhere each line is
/// printed once.
final class RunReport {
  private let page: Page
  /// Those that are asked for.
  private let steps: [Step]
  private let isVerbose: Bool
  private let place: Location
  private let terminal = Terminal.output
  private let names: [String: String]
  private let numberWidth: Int
  private let titleWidth: Int
  private let clock = ContinuousClock()
  private let start = ContinuousClock().now
  private var frame = 0
  /// Whether the terminal is this report's; a step may have been handed it.
  private var hasTerminal = true
  /// Whether a line of output is begun and not ended.
  private var isInLine = false

  /// - Parameter isVerbose: whether all that steps print is shown as it comes.
  init(_ page: Page, _ steps: [Step], in place: Location, isVerbose: Bool) {
    self.page = page
    self.steps = steps
    self.isVerbose = isVerbose
    self.place = place
    numberWidth = steps.map { ($0.number ?? "–").columns }.max() ?? 1
    // Sign, number and outcome have to stand in the same line.
    let room = max(16, Terminal.output.width - numberWidth - 32)
    names = Self.names(of: steps)
    titleWidth = min(44, room, names.values.map(\.columns).max() ?? 1)
  }

  func begin() {
    let location =
      switch place {
      case .sandbox: "in a sandbox; the files of this machine stay as they are"
      case .host: "on this machine; what changes stays"
      case .rootfs(let folder): "in a sandbox over \(folder.printable), which stays as it is"
      case .container(let image):
        "in a container of \(image.printable), which is removed at the end"
      case .ssh(let host): "on \(host.printable); what changes stays"
      }
    terminal.write("\(terminal.paint(page.title.printable, .bold))\n\(page.path), \(location)\n\n")
  }

  func show(_ event: Runner.Event) {
    switch event {
    case .preparing(let what): terminal.write("  \(what.printable)\n")
    case .started(let step):
      if isVerbose {
        terminal.write("  \(terminal.paint("▸", .blue)) \(name(step))\n")
      } else {
        draw(step, elapsed: .zero, lastLine: "")
      }
    case .progress(let step, let elapsed, let lastLine):
      if !isVerbose { draw(step, elapsed: elapsed, lastLine: lastLine) }
    case .output(_, let text): if isVerbose { stream(text) }
    case .handedTerminal:
      // What the step draws is not drawn over.
      hasTerminal = false
      terminal.write("\n")
    case .finished(let result):
      finishLine()
      if terminal.isInteractive, hasTerminal { terminal.write("\r\u{1B}[K") }
      hasTerminal = true
      terminal.write(line(result))
    // Told after the summary, or kept.
    case .described, .changed: break
    }
  }

  func end(_ results: [StepResult]) {
    let counts: [(String, Terminal.Style, Int)] = [
      ("passed", .green, results.count { $0.outcome == .passed }),
      ("failed", .red, results.count { $0.outcome.isUnmetOrFailed }),
      ("timed out", .red, results.count { $0.outcome == .timedOut }),
      ("interrupted", .red, results.count { $0.outcome == .interrupted }),
      ("skipped", .yellow, results.count { if case .skipped = $0.outcome { true } else { false } }),
      ("blocked", .yellow, results.count { if case .blocked = $0.outcome { true } else { false } }),
      ("not reached", .yellow, steps.count - results.count),
    ]
    let parts = counts.filter { $0.2 > 0 }.map { terminal.paint("\($0.2) \($0.0)", $0.1) }
    let time = (clock.now - start).seconds
    let selected = steps.count == page.steps.count ? "" : " of \(page.steps.count)"
    terminal.write(
      "\n\(steps.count.counted("step"))\(selected): \(parts.joined(separator: ", ")) in \(time)\n")
    let sources = [("say", false), ("hint at", true)]
    for (verb, isHint) in sources {
      let names = results.filter { $0.differences.contains { $0.expectation.isHint == isHint } }
        .map(\.step.label)
      guard !names.isEmpty else { continue }
      terminal.write(
        "Output differs from what the notes \(verb) in \(names.joined(separator: ", "))\n")
    }
  }

  /// Output as it comes, each line with a bar before it.
  private func stream(_ text: String) {
    for piece in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if piece.offset > 0 { finishLine() }
      guard !piece.element.isEmpty else { continue }
      if !isInLine { terminal.write("      \(terminal.paint("|", .dim)) ") }
      isInLine = true
      terminal.write(piece.element.printable)
    }
  }

  private func finishLine() {
    if isInLine { terminal.write("\n") }
    isInLine = false
  }

  /// The line of the step that runs: only where it can be drawn over.
  private func draw(_ step: Step, elapsed: Duration, lastLine: String) {
    guard terminal.isInteractive, hasTerminal else { return }
    let frames = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"]
    frame = (frame + 1) % frames.count
    let head = "  \(frames[frame]) \(name(step))  \(elapsed.seconds)  "
    let room = max(0, terminal.width - head.count - 1)
    let tail = String(lastLine.filter { !$0.isNewline && $0 >= " " }.prefix(room))
    terminal.write("\r\u{1B}[K\(head)\(terminal.paint(tail, .dim))")
  }

  private func line(_ result: StepResult) -> String {
    let (sign, style, words) = description(result)
    let text =
      "  \(terminal.paint(sign, style)) \(name(result.step))  \(terminal.paint(words, style))\n"
    return text + details(result)
  }

  private func description(_ result: StepResult) -> (String, Terminal.Style, String) {
    switch result.outcome {
    case .passed:
      let differs = result.differences.contains { !$0.expectation.isHint }
      return ("✓", .green, "passed, \(result.duration.seconds)\(differs ? ", output differs" : "")")
    case .failed:
      guard let last = result.failure?.result else { return ("✗", .red, "failed") }
      let cause = last.failure
      if case .command(let command)? = result.failure?.action, command.expectedStatus != 0 {
        return (
          "✗", .red,
          "failed, \(cause) where the notes say \(command.expectedStatus), \(result.duration.seconds)"
        )
      }
      return ("✗", .red, "failed, \(cause), \(result.duration.seconds)")
    case .timedOut:
      let waited = result.failure?.result.waitedFor.map { ", waiting for \($0.printable)" } ?? ""
      return ("✗", .red, "timed out after \(result.duration.seconds)\(waited)")
    case .unmet(let reason): return ("✗", .red, "failed: \(reason)")
    case .interrupted: return ("✗", .red, "interrupted")
    case .skipped(let reason): return ("–", .yellow, "skipped: \(reason)")
    case .blocked(let labels): return ("–", .yellow, "blocked by \(labels.joined(separator: ", "))")
    }
  }

  /// Where a failed command stands and the last of what it printed; for a passed step what differs
  /// from the notes.
  private func details(_ result: StepResult) -> String {
    let indent = String(repeating: " ", count: 6)
    if let failure = result.failure {
      let place = page.source.filePosition(failure.action.position)
      let command =
        switch failure.action {
        case .command(let command): command.text
        case .edit(let edit): "edit \(edit.path ?? edit.file)"
        }
      let first = command.split(separator: "\n").first.map(String.init) ?? ""
      let printed = ExpectedOutput.lines(failure.result.output.text).suffix(12)
      let differences = result.differences.filter { !$0.expectation.isHint }
      return
        "\(indent)\(page.path):\(place.line):\(place.column): \(terminal.paint(first.printable, .bold))\n"
        + (isVerbose ? "" : printed.map { "\(indent)| \($0.printable)\n" }.joined())
        + differences.map { diff($0, indent) }.joined()
        + "\(indent)\(terminal.paint("again: \(again(result.step))", .dim))\n"
    }
    let changes = result.actions.map { action in
      guard case .edit(let edit) = action.action, let change = action.change else { return "" }
      return text(of: change, to: edit.path ?? edit.file, indent)
    }
    let differences = result.differences.map { "\(warning($0, indent))\(diff($0, indent))" }
    return (changes + differences).joined()
  }

  /// The place of a hint that does not hold, which is no more than worth a look.
  private func warning(_ difference: OutputDifference, _ indent: String) -> String {
    guard difference.expectation.isHint else { return "" }
    let place = page.source.filePosition(difference.expectation.position)
    let words = terminal.paint("warning:", .yellow)
    return
      "\(indent)\(page.path):\(place.line):\(place.column): \(words) the output is not like this\n"
  }

  private func diff(_ difference: OutputDifference, _ indent: String) -> String {
    let diff = LineDiff(
      from: Array(ExpectedOutput.lines(difference.expectation.text).prefix(200)),
      to: Array(ExpectedOutput.lines(difference.output).prefix(200))
    ).text(oldName: "the notes say", newName: "it printed")
    return diff.split(separator: "\n").prefix(16).map { "\(indent)\($0.printable)\n" }.joined()
  }

  /// `~/.bashrc: +2 lines`, and the first of them.
  private func text(of change: FileChange, to file: String, _ indent: String) -> String {
    guard !change.lines.isEmpty else { return "\(indent)\(file.printable): already there\n" }
    let shown = 8
    let counts = [
      change.added > 0 ? "+\(change.added.counted("line"))" : nil,
      change.removed > 0 ? "-\(change.removed.counted("line"))" : nil,
    ].compactMap(\.self).joined(separator: ", ")
    var text = "\(indent)\(file.printable): \(counts)\n"
    for line in change.lines.prefix(shown) {
      let style: Terminal.Style =
        line.hasPrefix("+") ? .green : line.hasPrefix("-") ? .red : .dim
      text += "\(indent)\(terminal.paint(line.printable, style))\n"
    }
    if change.lines.count > shown {
      text += "\(indent)… \(change.lines.count - shown) more\n"
    }
    return text
  }

  /// What a step is called: its title, or where others have the same title and number its id.
  private static func names(of steps: [Step]) -> [String: String] {
    let titles = Dictionary(grouping: steps) { "\($0.number ?? "") \($0.title)" }
    return titles.values.reduce(into: [:]) { names, group in
      for step in group { names[step.id] = group.count > 1 ? step.id : step.title }
    }
  }

  /// The command that runs a step with all that it needs.
  private func again(_ step: Step) -> String {
    let labels = page.steps.closure(of: step).map(\.label)
    let isOptional = page.steps.closure(of: step).contains(where: \.isOptional)
    let name = page.path.hasPrefix("content/") ? page.names.reference : page.path
    return
      "notes exec \(name) --only \(labels.joined(separator: ","))\(isOptional ? " --optional" : "")"
  }

  private func name(_ step: Step) -> String {
    let number = (step.number ?? "–").padded(to: numberWidth)
    let title = (names[step.id] ?? step.title).printable.cut(columns: titleWidth)
    return "\(number)  \(title.padded(to: titleWidth))"
  }
}

extension StepOutcome {
  fileprivate var isUnmetOrFailed: Bool {
    switch self {
    case .failed, .unmet: true
    default: false
    }
  }
}

extension Duration {
  /// The time as people say it: `40 ms`, `1.4 s`, `12 s`, `3 min 5 s`.
  var seconds: String {
    let (whole, attoseconds) = components
    if whole == 0 { return "\(attoseconds / 1_000_000_000_000_000) ms" }
    if whole >= 60 { return "\(whole / 60) min \(whole % 60) s" }
    if whole >= 10 { return "\(whole) s" }
    return "\(whole).\(attoseconds / 100_000_000_000_000_000) s"
  }
}
