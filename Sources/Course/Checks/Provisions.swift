internal import Markdown

/// What readers have by the time they come to a page: tools that earlier pages have them install, or
/// that were told to be missing there.
public struct Provisions: Sendable {
  private(set) var tools: Set<String> = []

  /// Nothing but a plain system.
  public init() {}

  /// Adds what a page's commands install and its texts say to install, and what it uses.
  mutating func add(_ page: Page) {
    let texts = StepTexts(page)
    let commands = page.steps.flatMap(\.commands).flatMap(\.simpleCommands)
      .map(ResolvedCommand.init)
    let found =
      commands.flatMap { Products.commands(of: $0) + [$0.name] }
      + texts.installed
    // Pages that add nothing share one set.
    let new = Set(found.filter { InstallableTool.named($0) != nil }).subtracting(tools)
    if !new.isEmpty { tools.formUnion(new) }
  }
}

extension Course {
  /// What readers have before each page, by its path.
  public var provisions: [String: Provisions] {
    var provisions = Provisions()
    return pages.reduce(into: [:]) { result, page in
      result[page.path] = provisions
      provisions.add(page)
    }
  }
}
