/// The first page of a course that has none of its own.
public enum CourseIndex {
  /// The course's title, its description and a list of its pages; `nil` where there is an index.
  ///
  /// - Parameter pages: their paths and titles, in the order of the course.
  public static func page(
    settings: CourseSettings, pages: [(path: String, title: String)]
  ) -> Page? {
    guard !pages.isEmpty, !pages.contains(where: { PagePath($0.path).reference == "index" }) else {
      return nil
    }
    let list = pages.map { page in
      let title = page.title.filter { !"[]`*_<>\\".contains($0) }
      return "- [\(title)](<\(PagePath(page.path).reference).md>)\n"
    }
    let text = "# \(settings.title)\n\n\(settings.description)\n\n\(list.joined())"
    return Page(path: "content/index.md", bytes: Array(text.utf8))
  }
}
