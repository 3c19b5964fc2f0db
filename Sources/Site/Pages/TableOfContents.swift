internal import Course
internal import Markdown

/// The headings of a page below its title, as nested lists of links.
struct TableOfContents {
  /// Empty when there are fewer than two headings to choose from.
  let html: [UInt8]

  init(_ headings: [Heading]) {
    let entries = headings.filter { (2...3).contains($0.level) && !$0.id.isEmpty }
    guard entries.count > 1 else {
      html = []
      return
    }
    var output: [UInt8] = []
    var rest = entries[...]
    output.append(html: "<ol class=\"contents\">\n")
    while let entry = rest.popFirst() {
      output.append(html: "<li>")
      Self.append(entry, to: &output)
      // Headings of level 3 before the first of level 2 stand by themselves.
      let children = entry.level == 2 ? rest.prefix { $0.level == 3 } : []
      rest = rest.dropFirst(children.count)
      if !children.isEmpty {
        output.append(html: "\n<ol>\n")
        for child in children {
          output.append(html: "<li>")
          Self.append(child, to: &output)
          output.append(html: "</li>\n")
        }
        output.append(html: "</ol>\n")
      }
      output.append(html: "</li>\n")
    }
    output.append(html: "</ol>\n")
    html = output
  }

  private static func append(_ heading: Heading, to output: inout [UInt8]) {
    output.append(html: "<a href=\"#")
    output.append(escapingURL: heading.id)
    output.append(html: "\">")
    output.append(escaping: heading.text)
    output.append(html: "</a>")
  }
}
