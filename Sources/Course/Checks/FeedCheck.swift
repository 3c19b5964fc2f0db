internal import Markdown

/// Finds what a course asks for and does not get, as nobody says where its site will stand.
public enum FeedCheck {
  /// A hint at the first page with a date, which is for a feed, when there can be no feed.
  public static func diagnostics(_ pages: [Page], settings: CourseSettings) -> [Diagnostic] {
    guard settings.baseURL == nil,
      let page = pages.first(where: { page in
        page.frontMatter.date != nil && !page.frontMatter.isDraft
          && !page.frontMatter.hiding.contains(.feed)
      })
    else { return [] }
    let lines = page.source.text.utf8.split(
      separator: 0x0A, maxSplits: page.frontMatter.contentLine, omittingEmptySubsequences: false)
    let line = lines.firstIndex { $0.starts(with: "date".utf8) } ?? 0
    return page.silencing.applied(to: [
      Diagnostic(
        path: page.path,
        position: page.source.filePosition(SourcePosition(line: line + 1, column: 1)),
        severity: .hint,
        message: "the date is for a feed, which a site without `url` cannot have",
        rule: "missing-url", mend: "set `url` in notes.yml to the address where the site will stand"
      )
    ])
  }
}
