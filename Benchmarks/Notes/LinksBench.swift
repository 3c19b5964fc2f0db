import Course

/// The links of a course of 10,000 pages with fifteen links each, one in thirty of them dead.
enum LinksBench {
  private static let count = 10_000

  static func run() throws {
    let links = (0..<count).map { number in PageLinks(page(number)) }
    let pages = (0..<100).map(page)
    let reading = Measurement(runs: 5) { for page in pages { _ = PageLinks(page) } }
    let making = Measurement(runs: 5) { _ = LinkTable(pages: links, files: []) }
    let table = LinkTable(pages: links, files: [])
    var dead = 0
    let checking = Measurement(runs: 5) {
      let check = LinkCheck(table)
      dead = links.reduce(0) { $0 + check.diagnostics($1).count }
    }
    let resolving = Measurement(runs: 5) {
      for page in links {
        for link in page.links { _ = table.resolution(of: link.destination, on: page.path) }
      }
    }
    let summaries = (0..<count).map { PageSummary(path: path($0), title: "Page \($0)") }
    let outline = Measurement(runs: 5) { _ = CourseOutline(summaries) }
    print("  \(count) pages, \(links.reduce(0) { $0 + $1.links.count }) links, \(dead) dead")
    print("  tree to links, 100 pages    \(reading.milliseconds)")
    print("  the table                   \(making.milliseconds)")
    print("  each link to its target     \(resolving.milliseconds)")
    print("  each link checked           \(checking.milliseconds)")
    print("  the pages in order          \(outline.milliseconds)")
  }

  private static func path(_ number: Int) -> String {
    "content/part\(number / 100)/week\(number % 100).md"
  }

  private static func page(_ number: Int) -> Page {
    var text = "# Week \(number)\n\n"
    for index in 0..<15 {
      let other = (number * 7 + index * 131) % count
      let target = index % 15 == 14 && number % 2 == 0 ? "wek\(index)" : "week\(other % 100)"
      text += "## Part \(index)\n\nSee [it](../part\(other / 100)/\(target).md#part-\(index)).\n\n"
    }
    return Page(path: path(number), bytes: Array(text.utf8))
  }
}
