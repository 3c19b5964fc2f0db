/// All pages of a course in the order a reader goes through them.
public struct Course: Sendable {
  public let settings: CourseSettings
  /// Without drafts.
  public let pages: [Page]

  public init(settings: CourseSettings, pages: [Page]) {
    self.settings = settings
    let shown = PageOrder.sorted(
      pages.filter { !$0.frontMatter.isDraft }, by: { ($0.path, $0.frontMatter.order) })
    let index = CourseIndex.page(settings: settings, pages: shown.map { ($0.path, $0.title) })
    self.pages = (index.map { [$0] } ?? []) + shown
  }
}
