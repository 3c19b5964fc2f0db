/// All pages of a course in the order a reader goes through them.
public struct Course: Sendable {
  public let settings: CourseSettings
  /// Without drafts.
  public let pages: [Page]

  public init(settings: CourseSettings, pages: [Page]) {
    self.settings = settings
    let shown = pages.filter { !$0.frontMatter.isDraft }.sorted(by: Self.precedes)
    let hasIndex = shown.contains { $0.names.reference == "index" }
    self.pages = hasIndex || shown.isEmpty ? shown : [Self.index(of: shown, settings)] + shown
  }

  /// A first page for a course that has none: its title, its description and a list of the others.
  private static func index(of pages: [Page], _ settings: CourseSettings) -> Page {
    let list = pages.map { page in
      let title = page.title.filter { !"[]`*_<>\\".contains($0) }
      return "- [\(title)](<\(page.names.reference).md>)\n"
    }
    let text = "# \(settings.title)\n\n\(settings.description)\n\n\(list.joined())"
    return Page(path: "content/index.md", bytes: Array(text.utf8))
  }

  /// The index first, then pages with an order by it, then by name as people count: week2 before
  /// week10.
  private static func precedes(_ left: Page, _ right: Page) -> Bool {
    let key = { (page: Page) in
      (page.names.reference == "index" ? 0 : 1, page.frontMatter.order ?? .max)
    }
    if key(left) != key(right) { return key(left) < key(right) }
    return NaturalOrder(left.path) < NaturalOrder(right.path)
  }
}
