/// From where a page is left out, though it stands in the site and can be linked to.
public struct PageHiding: OptionSet, Sendable, Hashable {
  public let rawValue: Int

  public init(rawValue: Int) { self.rawValue = rawValue }

  /// The list of pages, and the way from each page to the next.
  public static let navigation = PageHiding(rawValue: 1 << 0)
  /// The search on the site and what tells others of its pages: `sitemap.xml` and `llms.txt`.
  public static let search = PageHiding(rawValue: 1 << 1)
  public static let feed = PageHiding(rawValue: 1 << 2)

  /// What `hide: true` means.
  public static let everywhere: PageHiding = [.navigation, .search, .feed]

  /// Parts of a page that MkDocs leaves out by the same key; here they are not in the way.
  static let foreign: Set<String> = ["toc", "path", "tags", "footer", "feedback"]

  static let names: [(name: String, hiding: PageHiding)] = [
    ("navigation", .navigation), ("search", .search), ("feed", .feed),
  ]
}
