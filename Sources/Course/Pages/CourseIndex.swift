/// The first page of a course that has none of its own.
public enum CourseIndex {
  /// The course's title, its description and a list of its pages; `nil` where there is an index.
  ///
  /// - Parameter pages: all of the course, without drafts.
  public static func page(settings: CourseSettings, pages: [PageSummary]) -> Page? {
    let addresses = SiteAddresses(pages.map(\.path))
    guard !pages.isEmpty, !pages.contains(where: { addresses[$0.path]?.path == "index.html" })
    else { return nil }
    let outline = CourseOutline(pages, navigation: settings.navigation)
    let list = outline.order.prefix(outline.listedCount).map { number in
      let page = pages[number]
      let title = page.title.filter { !"[]`*_<>\\".contains($0) }
      return "- [\(title)](<\(PagePath(page.path).reference).md>)\n"
    }
    let text = "# \(settings.title)\n\n\(settings.description)\n\n\(list.joined())"
    return Page(path: "content/index.md", bytes: Array(text.utf8))
  }
}
