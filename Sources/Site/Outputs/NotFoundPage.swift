public import Course
internal import Markdown

/// The text of `404.html`, which servers show for an address that is none.
public enum NotFoundPage {
  public static let path = "404.html"

  /// The page's root in place of `../`: a server shows the page under addresses of any depth, so that
  /// only whole addresses hold.
  ///
  /// - Returns: `nil` without a base URL; then there can be no such page.
  public static func root(settings: CourseSettings) -> String? { settings.baseURL }

  /// What stands in the page's body: the pages and sections of the first level to choose from.
  ///
  /// - Parameters:
  ///   - outline: its numbers are indices into `pages`.
  ///   - pages: in the order of the outline.
  /// - Returns: `nil` without a base URL.
  public static func html(
    _ outline: CourseOutline, _ pages: [ListedPage],
    settings: CourseSettings
  ) -> String? {
    guard let base = settings.baseURL else { return nil }
    var html: [UInt8] = []
    html.append(html: "<h1>Page not found</h1>\n")
    html.append(html: "<p>There is nothing at this address. It may have moved.</p>\n<ul>\n")
    for entry in outline.entries {
      let item: CourseOutline.Item?
      switch entry {
      case .page(let page): item = page
      case .section(let section): item = section.index
      }
      guard let item else { continue }
      html.append(html: "<li><a href=\"")
      html.append(escaping: pages[item.number].address.absolute(base))
      html.append(html: "\">")
      html.append(escaping: item.title)
      html.append(html: "</a></li>\n")
    }
    html.append(html: "</ul>\n")
    return String(decoding: html, as: UTF8.self)
  }
}
