public import Course
internal import Markdown

/// Makes the files of a course's website. It reads and writes none itself.
public struct SiteBuilder: Sendable {
  private let course: Course
  private let theme: Theme

  public init(course: Course, theme: Theme) {
    self.course = course
    self.theme = theme
  }

  /// Every page and the theme's files, in order of path.
  public func files() -> [SiteFile] {
    let addresses = course.pages.map { PageAddress($0.path) }
    let navigation = Navigation(course.pages, addresses)
    let pages = course.pages.indices.map { index in
      SiteFile(path: addresses[index].path, bytes: Array(page(index, addresses, navigation).utf8))
    }
    let assets = theme.assets.map { SiteFile(path: $0.key, bytes: $0.value) }
    return (pages + assets).sorted { $0.path < $1.path }
  }

  private func page(
    _ index: Int, _ addresses: [PageAddress], _ navigation: Navigation
  ) -> String {
    let page = course.pages[index]
    let address = addresses[index]
    var values: [String: Any] = [
      "language": course.settings.language, "title": page.title,
      "courseTitle": course.settings.title, "root": address.root,
      "home": address.root + "index.html", "stylesheet": address.root + "style.css",
      "script": address.root + "notes.js",
      "navigation": navigation.html(current: index),
      "body": PageBody(page).html,
    ]
    // swift-mustache takes an empty text for true, so that what is empty has to be left out.
    let description =
      page.frontMatter.description ?? (index == 0 ? course.settings.description : "")
    if !description.isEmpty { values["description"] = description }
    let contents = TableOfContents(page.headings).html
    values["contents"] = contents
    values["hasContents"] = !contents.isEmpty
    let steps = page.steps.count { $0.kind.isRunnable }
    if steps > 0 { values["stepCount"] = String(steps) }
    if index > 0 { values["previous"] = link(to: index - 1, addresses, from: address) }
    if index + 1 < course.pages.count {
      values["next"] = link(to: index + 1, addresses, from: address)
    }
    return theme.page(values)
  }

  private func link(to index: Int, _ addresses: [PageAddress], from: PageAddress) -> [String: Any] {
    var href: [UInt8] = []
    href.append(escapingPath: from.root + addresses[index].path)
    // The template escapes for HTML once more, which an address of these bytes does not change.
    return ["href": String(decoding: href, as: UTF8.self), "title": course.pages[index].title]
  }
}

/// Where a page stands in the site.
struct PageAddress {
  /// Relative to the site: `week1.html` for `content/week1.md`.
  let path: String
  /// What leads from the page to the site's folder: empty, or `../` for each folder down.
  let root: String

  init(_ source: String) {
    path = PagePath(source).site
    root = String(repeating: "../", count: path.count { $0 == "/" })
  }
}
