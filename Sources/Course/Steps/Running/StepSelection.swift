import Markdown

/// Which steps of a page are asked for; with nothing said, all.
public struct StepSelection: Sendable, Equatable {
  /// Steps that fit one of these patterns, and no others; see ``Step/fits(_:)``.
  public var only: [String] = []
  /// The first step, all after it following.
  public var from: String?
  /// The last step.
  public var until: String?
  /// Steps to leave out.
  public var skip: [String] = []

  public init() {}

  /// The steps that are asked for, in the page's order.
  ///
  /// - Throws: ``UnknownStep`` for a pattern that fits no step, so that a slip runs nothing.
  public func steps(of page: Page) throws(UnknownStep) -> [Step] {
    let steps = page.steps
    for pattern in only + skip + [from, until].compactMap(\.self)
    where !steps.contains(where: { $0.fits(pattern) }) {
      throw UnknownStep(pattern: pattern, page: page)
    }
    let start = from.flatMap { from in steps.firstIndex { $0.fits(from) } } ?? 0
    let end = until.flatMap { until in steps.lastIndex { $0.fits(until) } } ?? steps.count - 1
    guard start <= end else { return [] }
    return steps[start...end].filter { step in
      (only.isEmpty || only.contains(where: step.fits)) && !skip.contains(where: step.fits)
    }
  }
}

/// A pattern that fits no step of a page.
public struct UnknownStep: Error, CustomStringConvertible {
  public let description: String

  init(pattern: String, page: Page) {
    let names = page.steps.flatMap { [$0.number, $0.id].compactMap(\.self) }
    // All short names are near to each other.
    let nearest =
      pattern.count < 3 ? [] : NearestName.suggestions(for: pattern, among: names)
    let hint =
      nearest.isEmpty
      ? "`notes steps \(page.names.reference)` lists them"
      : "is it \(nearest.map { "'\($0)'" }.joined(separator: " or "))?"
    description = "\(page.path) has no step '\(pattern)'; \(hint)"
  }
}

extension [Step] {
  /// A step with all that it needs, and what they need, in the page's order.
  public func closure(of step: Step) -> [Step] {
    var wanted: Set<String> = [step.id]
    for candidate in reversed() where wanted.contains(candidate.id) {
      wanted.formUnion(candidate.neededSteps)
    }
    return filter { wanted.contains($0.id) }
  }
}
