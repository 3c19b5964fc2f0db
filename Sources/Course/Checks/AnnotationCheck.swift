internal import Markdown

/// Finds names that authors give twice, and needs that name no step above.
enum AnnotationCheck {
  static func diagnostics(_ page: Page) -> [Diagnostic] {
    var result: [Diagnostic] = []
    var first: [String: Step] = [:]
    for (index, step) in page.steps.enumerated() {
      let position = page.source.filePosition(step.range.start)
      func tell(_ message: String, rule: String, mend: String) {
        result.append(
          Diagnostic(
            path: page.path, position: position, severity: .error, message: message, rule: rule,
            mend: mend))
      }
      if let name = step.settings.name {
        if let other = first[name] {
          let line = page.source.filePosition(other.range.start).line
          tell(
            "'\(name)' names two steps; first at \(page.path):\(line)", rule: "duplicate-name",
            mend: "give one of them another name")
        }
        first[name] = first[name] ?? step
      }
      for need in step.settings.needs
      where !page.steps[..<index].contains(where: { $0.isNamed(need) }) {
        let isBelow = page.steps[index...].contains { $0.isNamed(need) }
        let names = page.steps[..<index].flatMap { [$0.id, $0.number].compactMap(\.self) }
        let nearest = NearestName.suggestions(for: need, among: names).first
        tell(
          "'\(need)' is needed and \(isBelow ? "comes no earlier" : "names no step")",
          rule: "unknown-step",
          mend: isBelow
            ? "move the step up, or this one down"
            : nearest.map { "write `\($0)`" } ?? "`notes steps` lists the names")
      }
    }
    return result
  }
}
