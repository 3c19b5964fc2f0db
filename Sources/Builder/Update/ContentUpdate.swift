internal import Course
internal import Machine
internal import Site

/// The files of a site that differ where only the content of few pages has.
///
/// They are made of those that stand there, and are the same as if the site had been laid out anew.
struct ContentUpdate {
  private let changes: ContentChanges
  private let site: SiteFolder
  private var files: [SiteFile] = []
  /// Those of the pages that are shown, by ``ContentChanges/Page/number``.
  private var layouts: [Int: PageLayout] = [:]
  /// The sections of the pages in the page of the whole course, by path.
  private var sections: [String: [UInt8]] = [:]
  private var whole: WholeCourseWriter.Layout?
  private let search: SearchLayout
  /// Files of search that there are no longer.
  private let removed: Set<String>

  /// - Parameter cache: what the last build knew, when the site's folder is as it left it.
  /// - Returns: `nil` where other files may differ.
  init?(
    _ changes: ContentChanges, since cache: StandingCache, _ site: SiteFolder
  ) throws(MachineError) {
    self.changes = changes
    self.site = site
    whole = cache.course.whole?.layout
    guard let known = cache.course.search else { return nil }
    for page in changes.pages {
      guard let standing = page.old.site else { continue }
      guard let address = changes.targets.address(ofPage: page.path),
        site.old[address.path] == standing.output
      else { return nil }
      let draft = try changes.drafts.draft(page.path)
      let file = try System.contents(of: "\(site.path)/\(address.path)")
      guard let (bytes, layout) = standing.layout?.file(file, with: draft) else { return nil }
      files.append(SiteFile(path: address.path, bytes: bytes))
      files.append(SiteFile(path: MarkdownTwin.path(of: page.new.page.summary), bytes: draft.twin))
      layouts[page.number] = layout
      sections[page.path] = WholeCourse.section(
        of: address, body: draft.body, target: changes.targets.section)
    }
    guard let search = try Self.search(changes, known, site) else { return nil }
    self.search = search.layout
    files += search.files
    if search.layout != known { files.append(search.layout.directory) }
    removed = Self.removed(since: known, search.layout)
    // A file that no build made may stand where another's part of search is to go.
    guard
      files.allSatisfy({
        site.old[$0.path] == nil ? site.foreign.isEmpty : site.made.contains($0.path)
      })
    else { return nil }
  }

  private static func search(
    _ changes: ContentChanges, _ known: SearchLayout, _ site: SiteFolder
  ) throws(MachineError) -> SearchChange? {
    let shown = Set(changes.pages.lazy.filter { $0.old.site != nil }.map(\.path))
    let targets = changes.targets
    let pages = known.pages.map { page in
      SearchWriter.Page(
        path: page.path, isUnchanged: !shown.contains(page.path),
        address: targets.address(ofPage: page.path)?.path ?? "")
    }
    let change = try SearchChange(pages, known, drafts: changes.drafts, site: site)
    guard let change, !change.changesHeadings else { return nil }
    return change
  }

  private static func removed(since old: SearchLayout, _ new: SearchLayout) -> Set<String> {
    guard
      old.firstPages != new.firstPages
        || !old.shards.elementsEqual(new.shards, by: { $0.prefix == $1.prefix })
    else { return [] }
    return Set(old.files).subtracting(new.files)
  }

  /// - Returns: what has changed.
  func write() throws(MachineError) -> [SiteChange] {
    site.keepAll(but: removed)
    for file in files { _ = try site.put(file) }
    if let whole, let size = site.old[WholeCourse.path]?.size {
      _ = try site.put(WholeCourse.path) { file throws(MachineError) in
        try file.append(standing: 0..<whole.start)
        var end = whole.start
        for section in whole.sections {
          if let new = sections[section.path] {
            try file.append(new)
          } else {
            try file.append(standing: end..<end + section.size)
          }
          end += section.size
        }
        try file.append(standing: end..<size)
      }
    }
    try site.commit()
    return site.changes
  }

  /// Tells the next build what this one has left.
  ///
  /// - Parameter now: what the site's folder holds.
  func note(_ now: [String: FileStamp], in cache: inout StandingCache) {
    for page in changes.pages {
      var entry = page.new
      if let layout = layouts[page.number],
        let address = changes.targets.address(ofPage: page.path),
        let output = now[address.path],
        let twin = now[MarkdownTwin.path(of: entry.page.summary)]
      {
        entry.site?.output = output
        entry.site?.twin = twin
        entry.site?.layout = layout
      }
      cache.replace(page.number, with: entry)
    }
    if var whole, let output = now[WholeCourse.path] {
      for index in whole.sections.indices {
        if let section = sections[whole.sections[index].path] {
          whole.sections[index].size = section.count
        }
      }
      cache.course.whole = BuildCache.WholeEntry(output: output, layout: whole)
    }
    cache.course.search = search
    cache.course.search?.stamps = search.stamps(in: now) ?? 0
  }
}
