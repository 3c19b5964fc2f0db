internal import Course
internal import Machine
internal import Site
internal import Synchronization

/// The drafts of a course's pages: made in parallel, kept outside of memory until they are wanted.
final class DraftPool: Sendable {
  private let root: String
  private let sources: CourseSources
  private let cache: BuildCache
  private let jobs: Int
  private let spool: Spool
  private let state: Mutex<State>

  private struct State {
    var kept: [String: (summary: PageSummary, body: Spool.Place, contents: Spool.Place)] = [:]
    /// Pages that are no files.
    var added: [String: PageDraft] = [:]
    var failure: MachineError?
  }

  init(root: String, sources: CourseSources, cache: BuildCache, jobs: Int) throws(MachineError) {
    self.root = root
    self.sources = sources
    self.cache = cache
    self.jobs = jobs
    spool = try Spool(in: root)
    state = Mutex(State())
  }

  /// What each page says of itself, in the order of the sources; pages that have not changed since the
  /// last build are not read.
  func summaries(progress: (_ done: Int, _ count: Int) -> Void) throws(MachineError)
    -> [PageSummary]
  {
    let changed = sources.pages.filter { cache.pages[$0.path]?.source != $0.stamp }
    let count = sources.pages.count
    Workers.run(changed.count, jobs: jobs) { index in
      self.read(changed[index].path)
    } meanwhile: {
      progress(count - changed.count + state.withLock { $0.kept.count }, count)
    }
    let (kept, failure) = state.withLock { ($0.kept, $0.failure) }
    if let failure { throw failure }
    return sources.pages.compactMap { kept[$0.path]?.summary ?? cache.pages[$0.path]?.summary }
  }

  /// Takes in a page that is no file.
  func add(_ page: Page) -> PageSummary {
    let draft = PageDraft(page)
    state.withLock { $0.added[page.path] = draft }
    return draft.summary
  }

  /// The whole draft of a page that has a summary.
  func draft(_ path: String) throws(MachineError) -> PageDraft {
    let (kept, added) = state.withLock { ($0.kept[path], $0.added[path]) }
    if let added { return added }
    guard let kept else { return try make(path) }
    return PageDraft(
      summary: kept.summary, body: try spool.bytes(at: kept.body),
      contents: try spool.bytes(at: kept.contents))
  }

  /// Whether the page is as the last build saw it.
  func isUnchanged(_ path: String) -> Bool {
    state.withLock { $0.kept[path] == nil && $0.added[path] == nil }
  }

  private func read(_ path: String) {
    do throws(MachineError) {
      let draft = try make(path)
      let body = try spool.put(draft.body)
      let contents = try spool.put(draft.contents)
      state.withLock { $0.kept[path] = (draft.summary, body, contents) }
    } catch {
      state.withLock { $0.failure = $0.failure ?? error }
    }
  }

  private func make(_ path: String) throws(MachineError) -> PageDraft {
    PageDraft(Page(path: path, bytes: try System.contents(of: "\(root)/\(path)")))
  }
}
