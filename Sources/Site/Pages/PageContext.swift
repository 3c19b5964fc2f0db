public import Course

/// What the content of pages is made with, beside their notes.
public struct PageContext: Sendable {
  /// What links on pages can lead to.
  public var links: LinkTable
  public let settings: CourseSettings
  /// The pictures of the course by their paths, such as `content/a.png`.
  public let images: [String: SiteImage]
  /// Whether a script of the theme draws diagrams, so that they are given to it.
  let drawsDiagrams: Bool
  /// The ids that headings have had.
  let lock: AnchorLock?

  public init(
    links: LinkTable, settings: CourseSettings, theme: Theme, images: [String: SiteImage] = [:],
    lock: AnchorLock? = nil
  ) {
    self.links = links
    self.images = images
    self.lock = lock
    self.settings = settings
    drawsDiagrams = DiagramScript(settings: settings, theme: theme).path != nil
  }
}
