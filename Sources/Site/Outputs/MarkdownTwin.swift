public import Course

/// A page's Markdown, beside its HTML, for programs that read text.
public enum MarkdownTwin {
  /// The file in the site: the notes' own path, so that the links between notes hold.
  public static func path(of page: PageSummary) -> String { path(ofNotes: page.path) }

  private static func path(ofNotes path: String) -> String { PagePath(path).reference + ".md" }

  /// - Parameters:
  ///   - links: those of the page within the course.
  ///   - resolutions: where they lead.
  public static func file(
    _ page: Page, links: PageLinks, _ resolutions: PageResolutions
  ) -> SiteFile {
    SiteFile(
      path: path(ofNotes: page.path),
      bytes: Array(PublishedText(page, links: links, resolutions).text.utf8))
  }
}
