package import Course
internal import Machine
package import Site

/// Makes the website of a course on disk.
///
/// First every page that has changed is read by itself, in parallel; then the site is laid out from the
/// summaries of all; then the pages whose own text or surroundings have changed are written.
package struct SiteBuild {
  /// The course's folder.
  let root: String
  let settings: CourseSettings
  let theme: Theme
  let options: Options

  package struct Options: Sendable {
    /// Where the site goes, an absolute path.
    package var output: String
    /// Whether to say only what would change.
    package var isCheck = false
    /// Whether drafts are pages as well.
    package var includesDrafts = false
    /// Whether to make `anchors.lock` where there is none.
    package var makesLock = false
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
    let history = PageHistory(root: root, pages: sources.pages, cache: store.history)
    let records = try RecordFiles(root: root)
    if let report = try reportWithoutLayout(sources, records, site, history, store) {
      return report
    }
    var lock = try LockFile(root: root, isWanted: options.makesLock)
    let cache = store.cache(ground: sources.ground)
    let pictures = try PictureFiles(
      sources.copies, root: root, known: cache.pictures, jobs: options.jobs)
    let early = LinkTable(
      paths: sources.pages.map(\.path), files: sources.files, repository: settings.repository,
      renamed: pictures.addresses)
    let drafts = try DraftPool(
      root: root, sources: sources, pictures: pictures, records: records,
      context: PageContext(
        links: early, settings: settings, theme: theme, images: pictures.images, lock: lock?.lock),
      jobs: options.jobs)
    progress(0, sources.pages.count)
    // Every page is read, and then written.
    let read = try drafts.pages(cache: cache) { done, count in progress(done / 2, count) }
    var shown = read.filter { options.includesDrafts || !$0.isDraft }
    guard !shown.isEmpty else { throw Failure.onlyDrafts }
    for number in shown.indices {
      shown[number].summary.committed = history.dates[shown[number].path]
      // Whoever asks for drafts wants them listed like others.
      shown[number].summary.isDraft = false
    }
    let index = CourseIndex.page(settings: settings, pages: shown.map(\.summary)).map(drafts.add)
    if let index { shown.append(index) }
    let links = links(of: read, index: index?.links, sources, pictures, lock: &lock)
    let ground = links.ground
    let dead = links.diagnostics { path in
      ground == cache.links && drafts.isUnchanged(path) ? cache.pages[path]?.site?.dead : nil
    }
    let later = links.later(than: early)
    drafts.know(links.links, changing: later.keys)
    let builder = SiteBuilder(settings: settings, theme: theme, pages: shown)
    let writer = PageWriter(
      builder: builder, drafts: drafts, site: site, pictures: pictures, records: records,
      cache: cache,
      surroundings: Surroundings(builder, later: later, earlierIDs: links.earlierIDs))
    let count = builder.pages.count
    try writer.writePages(jobs: options.jobs) { progress((count + $0) / 2, count) }
    var problems = writer.problems
    let commonFiles = builder.commonFiles()
    for file in commonFiles { try writer.write(file, problems: &problems) }
    let layout = try writer.writeWhole(jobs: options.jobs, problems: &problems)
    let search = try SearchWriter(
      builder, drafts: drafts, site: site, cache: cache, jobs: options.jobs
    ).write(problems: &problems)
    let copies = try writer.copy(
      sources.copies + links.outside.files.sorted { $0.key < $1.key }.map { ($0.key, $0.value) },
      root: root, taken: commonFiles.map(\.path) + search.files, problems: &problems)
    try site.commit()
    let lost = lock?.diagnostics(
      pages: Set(sources.pages.map(\.path)), isWritten: !options.isCheck && keepsLock)
    let report = SiteReport(
      pages: builder.pages.count, steps: builder.pages.reduce(0) { $0 + $1.stepCount },
      changes: site.changes, changesLock: keepsLock && lock?.isOutOfDate == true,
      outside: Set(links.outside.files.keys),
      diagnostics: builder.pages.flatMap(\.diagnostics) + builder.diagnostics
        + dead.flatMap(\.dead) + links.diagnostics(brokenImages: pictures.broken)
        + (lost ?? []) + history.diagnostics + problems)
    if !options.isCheck {
      let now = try site.now
      try store.save(
        writer.cache(
          sources: sources, hidden: read.filter { $0.isDraft && !options.includesDrafts },
          copies: copies, links: ground, dead: dead, layout: layout,
          search: search, now: now),
        ifNot: cache)
      try store.save(history.cache, ifNot: store.history)
      if keepsLock { try lock?.write() }
      // With another lock the next build may find something else to tell.
      if !report.changesLock {
        try store.save(
          last(
            report, state(sources, records, site, now: now, links.outside, history),
            links.outside))
      }
    }
    return report
  }

  /// What only a build with drafts shows, nobody can have linked to.
  private var keepsLock: Bool { !options.includesDrafts }

  /// What links lead to, drafts being pages like others where they are shown.
  private func links(
    of read: [SitePage], index: PageLinks?, _ sources: CourseSources, _ pictures: PictureFiles,
    lock: inout LockFile?
  ) -> CourseLinks {
    var pages = read.map(\.links)
    if options.includesDrafts {
      for number in pages.indices { pages[number].isDraft = false }
    }
    return CourseLinks(
      root: root, output: options.output, pages: pages, made: index.map { [$0] } ?? [],
      files: sources.files, renamed: pictures.addresses, settings: settings, lock: &lock)
  }
}

/// What a build did, or would do.
package struct SiteReport: Sendable {
  package var pages: Int
  /// How many steps the pages have that a reader can run.
  package var steps: Int
  /// In order of path.
  package var changes: [SiteChange]
  /// Whether `anchors.lock` is brought up to date.
  package var changesLock: Bool
  /// The files outside of `content/` that go along, by their paths in the course.
  package var outside: Set<String>
  /// What is wrong with the notes.
  package var diagnostics: [Diagnostic]

  /// Whether anything on disk is made, changed or removed.
  package var isChange: Bool { changesLock || !changes.isEmpty }
}
