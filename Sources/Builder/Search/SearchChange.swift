internal import Course
internal import Machine
internal import Site

/// The files of search that differ where few pages of a course have changed.
///
/// They are made of those that stand there, and are the same as if all had been made anew.
struct SearchChange {
  private(set) var files: [SiteFile] = []
  private(set) var layout: SearchLayout
  /// Whether the pages that list headings show other ones.
  private(set) var changesHeadings = false

  /// How many pages out of how many are few.
  private static func isFew(_ count: Int, of all: Int) -> Bool { count <= max(4, all / 64) }

  /// - Parameter known: the layout of files that stand in the site as they were written.
  /// - Returns: `nil` where all files have to be made, as pages have come, gone or changed their places.
  init?(
    _ pages: [SearchWriter.Page], _ known: SearchLayout, drafts: DraftPool, site: SiteFolder
  ) throws(MachineError) {
    layout = known
    let stale = pages.indices.filter { !pages[$0].isUnchanged }
    guard pages.count == known.pages.count, Self.isFew(stale.count, of: pages.count),
      zip(pages, known.pages).allSatisfy({ $0.path == $1.path })
    else { return nil }
    let standing = StandingTexts(known, site: site)
    var texts: [Int: [UInt8]] = [:]
    var edits: [SearchEdit] = []
    for index in stale {
      guard let old = try standing.text(of: pages[index]) else { return nil }
      guard let new = try drafts.search(pages[index].path), new.text != old else { continue }
      edits += SearchEdit.edits(from: SearchTerms(of: old).packed, to: new.terms, page: index)
      texts[index] = new.text
      if !HeadingsPages.showTheSame(of: old, new.text) { changesHeadings = true }
      layout.pages[index].size = new.text.count
    }
    guard !texts.isEmpty else { return }
    guard try group(pages, texts, standing) else { return nil }
    try apply(SearchEdit.sorted(edits), site: site)
  }

  /// Makes the groups that changed texts are in, and those whose neighbours grew or shrank.
  ///
  /// - Parameter texts: those that differ, by the number of the page.
  /// - Returns: whether all others are there.
  private mutating func group(
    _ pages: [SearchWriter.Page], _ texts: [Int: [UInt8]], _ standing: StandingTexts
  ) throws(MachineError) -> Bool {
    let known = Dictionary(
      zip(layout.firstPages, layout.groups), uniquingKeysWith: { first, _ in first })
    layout.groups = []
    for range in SearchGroup.ranges(layout.pages.map { ($0.path, $0.size) }) {
      if let group = known[range.lowerBound], group.count == range.count,
        !texts.keys.contains(where: range.contains)
      {
        layout.groups.append(group)
        continue
      }
      var members: [(address: String, text: [UInt8])] = []
      for index in range {
        var text = texts[index]
        if text == nil { text = try standing.text(of: pages[index]) }
        guard let text else { return false }
        members.append((pages[index].address, text))
      }
      let file = SearchGroup.file(range.lowerBound, pages: members)
      layout.groups.append(
        SearchLayout.Group(count: range.count, version: SearchFiles.version(of: file.bytes)))
      files.append(file)
    }
    return true
  }

  /// Makes the shards of terms that have come, gone or changed.
  private mutating func apply(_ edits: [SearchEdit], site: SiteFolder) throws(MachineError) {
    let prefixes = Set(layout.shards.map(\.prefix))
    var shards = SearchShards(layout.shards, site: site)
    var rest = edits[...]
    var changed: [String] = []
    while let edit = rest.first {
      let prefix = edit.prefix(among: prefixes)
      // Edits are in the order of their keys, and keys that begin alike stand together.
      let own = rest.prefix { $0.isFiled(under: prefix) }
      rest = rest.dropFirst(own.count)
      var shard = try shards.take(prefix)
      shard.apply(own)
      for part in shard.parts { shards.put(part) }
      changed.append(prefix)
    }
    for prefix in changed { try shards.join(around: prefix) }
    layout.shards = shards.layout
    files += shards.made.map(\.file)
  }
}
