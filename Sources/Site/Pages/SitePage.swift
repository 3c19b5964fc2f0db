public import Course

/// What the rest of a site has to know of a page: enough to list it, to lead to it and to say whether a
/// link to it is dead, so that no tree has to be kept for it.
public struct SitePage: Sendable, Equatable {
  public var summary: PageSummary
  /// Those within the course; whether others are dead, no build can tell.
  public var links: PageLinks
  /// How many steps a reader can run.
  public var stepCount: Int
  /// How many steps a reader has to do, by running them or by hand.
  public var taskCount: Int
  /// What its last recorded run did.
  public var run: RunSummary?
  /// Whether there is a list of headings beside the page.
  public var hasContents: Bool
  /// Whether it has diagrams that a script draws.
  public var drawsDiagrams: Bool
  /// The paths of the course's pictures whose names stand in the page, in order.
  public var images: [String]
  /// What is wrong with the file.
  public var diagnostics: [Diagnostic]
  /// Whether the page is made from a file, which can be edited.
  public var isFile = true

  public init(
    summary: PageSummary, links: PageLinks, stepCount: Int, taskCount: Int, run: RunSummary?,
    hasContents: Bool, drawsDiagrams: Bool, images: [String], diagnostics: [Diagnostic]
  ) {
    self.summary = summary
    self.links = links
    self.stepCount = stepCount
    self.taskCount = taskCount
    self.run = run
    self.hasContents = hasContents
    self.drawsDiagrams = drawsDiagrams
    self.images = images
    self.diagnostics = diagnostics
  }

  init(
    _ page: Page, _ links: PageLinks, _ content: PageBody, run: RunSummary?, hasContents: Bool
  ) {
    self.init(
      summary: PageSummary(page), links: links,
      stepCount: page.steps.count { $0.kind.isRunnable },
      taskCount: page.steps.count(where: \.isTask), run: run, hasContents: hasContents,
      drawsDiagrams: content.drawsDiagrams, images: content.images.sorted(),
      diagnostics: page.diagnostics)
  }

  /// The file, such as `content/part/week1.md`.
  public var path: String { summary.path }
  public var isDraft: Bool { summary.isDraft }

  /// Whether all that other pages and lists show of a page, and what stands around its content, is the
  /// same as it was; then nothing differs but its content.
  public func isSameAround(as old: SitePage) -> Bool {
    summary == old.summary && links.isDraft == old.links.isDraft
      && links.headings == old.links.headings && links.ids == old.links.ids
      && taskCount == old.taskCount && (run == nil) == (old.run == nil)
      && hasContents == old.hasContents && drawsDiagrams == old.drawsDiagrams
      && images == old.images
  }
}
