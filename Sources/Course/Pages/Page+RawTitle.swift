internal import Markdown

extension Page {
  /// The text of a heading of the first level that is written in HTML, `<h1 align="center">A</h1>`, as
  /// many begin the front page of a repository; `nil` where a Markdown heading comes before it.
  public var rawTitle: String? {
    for block in document.blocks {
      switch block.content {
      case .heading: return nil
      case .htmlBlock(let html):
        if let title = Self.title(in: html) { return title }
      default: continue
      }
    }
    return nil
  }

  private static func title(in html: String) -> String? {
    guard let open = html.firstRange(ofASCII: "<h1"),
      let start = html[open.upperBound...].firstRange(ofASCII: ">")?.upperBound,
      let end = html[start...].firstRange(ofASCII: "</h1>")?.lowerBound
    else { return nil }
    // A paragraph has the tags as HTML of its own and resolves the entities. It begins with a word, so
    // that it is no block of HTML.
    let text = "x " + html[start..<end].replacing("\n", with: " ").trimmed
    guard case .paragraph(let inlines)? = Document(parsing: text).blocks.first?.content else {
      return nil
    }
    let title = inlines.plainText.dropFirst(2).trimmed
    return title.isEmpty ? nil : title
  }
}
