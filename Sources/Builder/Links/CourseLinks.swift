package import Course
internal import Machine

/// All that links of a course lead to, once its pages are read.
package struct CourseLinks {
  /// Of all pages, with the ids that their headings have had.
  private let pages: [PageLinks]
  private let table: LinkTable
  /// The files outside of `content/` that pages link to.
  let outside: OutsideFiles
  private let severity: Diagnostic.Severity

  /// - Parameters:
  ///   - root: the course's folder.
  ///   - output: the site's folder, which links cannot mean.
  ///   - pages: all pages, also drafts.
  ///   - made: pages that are no files.
  ///   - files: the paths of the files in `content/` that are no pages.
  ///   - renamed: the addresses in the site of files that have other names there.
  ///   - lock: is brought up to date.
  package init(
    root: String, output: String, pages: [PageLinks], made: [PageLinks] = [],
    files: Set<String>, renamed: [String: String] = [:], settings: CourseSettings,
    lock: inout LockFile?
  ) {
    var pages = pages
    lock?.lock.update(&pages)
    pages += made
    let outside = OutsideFiles(root: root, output: output, pages: pages)
    self.pages = pages
    self.outside = outside
    table = LinkTable(
      pages: pages, files: files.union(outside.files.keys), folders: outside.folders,
      repository: settings.repository, renamed: renamed)
    severity = settings.linkSeverity
  }

  /// The links that lead nowhere, or by a name of earlier days.
  package var diagnostics: [Diagnostic] {
    diagnostics { _ in nil }.flatMap(\.dead)
  }

  /// The same for each page, where the last build has found those of some.
  ///
  /// - Parameter known: by the path of a page what was found; `nil` where that may have changed.
  func diagnostics(known: (String) -> [Diagnostic]?) -> [(path: String, dead: [Diagnostic])] {
    var check: LinkCheck?
    return pages.map { page in
      if page.isDraft { return (page.path, []) }
      if let dead = known(page.path) { return (page.path, dead) }
      let needed = check ?? LinkCheck(table, severity: severity)
      check = needed
      return (page.path, needed.diagnostics(page))
    }
  }

  /// The same number where pages and files outside of `content/` offer the same to links.
  var ground: UInt64 {
    var ground: UInt64 = 0
    for page in pages {
      var hash = StableHash()
      hash.combine(page.path)
      hash.combine(UInt64(page.isDraft ? 1 : 0))
      hash.combine(Self.sum(page.ids))
      hash.combine(Self.sum(page.earlier.lazy.map { "\($0.key) \($0.value)" }))
      ground &+= hash.value
    }
    var hash = StableHash()
    hash.combine(ground)
    hash.combine(Self.sum(outside.files.keys))
    hash.combine(Self.sum(outside.folders))
    return hash.value
  }

  /// The same number for the same texts, in whichever order.
  private static func sum(_ texts: some Sequence<String>) -> UInt64 {
    texts.reduce(0) { sum, text in
      var hash = StableHash()
      hash.combine(text)
      return sum &+ hash.value
    }
  }

  /// The paths of the course's pictures that pages show.
  package var shownImages: Set<String> { ImageCheck.shown(pages, table) }

  /// The places where pages show pictures that are none.
  ///
  /// - Parameter files: the paths of the files that are no pictures.
  package func diagnostics(brokenImages files: Set<String>) -> [Diagnostic] {
    files.isEmpty ? [] : pages.flatMap { ImageCheck.diagnostics($0, table, broken: files) }
  }

  /// The pages with links that could not be written before all pages were read, with what is written
  /// then.
  ///
  /// - Parameter early: the table by which they were written.
  func later(than early: LinkTable) -> [String: [String]] {
    pages.reduce(into: [:]) { result, page in
      let later = table.later(page, than: early)
      if !later.isEmpty { result[page.path] = later }
    }
  }

  /// Where links lead, for writing pages anew.
  var links: LinkTable { table }

  /// The ids that headings have had, by page.
  var earlierIDs: [String: [String: String]] {
    pages.reduce(into: [:]) { if !$1.earlier.isEmpty { $0[$1.path] = $1.earlier } }
  }
}
