/// The order in which a reader goes through pages.
public enum PageOrder {
  /// The index first, then pages with an order by it, then by name as people count: week2 before week10.
  ///
  /// - Parameter key: a page's path and its place among its neighbours.
  public static func sorted<Page>(
    _ pages: [Page], by key: (Page) -> (path: String, order: Int?)
  ) -> [Page] {
    let keyed = pages.map { page in
      let (path, order) = key(page)
      let isIndex = PagePath(path).reference == "index"
      return (page, rank: isIndex ? Int.min : order ?? Int.max, name: NaturalOrder(path))
    }
    return keyed.sorted { ($0.rank, $0.name) < ($1.rank, $1.name) }.map(\.0)
  }
}
