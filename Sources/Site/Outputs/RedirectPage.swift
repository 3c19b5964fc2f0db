public import Course
internal import Markdown

/// The page at an earlier address, which leads readers on without a server's help.
public enum RedirectPage {
  /// - Parameters:
  ///   - alias: the file in the site that it is.
  ///   - target: the page it leads to.
  ///   - title: that of the page.
  public static func file(
    alias: String, to target: SiteAddress, title: String, settings: CourseSettings
  ) -> SiteFile {
    let relative = SiteAddress(path: alias).relative(to: target.path)
    let canonical = settings.baseURL.map(target.absolute) ?? relative
    var html: [UInt8] = []
    html.append(html: "<!doctype html>\n<html lang=\"")
    html.append(escaping: settings.language)
    html.append(html: "\">\n<meta charset=\"utf-8\">\n<title>")
    html.append(escaping: title)
    html.append(html: "</title>\n<link rel=\"canonical\" href=\"")
    html.append(escaping: canonical)
    html.append(html: "\">\n<meta name=\"robots\" content=\"noindex\">\n")
    html.append(html: "<meta http-equiv=\"refresh\" content=\"0; url=")
    html.append(escaping: relative)
    html.append(html: "\">\n<p><a href=\"")
    html.append(escaping: relative)
    html.append(html: "\">")
    html.append(escaping: title)
    html.append(html: "</a></p>\n</html>\n")
    return SiteFile(path: alias, bytes: html)
  }

  /// Those of all aliases but the ones that clash with a page or an earlier alias, which
  /// `AddressCheck` tells.
  public static func files(
    _ pages: [ListedPage], settings: CourseSettings
  ) -> [SiteFile] {
    var taken = Set(pages.map { $0.address.path.lowercased() })
    return pages.flatMap { page in
      page.summary.aliases.filter { taken.insert($0.address.lowercased()).inserted }.map {
        file(alias: $0.address, to: page.address, title: page.summary.title, settings: settings)
      }
    }
  }
}
