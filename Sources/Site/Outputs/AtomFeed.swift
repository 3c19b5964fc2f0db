public import Course

/// `feed.xml`: the pages that have a date, newest first, as Atom (RFC 4287).
///
/// An entry's id is its page's address, so that it stays while the page does; nothing in the feed
/// depends on when it is made.
public enum AtomFeed {
  public static let path = "feed.xml"

  /// How many pages the feed has at most.
  static let limit = 50

  /// Whether there is one.
  static func isMade(_ pages: [ListedPage], settings: CourseSettings) -> Bool {
    settings.baseURL != nil
      && pages.contains { $0.summary.date != nil && !$0.summary.hiding.contains(.feed) }
  }

  /// - Parameter pages: in any order.
  /// - Returns: `nil` without a base URL, or when no page has a date.
  public static func file(
    _ pages: [ListedPage], settings: CourseSettings
  ) -> SiteFile? {
    guard let base = settings.baseURL else { return nil }
    let dated = pages.compactMap { page in
      page.summary.hiding.contains(.feed) ? nil : page.summary.date.map { (page: page, date: $0) }
    }.sorted { ($1.date, $0.page.address.path) < ($0.date, $1.page.address.path) }
    // A page that came out later than it was changed was changed when it came out.
    let updates = dated.map { max($0.date, $0.page.summary.lastChange ?? $0.date) }
    guard let newest = updates.prefix(limit).max() else { return nil }
    var xml = XMLText()
    xml.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    xml.open(
      "feed", [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", settings.language)])
    // The first page may be an entry, whose id is the base.
    xml.element("id", [], base + path)
    xml.element("title", [], settings.title)
    if !settings.description.isEmpty { xml.element("subtitle", [], settings.description) }
    xml.element("updated", [], newest.text)
    xml.empty("link", [("rel", "self"), ("type", "application/atom+xml"), ("href", base + path)])
    xml.empty("link", [("rel", "alternate"), ("type", "text/html"), ("href", base)])
    // Section 4.1.1: a feed has an author, and notes name none but the course.
    xml.open("author")
    xml.element("name", [], settings.title)
    xml.close("author")
    for ((page, date), update) in zip(dated, updates).prefix(limit) {
      let url = page.address.absolute(base)
      xml.open("entry")
      xml.element("id", [], url)
      xml.element("title", [], page.summary.title)
      xml.element("published", [], date.text)
      xml.element("updated", [], update.text)
      xml.empty("link", [("rel", "alternate"), ("type", "text/html"), ("href", url)])
      for tag in page.summary.tags { xml.empty("category", [("term", tag)]) }
      xml.element("summary", [], page.summary.description ?? page.summary.title)
      xml.close("entry")
    }
    xml.close("feed")
    return SiteFile(path: path, bytes: Array(xml.text.utf8))
  }
}
