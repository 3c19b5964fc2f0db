public import Course

/// `robots.txt` of RFC 9309: all may read all, and where the list of pages is.
///
/// It counts only at the top of a host; in a folder of one it does no harm.
public enum RobotsFile {
  public static let path = "robots.txt"

  /// - Returns: `nil` without a base URL, without which it would say nothing.
  public static func file(settings: CourseSettings) -> SiteFile? {
    guard let base = settings.baseURL else { return nil }
    let text = "User-agent: *\nAllow: /\n\nSitemap: \(base)\(Sitemap.path)\n"
    return SiteFile(path: path, bytes: Array(text.utf8))
  }
}
