internal import Course
internal import Machine
internal import Site
internal import Synchronization

/// The drafts of a course's pages: made in parallel, kept outside of memory until they are wanted.
final class DraftPool: Sendable {
  private let root: String
  private let sources: CourseSources
  private let pictures: PictureFiles
  private let records: RecordFiles
  private let jobs: Int
  let spool: Spool
  private let state: Mutex<State>

  private struct Kept {
    /// What the page says of itself.
    var page: SitePage
    var body, contents, twin: Spool.Place
    /// What of it is searched, and the terms of that.
    var search, terms: Spool.Place
  }

  private struct State {
    var kept: [String: Kept] = [:]
    /// Pages that are no files.
    var added: [String: PageDraft] = [:]
    var context: PageContext
    /// What links lead to, once all pages are read.
    var links: LinkTable?
    /// The pages that have to be written with that; all others are as they were read, whether now or by
    /// an earlier build.
    var outdated: Set<String> = []
    var failure: MachineError?
  }

  init(
    root: String, sources: CourseSources, pictures: PictureFiles, records: RecordFiles,
    context: PageContext, jobs: Int
  ) throws(MachineError) {
    self.root = root
    self.sources = sources
    self.pictures = pictures
    self.records = records
    self.jobs = jobs
    spool = try Spool(in: root)
    state = Mutex(State(context: context))
  }

  /// What each page says of itself, in the order of the sources; pages that have not changed since the
  /// last build, and whose pictures and records have not, are not read.
  func pages(
    cache: BuildCache, progress: (_ done: Int, _ count: Int) -> Void
  ) throws(MachineError) -> [SitePage] {
    let changed = sources.pages.filter { path, stamp in
      guard let known = cache.pages[path], known.source == stamp else { return true }
      return known.pictures != pictures.hash(of: known.page.images)
        || known.record != records.stamp(ofPage: path)
    }
    let count = sources.pages.count
    let read = try read(changed.map(\.path)) { progress(count - changed.count + $0, count) }
    return sources.pages.compactMap { read[$0.path] ?? cache.pages[$0.path]?.page }
  }

  /// What some pages say of themselves, by their paths.
  func read(
    _ paths: [String], progress: (_ done: Int) -> Void
  ) throws(MachineError) -> [String: SitePage] {
    Workers.run(paths.count, jobs: jobs) { index in
      self.read(paths[index])
    } meanwhile: {
      progress(state.withLock { $0.kept.count })
    }
    let (kept, failure) = state.withLock { ($0.kept, $0.failure) }
    if let failure { throw failure }
    return kept.mapValues(\.page)
  }

  /// Takes in a page that is no file.
  func add(_ page: Page) -> SitePage {
    var draft = PageDraft(page, in: state.withLock { $0.context })
    draft.page.isFile = false
    let made = draft
    state.withLock { $0.added[page.path] = made }
    return draft.page
  }

  /// The whole draft of a page of the course.
  func draft(_ path: String) throws(MachineError) -> PageDraft {
    let (kept, added) = state.withLock { state in
      (state.outdated.contains(path) ? nil : state.kept[path], state.added[path])
    }
    if let added { return added }
    guard let kept else { return try make(path) }
    let parts = try spool.bytes(at: [kept.body, kept.contents, kept.twin, kept.search])
    return PageDraft(
      page: kept.page, body: parts[0], contents: parts[1], twin: parts[2], search: parts[3])
  }

  /// What of a page is searched and the terms of it, if the page is not as the last build saw it.
  func search(_ path: String) throws(MachineError) -> (text: [UInt8], terms: [UInt8])? {
    let (kept, added) = state.withLock { ($0.kept[path], $0.added[path]) }
    if let added { return (added.search, SearchTerms(of: added.search).packed) }
    guard let kept else { return nil }
    return (try spool.bytes(at: kept.search), try spool.bytes(at: kept.terms))
  }

  /// Where ``search(_:)`` is kept outside of memory, if it is.
  func searchPlaces(_ path: String) -> (text: Spool.Place, terms: Spool.Place)? {
    state.withLock { $0.kept[path].map { ($0.search, $0.terms) } }
  }

  /// Says what links lead to, now that all pages are read.
  ///
  /// - Parameter paths: the pages that have to be written anew for it.
  func know(_ links: LinkTable, changing paths: some Sequence<String>) {
    state.withLock { state in
      state.links = links
      state.outdated = Set(paths)
    }
  }

  /// Whether the page is as the last build saw it.
  func isUnchanged(_ path: String) -> Bool {
    state.withLock { $0.kept[path] == nil && $0.added[path] == nil }
  }

  private func read(_ path: String) {
    do throws(MachineError) {
      let draft = try make(path)
      let places = try spool.put([
        draft.body, draft.contents, draft.twin, draft.search, SearchTerms(of: draft.search).packed,
      ])
      let kept = Kept(
        page: draft.page, body: places[0], contents: places[1], twin: places[2],
        search: places[3], terms: places[4])
      state.withLock { $0.kept[path] = kept }
    } catch {
      state.withLock { $0.failure = $0.failure ?? error }
    }
  }

  private func make(_ path: String) throws(MachineError) -> PageDraft {
    let context = state.withLock { state in
      var context = state.context
      if let links = state.links, state.outdated.contains(path) { context.links = links }
      return context
    }
    let page = Page(
      path: path, bytes: try System.contents(of: "\(root)/\(path)"),
      isSmart: context.settings.isSmart, runners: context.settings.runners)
    var diagnostics: [Diagnostic] = []
    let record = try records.record(ofPage: path, diagnostics: &diagnostics)
    var draft = PageDraft(page, record: record, in: context)
    draft.page.diagnostics += diagnostics
    return draft
  }
}
