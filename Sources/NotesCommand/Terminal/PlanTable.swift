import Course
import Markdown
import Runner

/// A plan for people: each step with what it needs and asks of the machine, then what it does; edits as
/// the lines they add.
struct PlanTable {
  private let page: Page
  private let plan: RunPlan

  init(_ page: Page, _ plan: RunPlan) {
    self.page = page
    self.plan = plan
  }

  func text(_ terminal: Terminal) -> String {
    var result = "\(terminal.paint(page.title.printable, .bold))  \(page.path)\n"
    let steps = plan.entries.map(\.step)
    let width = steps.map { ($0.number ?? "–").columns }.max() ?? 1
    let indent = String(repeating: " ", count: width + 2)
    let labels = page.stepLabels
    for entry in plan.entries {
      let step = entry.step
      let number = (step.number ?? "–").padded(to: width)
      result +=
        "\n\(terminal.paint(number, .bold))  \(terminal.paint(step.title.printable, .bold))\n"
      if let reason = entry.reason {
        result += "\(indent)\(terminal.paint("not run: \(reason)", .yellow))\n"
        continue
      }
      let traits = step.traits.sorted().map { trait in
        terminal.paint(trait.rawValue, trait == .destructive ? .red : .dim)
      }
      let needs = step.neededSteps.compactMap { labels[$0] }
      let facts = traits + (needs.isEmpty ? [] : ["needs \(needs.joined(separator: ", "))"])
      if !facts.isEmpty { result += "\(indent)\(facts.joined(separator: ", "))\n" }
      for action in step.ownActions {
        result += StepTable.lines(of: action, indent: indent, terminal)
      }
    }
    let count = plan.entries.count { $0.reason == nil }
    return result + "\n\(count) of \(page.steps.count.counted("step")) to run\n"
  }
}
