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
    let texts = try Workers.map(pages.count, jobs: jobs) { index throws(MachineError) in
      try self.prepare(index, standing)
    }
    var layout = SearchLayout()
    layout.pages = pages.enumerated().map { index, page in
      SearchLayout.Page(path: page.path, size: texts[index].text.count)
    }
    let ranges = SearchGroup.ranges(layout.pages.map { ($0.path, $0.size) })
    layout.groups = try Workers.map(ranges.count, jobs: jobs) { number throws(MachineError) in
      let group = try ranges[number].map { index throws(MachineError) in
        (
          address: self.pages[index].address,
          text: try self.drafts.spool.bytes(at: texts[index].text)
        )
      }
      let file = SearchGroup.file(ranges[number].lowerBound, pages: group)
      try self.put(file)
      return SearchLayout.Group(
        count: ranges[number].count, version: SearchFiles.version(of: file.bytes))
    }
    var index = SearchIndex()
    for place in texts { index.add(try drafts.spool.bytes(at: place.terms)) }
    _ = try Workers.map(headings.parts.count, jobs: jobs) { number throws(MachineError) in
      let part = self.headings.parts[number]
      let texts = try part.pages.map { index throws(MachineError) in
        try self.drafts.spool.bytes(at: texts[index].text)
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
  private func prepare(
    _ index: Int, _ standing: StandingTexts
  ) throws(MachineError) -> (text: Spool.Place, terms: Spool.Place) {
    let page = pages[index]
    if let places = drafts.searchPlaces(page.path) { return places }
    var text = page.isUnchanged ? try standing.text(of: page) : nil
    if text == nil { text = try drafts.draft(page.path).search }
    let places = try drafts.spool.put([text ?? [], SearchTerms(of: text ?? []).packed])
    return (places[0], places[1])
  }
}

extension SearchLayout.Shard {
  init(_ shard: SearchShard) {
    self.init(
      prefix: shard.prefix, size: shard.size, version: SearchFiles.version(of: shard.file.bytes))
  }
}
