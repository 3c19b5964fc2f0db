public import Course

/// `sitemap.xml` of sitemaps.org 0.9: every page that search engines may show, with its date.
public enum Sitemap {
  public static let path = "sitemap.xml"

  /// - Parameter pages: in the order of the course.
  /// - Returns: `nil` without a base URL, as the file has to name whole addresses.
  public static func file(
    _ pages: [ListedPage], settings: CourseSettings
  ) -> SiteFile? {
    guard let base = settings.baseURL else { return nil }
    var xml = XMLText()
    xml.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    xml.open("urlset", [("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")])
    for page in pages where !page.summary.hiding.contains(.search) {
      xml.open("url")
      xml.element("loc", [], page.address.absolute(base))
      if let date = page.summary.lastChange { xml.element("lastmod", [], date.text) }
      xml.close("url")
    }
    xml.close("urlset")
    return SiteFile(path: path, bytes: Array(xml.text.utf8))
  }
}
