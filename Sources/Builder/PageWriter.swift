internal import Course
internal import Machine
internal import Markdown
internal import Site
internal import Synchronization

/// Puts the files of a site in their places, but for those that are known to stand there.
final class PageWriter: Sendable {
  private let builder: SiteBuilder
  private let drafts: DraftPool
  private let site: SiteFolder
  private let pictures: PictureFiles
  private let records: RecordFiles
  private let cache: BuildCache
  private let surroundings: Surroundings
  /// Whether each page's text and all that it depends on are as the last build saw them.
  private let isUnchanged: [Bool]
  private let whole: WholeCourseWriter?
  private let state = Mutex(State())

  private struct State {
    var problems: [Diagnostic] = []
    /// How many pages.
    var written = 0
    /// Those of pages that are written, by the number of the page.
    var layouts: [Int: PageLayout] = [:]
    var failure: MachineError?
  }

  init(
    builder: SiteBuilder, drafts: DraftPool, site: SiteFolder, pictures: PictureFiles,
    records: RecordFiles, cache: BuildCache, surroundings: Surroundings
  ) {
    self.builder = builder
    self.drafts = drafts
    self.site = site
    self.pictures = pictures
    self.records = records
    self.cache = cache
    self.surroundings = surroundings
    let known = cache.whole.flatMap {
      site.old[WholeCourse.path] == $0.output ? $0.layout : nil
    }
    let isUnchanged = builder.pages.indices.map { index in
      let path = builder.pages[index].path
      return drafts.isUnchanged(path)
        && cache.pages[path]?.site?.surroundings == surroundings[index]
    }
    self.isUnchanged = isUnchanged
    let unchanged = Set(
      isUnchanged.indices.lazy.filter { isUnchanged[$0] }.map { builder.pages[$0].path })
    whole = builder.whole.map {
      WholeCourseWriter(
        $0, pages: builder.pages, drafts: drafts, site: site, spool: drafts.spool, known: known,
        isUnchanged: unchanged.contains)
    }
  }

  /// Files that could not take their places.
  var problems: [Diagnostic] { state.withLock { $0.problems } }

  /// - Parameter progress: called on this thread with how many pages are done.
  func writePages(jobs: Int, progress: (Int) -> Void) throws(MachineError) {
    let pages = builder.pages
    let stale = pages.indices.filter { index in
      let page = pages[index]
      guard isUnchanged[index], let known = cache.pages[page.path]?.site,
        site.old[builder.address(of: index)] == known.output,
        site.old[builder.twinAddress(of: index)] == known.twin
      else { return true }
      site.keep(builder.address(of: index))
      site.keep(builder.twinAddress(of: index))
      return false
    }
    Workers.run(stale.count, jobs: jobs) { number in
      do throws(MachineError) {
        let index = stale[number]
        let draft = try self.drafts.draft(pages[index].path)
        try self.whole?.take(index, body: draft.body)
        var problems: [Diagnostic] = []
        let (file, layout) = self.builder.page(index, draft: draft)
        try self.write(file, from: pages[index].path, problems: &problems)
        let twin = SiteFile(path: self.builder.twinAddress(of: index), bytes: draft.twin)
        try self.write(twin, from: pages[index].path, problems: &problems)
        let found = problems
        self.state.withLock { state in
          state.layouts[index] = layout
          state.problems += found
        }
      } catch {
        self.state.withLock { $0.failure = $0.failure ?? error }
      }
      self.state.withLock { $0.written += 1 }
    } meanwhile: {
      progress(pages.count - stale.count + state.withLock { $0.written })
    }
    if let failure = state.withLock({ $0.failure }) { throw failure }
  }

  /// - Parameter source: the file that it is made from.
  func write(
    _ file: SiteFile, from source: String = "notes.yml", problems: inout [Diagnostic]
  ) throws(MachineError) {
    if case .foreign = try site.put(file) {
      problems.append(Self.foreign(file.path, from: source))
    }
  }

  /// Writes the page of the whole course.
  ///
  /// - Returns: what the next build can know of it; `nil` where the site has none.
  func writeWhole(
    jobs: Int, problems: inout [Diagnostic]
  ) throws(MachineError) -> WholeCourseWriter.Layout? {
    guard let (outcome, layout) = try whole?.write(jobs: jobs) else { return nil }
    if outcome == .foreign {
      problems.append(Self.foreign(WholeCourse.path, from: CourseSettings.path))
      return nil
    }
    return layout
  }

  static func foreign(_ file: String, from source: String) -> Diagnostic {
    Diagnostic(
      path: source, position: SourcePosition(line: 1, column: 1), severity: .error,
      message: "'\(file)' in the site's folder is a file that no build made", rule: "address",
      mend: "move that file away, or name another folder with --output")
  }

