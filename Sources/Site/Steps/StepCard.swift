internal import Course
internal import Markdown

/// A step as a card: number, title and signs, then what to do, and what became of it where a record
/// tells.
struct StepCard {
  let step: Step
  let recorded: RecordedSteps?
  let blanks: StepBlanks
  private let state: RecordedState?

  /// - Parameters:
  ///   - recorded: what the record of the page says; `nil` without one.
  ///   - values: those that the author gives for placeholders, by name.
  init(_ step: Step, recorded: RecordedSteps? = nil, values: [String: String] = [:]) {
    self.step = step
    self.recorded = recorded
    blanks = StepBlanks(step, values: values)
    state = recorded?.state(of: step)
  }

  var status: StepStatus? { state.map { StepStatus($0) } }

  /// What is recorded of the step as it is now.
  var entry: StepRecord? {
    guard case .current(let entry)? = state else { return nil }
    return entry
  }

  // The id of a card holds a colon, which no heading's id has.
  func append(to output: inout [UInt8]) {
    let isQuiet = !step.isTask
    output.append(html: "<figure class=\"step")
    output.append(html: isQuiet ? " quiet\" id=\"step:" : "\" id=\"step:")
    output.append(escaping: step.id)
    output.append(html: "\" data-kind=\"")
    output.append(html: step.kind.rawValue)
    output.append(html: "\"")
    if let status { output.append(html: " data-status=\"\(status.rawValue)\"") }
    if step.isCopiedAlong {
      output.append(html: " data-run")
      if let text = step.typedText {
        output.append(html: "=\"")
        output.append(escaping: text)
        output.append(html: "\"")
      }
    }
    output.append(html: step.isOptional ? " data-optional>\n" : ">\n")
    appendCaption(to: &output)
    blanks.appendInputs(to: &output)
    if step.edits.isEmpty {
      appendCode(to: &output)
    } else {
      appendActions(to: &output)
    }
    appendPrinted(to: &output)
    appendOutcome(to: &output)
    output.append(html: "</figure>\n")
  }

  private func appendCaption(to output: inout [UInt8]) {
    output.append(html: "<figcaption>\n")
    if let number = step.number {
      output.append(html: "<span class=\"step-number\">Step ")
      output.append(escaping: number)
      output.append(html: "</span> ")
    }
    output.append(html: "<a class=\"step-title\" href=\"#step:")
    output.append(escapingURL: step.id)
    output.append(html: "\">")
    output.append(escaping: step.title)
    output.append(html: "</a>\n")
    let signs = StepSigns(step).all
    if !signs.isEmpty {
      output.append(html: "<ul class=\"signs\">")
      for (name, words) in signs {
        output.append(html: "<li data-trait=\"")
        output.append(html: name)
        output.append(html: "\">")
        output.append(html: words)
        output.append(html: "</li>")
      }
      output.append(html: "</ul>\n")
    }
    output.append(html: "</figcaption>\n")
  }
}
