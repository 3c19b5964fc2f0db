import Course
import Markdown

/// A page's steps for people: a line each with number, title, kind and traits, then what is done.
struct StepTable {
  private let page: Page
  private let explains: Bool

  /// - Parameter explains: whether to say which rule on which words made each step what it is.
  init(_ page: Page, explains: Bool = false) {
    self.page = page
    self.explains = explains
  }

  func text(_ terminal: Terminal) -> String {
    guard !page.steps.isEmpty else { return "\(page.path): no shell code blocks\n" }
    var result = "\(terminal.paint(page.title.printable, .bold))  \(page.path)\n"
    let width = page.steps.map { ($0.number ?? "–").columns }.max() ?? 1
    let labels = page.stepLabels
    for step in page.steps {
      let number = (step.number ?? "–").padded(to: width)
      let facts =
        [step.kind.rawValue] + (step.isOptional ? ["optional"] : [])
        + step.traits.sorted().map(\.rawValue)
      result +=
        "\n\(terminal.paint(number, .bold))  \(terminal.paint(step.title.printable, .bold))\n"
      let indent = String(repeating: " ", count: width + 2)
      let place = "\(step.id), line \(step.range.start.line): \(facts.joined(separator: ", "))"
      result += "\(indent)\(terminal.paint(place, .dim))\n"
      let needs = step.neededSteps.compactMap { labels[$0] }
      if !needs.isEmpty {
        result += "\(indent)\(terminal.paint("needs \(needs.joined(separator: ", "))", .dim))\n"
      }
      if explains {
        for line in StepExplanation(step).lines {
          result += "\(indent)\(terminal.paint(line, .dim))\n"
        }
      }
      for action in step.actions { result += Self.lines(of: action, indent: indent, terminal) }
    }
    return result
  }

  /// The commands or the edit of an action, a line each.
  static func lines(of action: StepAction, indent: String, _ terminal: Terminal) -> String {
    switch action {
    case .command(let command):
      let lines = command.text.split(separator: "\n", omittingEmptySubsequences: false)
      let other = command.doneBy.map {
        "\(indent)  \(terminal.paint("not run: step \($0) makes the edit", .dim))\n"
      }
      let language = command.runner.map {
        "\(indent)\(terminal.paint("[\($0.language)]", .green))\n"
      }
      return (language ?? "")
        + lines.enumerated().map { index, line in
          let sign = index == 0 && language == nil ? "$" : ">"
          return "\(indent)\(terminal.paint(sign, .green)) \(line.printable)\n"
        }.joined() + (other ?? "")
    case .edit(let edit):
      let lines = edit.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      return
        "\(indent)\(terminal.paint("edit", .blue)) \((edit.path ?? edit.file).printable): \(edit.action.verb)\n"
        + lines.map { "\(indent)  \(terminal.paint("+", .green)) \($0.printable)\n" }.joined()
    }
  }
}

extension Page {
  /// How messages name each step, by its id.
  var stepLabels: [String: String] {
    Dictionary(steps.map { ($0.id, $0.label) }) { first, _ in first }
  }
}

extension StepEdit.Action {
  /// What is done, in a word.
  fileprivate var verb: String {
    switch self {
    case .append: "add"
    case .create: "write"
    case .replace: "replace"
    case .set: "set"
    }
  }
}
