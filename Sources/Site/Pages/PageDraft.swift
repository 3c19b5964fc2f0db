public import Course

/// What can be made of a page by itself: all but what its neighbours decide.
public struct PageDraft: Sendable {
  public var page: SitePage
  /// The content as HTML.
  public var body: [UInt8]
  /// The list of the page's headings as HTML; empty where there are too few to choose from.
  public var contents: [UInt8]
  /// The page's notes for programs that read Markdown; see ``MarkdownTwin``.
  public var twin: [UInt8]

  /// - Parameters:
  ///   - links: what links on the page can lead to.
  ///   - lock: the ids that headings have had.
  public init(_ page: Page, links: LinkTable, lock: AnchorLock? = nil, settings: CourseSettings) {
    contents = TableOfContents(page.headings).html
    self.page = SitePage(page, hasContents: !contents.isEmpty)
    body =
      PageBody(
        page, links: links, earlierIDs: lock?.earlier(of: self.page.links) ?? [:],
        rawHTML: settings.rawHTML
      ).html
    twin = MarkdownTwin.file(page, links: links).bytes
  }

  public init(page: SitePage, body: [UInt8], contents: [UInt8], twin: [UInt8]) {
    self.page = page
    self.body = body
    self.contents = contents
    self.twin = twin
  }
}
