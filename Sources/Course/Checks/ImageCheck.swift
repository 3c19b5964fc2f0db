internal import Markdown

/// Finds images that a browser cannot show, or that are fetched from elsewhere.
public enum ImageCheck {
  /// The paths of the course's pictures that pages show.
  public static func shown(_ pages: [PageLinks], _ table: LinkTable) -> Set<String> {
    var result: Set<String> = []
    for page in pages {
      for link in page.links where link.kind == .image {
        if let path = picture(link, on: page, table) { result.insert(path) }
      }
    }
    return result
  }

  /// The places where a page shows a picture of the course that is none.
  ///
  /// - Parameter broken: the paths of files whose ``ImageHeader`` cannot be read.
  public static func diagnostics(
    _ page: PageLinks, _ table: LinkTable, broken: Set<String>
  ) -> [Diagnostic] {
    guard !broken.isEmpty, !page.isDraft else { return [] }
    return page.links.compactMap { link in
      guard link.kind == .image, let path = picture(link, on: page, table), broken.contains(path)
      else { return nil }
      var diagnostic = Diagnostic(
        path: page.path, position: link.position, severity: .warning,
        message: "'\(link.destination)' is damaged or no picture of a kind that browsers know",
        rule: "broken-image", mend: "save it again as PNG, JPEG, GIF, WebP, AVIF or SVG")
      diagnostic.isSilenced = link.silenced.contains(diagnostic.rule)
      return diagnostic
    }
  }

  private static func picture(
    _ link: PageLink, on page: PageLinks, _ table: LinkTable
  ) -> String? {
    guard case .asset(let path, _) = table.resolution(of: link.destination, on: page.path).target,
      ImageHeader.isImage(path: path)
    else { return nil }
    return path
  }

  /// What a page shows from other sites, each address where it stands first.
  static func remoteImages(_ page: Page) -> [Diagnostic] {
    guard page.source.text.contains(ascii: "//") else { return [] }
    var seen: Set<String> = []
    return LinkWalk(page.document).links.compactMap { link in
      guard link.kind == .image, case .external(let address) = LinkDestination(link.destination),
        seen.insert(address).inserted
      else { return nil }
      return Diagnostic(
        path: page.path, position: page.source.filePosition(link.position), severity: .hint,
        message: "'\(link.destination)' comes from another site, which sees who reads the page",
        rule: "remote-image", mend: "put a copy beside the notes, which stays when that site goes")
    }
  }
}
