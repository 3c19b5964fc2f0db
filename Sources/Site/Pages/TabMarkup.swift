internal import Course
internal import Markdown

/// The elements around tabs.
///
/// Without script and on paper all variants stand one after the other, each below its label.
enum TabMarkup {
  static func append(_ marks: [TabGroups.Mark], to renderer: inout HTMLRenderer) {
    for mark in marks {
      renderer.startLine()
      switch mark {
      case .openGroup: renderer.output.append(html: "<div class=\"tabs\">\n")
      case .openTab(let label, let hasHeading):
        renderer.output.append(html: "<div class=\"tab\" data-label=\"")
        renderer.output.append(escaping: label)
        renderer.output.append(html: "\">\n")
        guard !hasHeading else { continue }
        renderer.output.append(html: "<p class=\"tab-label\">")
        renderer.output.append(escaping: label)
        renderer.output.append(html: "</p>\n")
      case .closeTab, .closeGroup: renderer.output.append(html: "</div>\n")
      }
    }
  }
}
