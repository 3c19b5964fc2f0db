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
    let index = CourseIndex.page(settings: settings, pages: shown.map(PageSummary.init))
    let all = shown + (index.map { [$0] } ?? [])
    outline = CourseOutline(all.map(PageSummary.init), navigation: settings.navigation)
    self.pages = outline.order.map { all[$0] }
  }
}
