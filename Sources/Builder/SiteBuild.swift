package import Course
internal import Machine
package import Site

/// Makes the website of a course on disk.
///
/// First every page that has changed is read by itself, in parallel; then the site is laid out from the
/// summaries of all; then the pages whose own text or surroundings have changed are written.
package struct SiteBuild {
  /// The course's folder.
  private let root: String
  private let settings: CourseSettings
  private let theme: Theme
  private let options: Options

  package struct Options: Sendable {
    /// Where the site goes, an absolute path.
    package var output: String
    /// Whether to say only what would change.
    package var isCheck = false
    /// Whether drafts are pages as well.
    package var includesDrafts = false
    /// Whether files in the folder that no build made are left to stand beside the site.
    package var acceptsForeign = false
    package var jobs = 1

    package init(output: String) { self.output = output }
  }

  /// Why a site was not made.
  package enum Failure: Error {
    case noPages
    case onlyDrafts
    /// Files stand in the folder that no build made, and nobody said that they may.
    case foreign([String])
  }

  package init(root: String, settings: CourseSettings, theme: Theme, options: Options) {
    self.root = root
    self.settings = settings
    self.theme = theme
    self.options = options
  }

  /// - Parameter progress: called on this thread with how many of how many pages are done.
  package func run(progress: (_ done: Int, _ count: Int) -> Void) throws -> SiteReport {
    let sources = try CourseSources(root, settings: settings, theme: theme, options: options)
    guard !sources.pages.isEmpty else { throw Failure.noPages }
    let site = try SiteFolder(options.output, isCheck: options.isCheck)
    guard options.acceptsForeign || site.made.isEmpty == false || site.foreign.isEmpty else {
      throw Failure.foreign(site.foreign)
    }
    let store = CacheStore(root: root, output: options.output)
    let cache = store.cache(ground: sources.ground)
    let pictures = try PictureFiles(
      sources.copies, root: root, cache: cache, jobs: options.jobs)
    let links = LinkTable(
      paths: sources.pages.map(\.path), files: sources.files, repository: settings.repository,
      renamed: pictures.addresses)
    let drafts = try DraftPool(
      root: root, sources: sources, pictures: pictures,
      context: PageContext(
        links: links, settings: settings, theme: theme, images: pictures.images),
      cache: cache, jobs: options.jobs)
    progress(0, sources.pages.count)
    let read = try drafts.pages(progress: progress)
    var shown = read.filter { options.includesDrafts || !$0.isDraft }
    guard !shown.isEmpty else { throw Failure.onlyDrafts }
    if let index = CourseIndex.page(settings: settings, pages: shown.map(\.summary)) {
      shown.append(drafts.add(index))
    }
    let builder = SiteBuilder(settings: settings, theme: theme, pages: shown)
    let writer = PageWriter(
      builder: builder, drafts: drafts, site: site, pictures: pictures, cache: cache)
    try writer.writePages(jobs: options.jobs)
    var problems = writer.problems
    for file in builder.commonFiles { try writer.write(file, problems: &problems) }
    let layout = try writer.writeWhole(jobs: options.jobs, problems: &problems)
    let copies = try writer.copyFiles(sources, root: root, problems: &problems)
    try site.commit()
    if !options.isCheck {
      try store.save(
        writer.cache(
          ground: sources.ground, sources: sources, copies: copies, layout: layout),
        ifNot: cache)
    }
    return SiteReport(
      pages: builder.pages.count, steps: builder.pages.reduce(0) { $0 + $1.stepCount },
      changes: site.changes,
      diagnostics: builder.pages.flatMap(\.diagnostics) + builder.diagnostics
        + builder.deadLinks(files: sources.files)
        + builder.brokenImages(pictures.broken, links) + problems)
  }
}

/// What a build did, or would do.
package struct SiteReport: Sendable {
  package var pages: Int
  /// How many steps the pages have that a reader can run.
  package var steps: Int
  /// In order of path.
  package var changes: [SiteChange]
  /// What is wrong with the notes.
  package var diagnostics: [Diagnostic]
}