  /// Copies files that are no pages; pictures that pages name have the hash of their content in their
  /// names.
  ///
  /// - Parameters:
  ///   - files: by their paths in the course, those that stand beside the notes first.
  ///   - taken: the paths of files of the site that belong to no page.
  /// - Returns: those copied by their paths in the site, with what they are copies of.
  func copy(
    _ files: [(path: String, stamp: FileStamp)], root: String, taken: [String],
    problems: inout [Diagnostic]
  ) throws(MachineError) -> [String: FileStamp] {
    let taken = Set(
      builder.pages.indices.flatMap { [builder.address(of: $0), builder.twinAddress(of: $0)] }
        + taken + (whole == nil ? [] : [WholeCourse.path]))
    var copies: [String: FileStamp] = [:]
    for (source, path, stamp) in targets(of: files) {
      guard !taken.contains(path), copies[path] == nil else {
        problems.append(
          Diagnostic(
            path: source, position: SourcePosition(line: 1, column: 1), severity: .error,
            message: taken.contains(path)
              ? "'\(path)' is a file that the site makes itself"
              : "'\(path)' of the site is the place of content/\(path) too",
            rule: "address", mend: "give it another name"))
        continue
      }
      copies[path] = stamp
      if let known = cache.files[path], known.source == stamp, site.old[path] == known.output {
        site.keep(path)
        continue
      }
      let bytes = try System.contents(of: "\(root)/\(source)")
      try write(SiteFile(path: path, bytes: bytes), from: source, problems: &problems)
    }
    return copies
  }

  /// Where files go in the site.
  private func targets(
    of files: [(path: String, stamp: FileStamp)]
  ) -> [(source: String, path: String, stamp: FileStamp)] {
    // Web pages and style sheets of the author's own call pictures by their names.
    let keepsNames = files.contains { file in
      [".html", ".htm", ".css", ".js"].contains { file.path.hasSuffix($0) }
    }
    let named = Set(builder.pages.flatMap(\.images))
    return files.flatMap { source, stamp in
      let picture = named.contains(source) ? pictures.images[source] : nil
      let plain = picture == nil || keepsNames ? LinkTable.address(ofFile: source) : nil
      return [picture?.address, plain].compactMap(\.self).map { (source, $0, stamp) }
    }
  }

  /// What the next build can know.
  ///
  /// - Parameters:
  ///   - hidden: the drafts that are not shown.
  ///   - dead: the links of each page that lead nowhere.
  ///   - now: what the site's folder holds.
  func cache(
    sources: CourseSources, hidden: [SitePage], copies: [String: FileStamp], links: UInt64,
    dead: [(path: String, dead: [Diagnostic])], layout: WholeCourseWriter.Layout?,
    search: SearchLayout, now: [String: FileStamp]
  ) -> BuildCache {
    var cache = BuildCache()
    cache.ground = sources.ground
    cache.links = links
    let dead = Dictionary(
      dead.lazy.filter { !$0.dead.isEmpty }.map { ($0.path, $0.dead) }, uniquingKeysWith: { $1 })
    cache.pictures = pictures.entries
    let stamps = Dictionary(sources.pages.map { ($0.path, $0.stamp) }, uniquingKeysWith: { $1 })
    func add(_ page: SitePage, _ site: BuildCache.PageFiles?) {
      guard let source = stamps[page.path] else { return }
      cache.pages[page.path] = BuildCache.PageEntry(
        source: source, record: records.stamp(ofPage: page.path), site: site,
        pictures: pictures.hash(of: page.images), page: page)
    }
    let layouts = state.withLock { $0.layouts }
    for index in builder.pages.indices {
      var page = builder.pages[index]
      // That is for git to know.
      page.summary.committed = nil
      if !page.isFile { cache.made = page }
      guard let output = now[builder.address(of: index)],
        let twin = now[builder.twinAddress(of: index)]
      else { continue }
      let known = self.cache.pages[page.path]?.site
      add(
        page,
        BuildCache.PageFiles(
          output: output, twin: twin, surroundings: surroundings[index],
          layout: layouts[index] ?? known?.layout, dead: dead[page.path] ?? []))
    }
    for page in hidden { add(page, nil) }
    if let layout, let output = now[WholeCourse.path] {
      cache.whole = BuildCache.WholeEntry(output: output, layout: layout)
    }
    if let stamps = search.stamps(in: now) {
      cache.search = search
      cache.search?.stamps = stamps
    }
    for (path, source) in copies {
      guard let output = now[path] else { continue }
      cache.files[path] = BuildCache.FileEntry(source: source, output: output)
    }
    return cache
  }
}
