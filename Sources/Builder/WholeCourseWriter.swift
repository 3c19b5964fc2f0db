internal import Course
internal import Machine
internal import Site
internal import Synchronization

/// Writes the page of the whole course, section by section.
///
/// The sections of pages that have not changed since the last build are taken out of the file that
/// stands there; others are made while their pages are, and kept outside of memory.
final class WholeCourseWriter: Sendable {
  private let whole: WholeCourse
  private let paths: [String]
  private let drafts: DraftPool
  private let site: SiteFolder
  /// Where sections stand in the file that is there, by the paths of their pages.
  private let standing: [String: Range<Int>]
  private let spool: Spool
  private let state = Mutex(State())

  private struct State {
    var sections: [Int: Spool.Place] = [:]
  }

  /// What the next build can know of the file.
  struct Layout: Equatable {
    /// ``WholeCourse/surroundings``
    var surroundings: UInt64
    /// Where the first section begins.
    var start: Int
    var sections: [Section]

    struct Section: Equatable {
      /// That of the page's notes.
      var path: String
      /// In bytes.
      var size: Int
    }
  }

  /// - Parameters:
  ///   - known: what the last build wrote, when that still stands there.
  ///   - isUnchanged: whether the body of the page of a path is that of the last build.
  init(
    _ whole: WholeCourse, pages: [SitePage], drafts: DraftPool, site: SiteFolder, spool: Spool,
    known: Layout?, isUnchanged: (String) -> Bool
  ) {
    self.whole = whole
    paths = whole.pages.map { pages[$0].path }
    self.drafts = drafts
    self.site = site
    self.spool = spool
    var standing: [String: Range<Int>] = [:]
    if let known, known.surroundings == whole.surroundings {
      var offset = known.start
      for section in known.sections {
        if isUnchanged(section.path) {
          standing[section.path] = offset..<offset + section.size
        }
        offset += section.size
      }
    }
    self.standing = standing
  }

  /// Makes the section of a page, if it is one of the course's and is not there already.
  func take(_ index: Int, body: [UInt8]) throws(MachineError) {
    guard paths.indices.contains(index), standing[paths[index]] == nil else { return }
    let place = try spool.put(whole.section(index, body: body))
    state.withLock { $0.sections[index] = place }
  }

  func write(jobs: Int) throws(MachineError) -> (outcome: SiteFolder.Outcome, layout: Layout) {
    try makeMissing(jobs: jobs)
    var layout = Layout(
      surroundings: whole.surroundings, start: whole.opening.count, sections: [])
    let sections = state.withLock { $0.sections }
    let outcome = try site.put(WholeCourse.path) { file throws(MachineError) in
      try file.append(whole.opening)
      for (index, path) in paths.enumerated() {
        var size = 0
        if let place = sections[index] {
          let section = try spool.bytes(at: place)
          size = section.count
          try file.append(section)
        } else if let range = standing[path] {
          size = range.count
          try file.append(standing: range)
        }
        layout.sections.append(Layout.Section(path: path, size: size))
      }
      try file.append(whole.closing)
    }
    return (outcome, layout)
  }

  /// Makes the sections of pages that were not written themselves.
  private func makeMissing(jobs: Int) throws(MachineError) {
    let made = state.withLock { $0.sections }
    let missing = paths.indices.filter { made[$0] == nil && standing[paths[$0]] == nil }
    _ = try Workers.map(missing.count, jobs: jobs) { (number) throws(MachineError) in
      let index = missing[number]
      try self.take(index, body: self.drafts.draft(self.paths[index]).body)
    }
  }
}
