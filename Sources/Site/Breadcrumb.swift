internal import Course
internal import Markdown

/// The way to a page: the first page of the course and the sections around the page, each a link where
/// it has a page of its own.
enum Breadcrumb {
  /// The HTML for each page, by its number; empty for those that stand in no section.
  ///
  /// - Parameters:
  ///   - pages: in the order of the outline, whose numbers are places in it.
  ///   - home: what the first page is called.
  static func all(_ outline: CourseOutline, _ pages: [ListedPage], home: String) -> [[UInt8]] {
    var result = [[UInt8]](repeating: [], count: pages.count)
    func collect(_ entries: [CourseOutline.Entry], within sections: [CourseOutline.Section]) {
      for entry in entries {
        switch entry {
        case .page(let item):
          result[item.number] = html(pages[item.number], sections, pages, home: home)
        case .section(let section):
          // The page of the section itself stands beside it.
          if let index = section.index {
            result[index.number] = html(pages[index.number], sections, pages, home: home)
          }
          collect(section.entries, within: sections + [section])
        }
      }
    }
    collect(outline.entries, within: [])
    return result
  }

  private static func html(
    _ page: ListedPage, _ sections: [CourseOutline.Section], _ pages: [ListedPage], home: String
  ) -> [UInt8] {
    guard !sections.isEmpty else { return [] }
    var html: [UInt8] = []
    html.append(html: "<ol>\n<li><a href=\"\(page.address.root)index.html\">")
    html.append(escaping: home)
    html.append(html: "</a></li>\n")
    for section in sections {
      html.append(html: "<li>")
      if let index = section.index {
        html.append(html: "<a href=\"\(page.address.root)")
        html.append(escapingPath: pages[index.number].address.path)
        html.append(html: "\">")
      }
      html.append(escaping: section.title)
      html.append(html: section.index == nil ? "</li>\n" : "</a></li>\n")
    }
    html.append(html: "</ol>\n")
    return html
  }
}
