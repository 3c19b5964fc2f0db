public import Course

/// What can be made of a page by itself: all but what its neighbours decide.
public struct PageDraft: Sendable {
  public var summary: PageSummary
  /// The content as HTML.
  public var body: [UInt8]
  /// The list of the page's headings as HTML; empty where there are too few to choose from.
  public var contents: [UInt8]

  public init(_ page: Page) {
    body = PageBody(page).html
    contents = TableOfContents(page.headings).html
    summary = PageSummary(page, hasContents: !contents.isEmpty)
  }

  public init(summary: PageSummary, body: [UInt8], contents: [UInt8]) {
    self.summary = summary
    self.body = body
    self.contents = contents
  }
}
