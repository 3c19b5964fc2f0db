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
  /// What of the page is searched; see ``SearchText``. It is empty for one that search leaves out.
  public var search: [UInt8]

  /// - Parameter record: that of the page's last recorded run.
  public init(_ page: Page, record: PageRecord? = nil, in context: PageContext) {
    let links = PageLinks(page).withinCourse
    let resolutions = PageResolutions(context.links, onPage: page.path)
    let recorded = record.map { RecordedSteps(page, $0) }
    let places = PagePlaces(page)
    let content = PageBody(page, places, links, resolutions, recorded, in: context)
    body = content.html
    twin = MarkdownTwin.file(page, links: links, resolutions).bytes
    contents = TableOfContents(page.headings).html
    search =
      page.frontMatter.hiding.contains(.search) ? [] : SearchText(page, places, recorded).bytes
    self.page = SitePage(page, links, content, run: recorded?.run, hasContents: !contents.isEmpty)
  }

  public init(
    page: SitePage, body: [UInt8], contents: [UInt8], twin: [UInt8], search: [UInt8]
  ) {
    self.page = page
    self.body = body
    self.contents = contents
    self.twin = twin
    self.search = search
  }
}
