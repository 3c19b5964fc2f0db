import Course

/// What each step needs of earlier ones, a line each: `4.3 ← 4.2 (~/soft/docker-compose)`.
struct StepGraph {
  private let page: Page

  init(_ page: Page) { self.page = page }

  func text(_ terminal: Terminal) -> String {
    let labels = Dictionary(
      page.steps.map { ($0.id, $0.label) }, uniquingKeysWith: { first, _ in first })
    let width = page.steps.map(\.label.columns).max() ?? 1
    return page.steps.map { step in
      let needs = step.neededSteps.map { id in
        let things = step.needs.filter { $0.step == id }.compactMap(\.thing.name)
          .joined(separator: ", ")
        return things.isEmpty
          ? labels[id] ?? id : "\(labels[id] ?? id) (\(things.printable))"
      }
      guard !needs.isEmpty else { return "\(terminal.paint(step.label, .bold))\n" }
      let arrow = " \(terminal.paint("←", .dim)) \(needs.joined(separator: ", "))"
      return "\(terminal.paint(step.label.padded(to: width), .bold))\(arrow)\n"
    }.joined()
  }
}

extension StepNeed.Thing {
  fileprivate var name: String? {
    switch self {
    case .path(let path): path
    case .command(let name): "the command \(name)"
    case .unnamed: nil
    }
  }
}
