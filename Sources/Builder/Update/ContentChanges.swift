internal import Course
internal import Machine
internal import Site

/// The pages that have changed since the last build, where nothing but their content has: all that other
/// pages, lists and search show of them, and all that stands around the content, is as it was.
struct ContentChanges {
  private(set) var pages: [Page] = []
  let targets: StandingTargets
  let drafts: DraftPool
  /// How many more steps the pages have.
  private(set) var stepCount = 0

  struct Page {
    /// Among all pages in order of path.
    var number: Int
    var old: BuildCache.PageEntry
    var new: BuildCache.PageEntry

    var path: String { new.page.path }
  }

  /// How many pages out of how many are few.
  private static func isFew(_ count: Int, of all: Int) -> Bool { count <= max(4, all / 64) }

  /// - Parameters:
  ///   - outside: the files outside of `content/` that pages link to.
  ///   - cache: what the last build knew, when all but notes and records is as it left it.
  /// - Returns: `nil` where more may have changed, or much.
  init?(
    _ build: SiteBuild, _ sources: CourseSources, _ records: RecordFiles, _ outside: OutsideFiles,
    since cache: StandingCache
  ) throws(MachineError) {
    guard let changed = Self.changed(sources, records, since: cache),
      Self.isFew(changed.count, of: sources.pages.count)
    else { return nil }
    let (root, settings, options) = (build.root, build.settings, build.options)
    let pictures = try PictureFiles(
      sources.copies, root: root, known: cache.course.pictures, jobs: options.jobs)
    // Where pages show them, that is told for each place.
    guard pictures.broken.isEmpty else { return nil }
    let lock = try LockFile(root: root)?.lock
    let known = StandingTargets.Known(
      cache, outside, lock: lock, includesDrafts: options.includesDrafts)
    targets = StandingTargets(sources, known: known)
    func table(_ targets: StandingTargets) -> LinkTable {
      LinkTable(targets, repository: settings.repository, renamed: pictures.addresses)
    }
    let early = table(StandingTargets(sources, known: nil))
    let links = table(targets)
    drafts = try DraftPool(
      root: root, sources: sources, pictures: pictures, records: records,
      context: PageContext(
        links: early, settings: settings, theme: build.theme, images: pictures.images, lock: lock),
      jobs: options.jobs)
    let read = try drafts.read(changed.map { sources.pages[$0].path }) { _ in }
    var late: [String] = []
    for number in changed {
      let (path, stamp) = sources.pages[number]
      guard var new = read[path], let old = try? cache.page(number), old.page.path == path else {
        return nil
      }
      if options.includesDrafts { new.summary.isDraft = false }
      guard new.isSameAround(as: old.page) else { return nil }
      if let site = old.site {
        let later = links.later(new.links, than: early)
        guard site.dead.isEmpty, later == links.later(old.page.links, than: early),
          Set(LinkTable.pathsOutside(new.links)) == Set(LinkTable.pathsOutside(old.page.links)),
          new.links.links.allSatisfy({
            links.resolution(of: $0.destination, on: path).problem == nil
          })
        else { return nil }
        if !later.isEmpty { late.append(path) }
        stepCount += new.stepCount - old.page.stepCount
      }
      let entry = BuildCache.PageEntry(
        source: stamp, record: records.stamp(ofPage: path), site: old.site,
        pictures: old.pictures, page: new)
      pages.append(Page(number: number, old: old, new: entry))
    }
    drafts.know(links, changing: late)
    guard !known.isDamaged.value else { return nil }
  }

  /// The pages whose notes or records have changed; `nil` where the cache does not know all pages.
  private static func changed(
    _ sources: CourseSources, _ records: RecordFiles, since cache: StandingCache
  ) -> [Int]? {
    guard cache.count == sources.pages.count else { return nil }
    var changed: [Int] = []
    for (number, page) in sources.pages.enumerated() {
      guard let known = try? cache.stamps(ofPage: number) else { return nil }
      if known.source != page.stamp || known.record != records.stamp(ofPage: page.path) {
        changed.append(number)
      }
    }
    return changed
  }

  /// What this build tells of the notes.
  ///
  /// - Parameter last: what the last one told.
  /// - Returns: `nil` where it is not known what place a page's diagnostics have among all.
  func diagnostics(last: [Diagnostic]) -> [Diagnostic]? {
    var all = last
    for page in pages where page.old.site != nil {
      let (old, new) = (page.old.page.diagnostics, page.new.page.diagnostics)
      guard old != new else { continue }
      guard let first = old.first,
        let place = all.firstIndex(of: first).map({ $0..<$0 + old.count }),
        place.upperBound <= all.count, all[place].elementsEqual(old)
      else { return nil }
      all.replaceSubrange(place, with: new)
    }
    return all
  }
}
