/// All pages of a course in the order a reader goes through them.
public struct Course: Sendable {
  public let settings: CourseSettings
  /// Without drafts.
  public let pages: [Page]
  /// The same pages as a tree; its numbers are indices into ``pages``.
  public let outline: CourseOutline

  public init(settings: CourseSettings, pages: [Page]) {
    self.settings = settings
    let shown = pages.filter { !$0.frontMatter.isDraft }
    let addresses = SiteAddresses(shown.map(\.path))
    let hasIndex = shown.contains { addresses[$0.path]?.path == "index.html" }
    var all = shown
    if !hasIndex, !shown.isEmpty {
      let outline = CourseOutline(shown.map(PageSummary.init), navigation: settings.navigation)
      let listed = outline.order.prefix(outline.listedCount).map { shown[$0] }
      all.append(Self.index(of: listed, settings))
    }
    outline = CourseOutline(all.map(PageSummary.init), navigation: settings.navigation)
    self.pages = outline.order.map { all[$0] }
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
}
