import Course
import Site

/// The files of a site made of pages by their paths.
func testSite(
  _ pages: [String: String], theme: [String: String] = [:],
  settings: CourseSettings = CourseSettings()
) throws -> [SiteFile] {
  let theme = try Theme(overrides: theme.mapValues { Array($0.utf8) })
  let course = Course(
    settings: settings,
    pages: pages.map { Page(path: $0.key, bytes: Array($0.value.utf8)) })
  let links = LinkTable(
    paths: course.pages.map(\.path) + ["content/b.md", "content/x/b.md"], files: [])
  let context = PageContext(links: links, settings: settings, theme: theme)
  let drafts = course.pages.map { PageDraft($0, in: context) }
  let builder = SiteBuilder(
    settings: course.settings, theme: theme, pages: drafts.map(\.page))
  return builder.commonFiles()
    + builder.pages.enumerated().compactMap { index, page in
      drafts.first { $0.page.path == page.path }.map { builder.page(index, draft: $0).file }
    }
}

/// The HTML of a page among others.
func sitePage(_ markdown: String) throws -> String {
  let files = try testSite(["content/a.md": markdown])
  return String(decoding: files.first { $0.path == "a.html" }?.bytes ?? [], as: UTF8.self)
}
