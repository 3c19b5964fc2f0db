/// A page as lists of pages show it: what it says of itself, and where it stands in the site.
public struct ListedPage: Sendable, Equatable {
  public var summary: PageSummary
  public var address: SiteAddress

  public init(_ summary: PageSummary, at address: SiteAddress) {
    self.summary = summary
    self.address = address
  }

  /// Pages with their addresses.
  ///
  /// - Parameter pages: all pages of the course, without drafts, in its order.
  public static func all(_ pages: [PageSummary]) -> [ListedPage] {
    let addresses = SiteAddresses(pages.map(\.path))
    return pages.compactMap { page in addresses[page.path].map { ListedPage(page, at: $0) } }
  }
}
