public import Course

/// A page's Markdown, beside its HTML, for programs that read text.
public enum MarkdownTwin {
  /// The file in the site: the notes' own path, so that the links between notes hold.
  public static func path(of page: PageSummary) -> String { path(ofNotes: page.path) }

  private static func path(ofNotes path: String) -> String { PagePath(path).reference + ".md" }

  /// - Parameter links: all that the course's links lead to.
  public static func file(_ page: Page, links: LinkTable) -> SiteFile {
    SiteFile(
      path: path(ofNotes: page.path), bytes: Array(PublishedText(page, links: links).text.utf8))
  }
}
