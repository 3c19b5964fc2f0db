/// What lists of pages need to know of one, so that its text and tree can be let go.
public struct PageSummary: Sendable, Equatable {
  /// That of the notes: `content/part/week1.md`.
  public var path: String
  public var title: String
  public var description: String?
  public var order: Int?
  public var date: Timestamp?
  public var updated: Timestamp?
  /// When the file was last committed; `nil` where it is not committed as it is.
  public var committed: Timestamp?
  public var tags: [String] = []
  public var aliases: [PageAlias] = []
  public var hiding: PageHiding = []
  public var isDraft = false

  public init(path: String, title: String) {
    self.path = path
    self.title = title
  }

  public init(_ page: Page) {
    path = page.path
    title = page.title
    description = page.frontMatter.description
    order = page.frontMatter.order
    date = page.frontMatter.date
    updated = page.frontMatter.updated
    tags = page.frontMatter.tags
    aliases = page.frontMatter.aliases
    hiding = page.frontMatter.hiding
    isDraft = page.frontMatter.isDraft
  }

  /// When the page was last changed: as it says itself, else as git knows, else when it came out.
  public var lastChange: Timestamp? { updated ?? committed ?? date }
}
