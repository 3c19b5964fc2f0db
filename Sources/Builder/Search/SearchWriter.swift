internal import Course
internal import Machine
internal import Site
internal import Synchronization

/// Writes the files of search: texts of pages in groups, terms in shards, and the directory of both.
///
/// Where the pages are those of the last build and few of them have changed, ``SearchChange`` makes only
/// the groups and shards that these are in; both ways give the same files.
final class SearchWriter: Sendable {
  private let pages: [Page]
  private let drafts: DraftPool
  private let site: SiteFolder
  /// What the last build wrote, where that still stands there.
  private let known: SearchLayout?
  private let jobs: Int
  private let headings: HeadingsPages
  private let state = Mutex(State())

  struct Page: Sendable {
    var path: String
    /// In the site; few are asked for.
    var address: String { findAddress() }
    /// Whether it is as the last build saw it.
    var isUnchanged: Bool
    private let findAddress: @Sendable () -> String

    init(
      path: String, isUnchanged: Bool, address: @autoclosure @escaping @Sendable () -> String
    ) {
      self.path = path
      self.isUnchanged = isUnchanged
      findAddress = address
    }
  }

  private struct State {
    var written: Set<String> = []
    var foreign: [String] = []
    var texts: [Int: (text: Spool.Place, terms: Spool.Place)] = [:]
    var versions: [Int: String] = [:]
    var failure: MachineError?
  }

  init(
    _ builder: SiteBuilder, drafts: DraftPool, site: SiteFolder, cache: BuildCache, jobs: Int
  ) {
    let numbers = builder.pages.indices.filter {
      !builder.pages[$0].summary.hiding.contains(.search)
    }
    pages = numbers.map { index in
      let path = builder.pages[index].path
      return Page(
        path: path, isUnchanged: drafts.isUnchanged(path), address: builder.address(of: index))
    }
    headings = builder.headings(of: numbers)
    self.drafts = drafts
    self.site = site
    self.jobs = jobs
    known = cache.search.flatMap { $0.stamps(in: site.old) == $0.stamps ? $0 : nil }
  }

  /// - Parameter problems: takes files in whose places other files stand.
  /// - Returns: what the files hold; its `stamps` are not known before the files have their places.
  func write(problems: inout [Diagnostic]) throws(MachineError) -> SearchLayout {
    var layout: SearchLayout
    if let known, let change = try SearchChange(pages, known, drafts: drafts, site: site) {
      for file in change.files { try put(file) }
      try writeHeadings(change)
      layout = change.layout
    } else {
      layout = try writeAll()
    }
    layout.headingSurroundings = headings.surroundings
    if layout != known { try put(layout.directory) }
    let (written, foreign) = state.withLock { ($0.written, $0.foreign) }
    for path in layout.files where !written.contains(path) { site.keep(path) }
    problems += foreign.sorted().map { PageWriter.foreign($0, from: CourseSettings.path) }
    return layout
  }

  private func put(_ file: SiteFile) throws(MachineError) {
    let outcome = try site.put(file)
    state.withLock { state in
      state.written.insert(file.path)
      if outcome == .foreign { state.foreign.append(file.path) }
    }
  }

  private func writeAll() throws(MachineError) -> SearchLayout {
    let standing = StandingTexts(known, site: site)
    try inParallel(pages.count) { index throws(MachineError) in
      try self.prepare(index, standing)
    }
    let texts = state.withLock { $0.texts }
    var layout = SearchLayout()
    layout.pages = pages.enumerated().map { index, page in
      SearchLayout.Page(path: page.path, size: texts[index]?.text.count ?? 0)
    }
    let ranges = SearchGroup.ranges(layout.pages.map { ($0.path, $0.size) })
    try inParallel(ranges.count) { number throws(MachineError) in
      var group: [(address: String, text: [UInt8])] = []
      for index in ranges[number] {
        guard let place = texts[index] else { continue }
        group.append((self.pages[index].address, try self.drafts.spool.bytes(at: place.text)))
      }
      let file = SearchGroup.file(ranges[number].lowerBound, pages: group)
      self.state.withLock { $0.versions[number] = SearchFiles.version(of: file.bytes) }
      try self.put(file)
    }
    let versions = state.withLock { $0.versions }
    layout.groups = ranges.enumerated().map { number, range in
      SearchLayout.Group(count: range.count, version: versions[number] ?? "")
    }
    var index = SearchIndex()
    for number in pages.indices {
      guard let place = texts[number] else { continue }
      index.add(try drafts.spool.bytes(at: place.terms))
    }
    try inParallel(headings.parts.count) { number throws(MachineError) in
      let part = self.headings.parts[number]
      let texts = try part.pages.map { index throws(MachineError) in
        try texts[index].map { place throws(MachineError) in
          try self.drafts.spool.bytes(at: place.text)
        } ?? []
      }
      try self.put(self.headings.file(part, texts: texts))
    }
    if let file = headings.index { try put(file) }
    layout.headings = headings.parts.map(\.path) + (headings.index.map { [$0.path] } ?? [])
    try index.forEachShard { shard throws(MachineError) in
      layout.shards.append(SearchLayout.Shard(shard))
      try put(shard.file)
    }
    return layout
  }

  /// Writes the pages of headings that list pages whose texts have changed, or all where something
  /// around the texts has.
  private func writeHeadings(_ change: SearchChange) throws(MachineError) {
    let areAllStale = change.layout.headingSurroundings != headings.surroundings
    guard areAllStale || !change.files.isEmpty else { return }
    let standing = StandingTexts(change.layout, site: site, files: change.files)
    let stale = Set(pages.indices.filter { !pages[$0].isUnchanged })
    for part in headings.parts where areAllStale || !stale.isDisjoint(with: part.pages) {
      let texts = try part.pages.map { index throws(MachineError) in
        try standing.text(of: pages[index]) ?? []
      }
      try put(headings.file(part, texts: texts))
    }
    if let file = headings.index { try put(file) }
  }

  /// Puts a page's text and terms outside of memory.
  private func prepare(_ index: Int, _ standing: StandingTexts) throws(MachineError) {
    let page = pages[index]
    var places = drafts.searchPlaces(page.path)
    if places == nil {
      var text = page.isUnchanged ? try standing.text(of: page) : nil
      if text == nil { text = try drafts.draft(page.path).search }
      places = (
        try drafts.spool.put(text ?? []),
        try drafts.spool.put(SearchTerms(of: text ?? []).packed)
      )
    }
    state.withLock { $0.texts[index] = places }
  }

  private func inParallel(
    _ count: Int, _ body: @escaping @Sendable (Int) throws(MachineError) -> Void
  ) throws(MachineError) {
    Workers.run(count, jobs: jobs) { number in
      do throws(MachineError) {
        try body(number)
      } catch {
        self.state.withLock { $0.failure = $0.failure ?? error }
      }
    } meanwhile: {
    }
    if let failure = state.withLock({ $0.failure }) { throw failure }
  }
}

extension SearchLayout.Shard {
  init(_ shard: SearchShard) {
    self.init(
      prefix: shard.prefix, size: shard.size, version: SearchFiles.version(of: shard.file.bytes))
  }
}
