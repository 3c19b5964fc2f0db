public import Course
internal import Markdown

/// What a page's head tells programs: its address, its icon, and how to show a link to it.
public enum HeadTags {
  /// Elements for `<head>`, a line each.
  ///
  /// Addresses of other files are relative; `canonical` and `og:url` need a base URL and are left out
  /// without one.
  ///
  /// - Parameter hasFeed: whether the site has a feed.
  public static func html(
    _ page: ListedPage, settings: CourseSettings, hasFeed: Bool
  ) -> [UInt8] {
    let (summary, address) = (page.summary, page.address)
    var html: [UInt8] = []
    html.reserveCapacity(1024)
    func add(_ opening: String, _ value: String, _ closing: String = "\">\n") {
      html.append(html: opening)
      html.append(escaping: value)
      html.append(html: closing)
    }
    let url = settings.baseURL.map(address.absolute)
    if let url { add("<link rel=\"canonical\" href=\"", url) }
    if summary.hiding.contains(.search) {
      html.append(html: "<meta name=\"robots\" content=\"noindex\">\n")
    }
    html.append(html: icons(root: address.root))
    add(
      "<link rel=\"alternate\" type=\"text/markdown\" href=\"",
      address.relative(to: MarkdownTwin.path(of: summary)))
    if hasFeed {
      add(
        "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"", settings.title,
        "\" href=\"")
      add("", address.root + AtomFeed.path)
    }
    let isFirst = address.path == "index.html"
    func graph(_ name: String, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      html.append(html: "<meta property=\"og:")
      html.append(html: name)
      add("\" content=\"", value)
    }
    graph("type", isFirst ? "website" : "article")
    graph("title", summary.title)
    graph("description", summary.description ?? (isFirst ? settings.description : nil))
    graph("url", url)
    graph("site_name", settings.title)
    graph("locale", locale(settings.language))
    return html
  }

  /// The icons of the site, which every page names; `root` leads to the site's folder.
  static func icons(root: String) -> String {
    """
    <link rel="icon" type="image/svg+xml" href="\(root)\(SiteIcon.path)">
    <link rel="apple-touch-icon" href="\(root)\(SiteIcon.touchIcon)">
    <link rel="manifest" href="\(root)\(WebManifest.path)">

    """
  }

  /// Open Graph's form of a language with its country: `pt_BR`. A language alone has none.
  private static func locale(_ language: String) -> String? {
    let parts = language.split(separator: "-")
    guard let country = parts.dropFirst().first(where: { $0.utf8.count == 2 }) else { return nil }
    return "\(parts[0].lowercased())_\(country.uppercased())"
  }
}
