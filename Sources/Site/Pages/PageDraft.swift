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

  public init(_ page: Page, in context: PageContext) {
    let links = PageLinks(page)
    let content = PageBody(page, links, in: context)
    body = content.html
    twin = MarkdownTwin.file(page, links: context.links).bytes
    contents = TableOfContents(page.headings).html
    self.page = SitePage(page, links, content, hasContents: !contents.isEmpty)
  }

  public init(page: SitePage, body: [UInt8], contents: [UInt8], twin: [UInt8]) {
    self.page = page
    self.body = body
    self.contents = contents
    self.twin = twin
  }
}
