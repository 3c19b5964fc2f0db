internal import Course
internal import Machine

/// Where all is as the last build left it, there is nothing to make, and nothing to tell but what it
/// told.
extension SiteBuild {
  /// What the last build reported, if this one would find everything as that one left it.
  func unchanged(
    since last: LastBuild?, _ sources: CourseSources, _ records: RecordFiles, _ site: SiteFolder,
    _ history: PageHistory
  ) -> SiteReport? {
    guard let last, !options.makesLock || Files.exists("\(root)/\(AnchorLock.path)") else {
      return nil
    }
    let outside = OutsideFiles(root: root, output: options.output, wanted: last.wanted)
    guard state(sources, records, site, now: site.old, outside, history) == last.state else {
      return nil
    }
    return last.report
  }

  func last(_ report: SiteReport, _ state: UInt64, _ outside: OutsideFiles) -> LastBuild {
    var report = report
    report.changes = []
    return LastBuild(state: state, wanted: outside.wanted, report: report)
  }

  /// The same number where everything that a build reads or makes is the same.
  ///
  /// - Parameter now: what the site's folder holds.
  func state(
    _ sources: CourseSources, _ records: RecordFiles, _ site: SiteFolder,
    now: [String: FileStamp], _ outside: OutsideFiles, _ history: PageHistory
  ) -> UInt64 {
    var hash = StableHash()
    hash.combine(sources.ground)
    hash.combine(Self.sum(sources.pages))
    hash.combine(Self.sum(sources.copies))
    hash.combine(Self.sum(records.stamps.lazy.map { ($0.key, $0.value) }))
    hash.combine(Self.sum(now.lazy.map { ($0.key, $0.value) }))
    hash.combine(Self.sum(outside.files.lazy.map { ($0.key, $0.value) }))
    for folder in outside.folders.sorted() { hash.combine(folder) }
    site.listStamp?.add(to: &hash)
    hash.combine((try? System.contents(of: "\(root)/\(AnchorLock.path)")) ?? [])
    for (path, date) in history.dates.sorted(by: { $0.key < $1.key }) {
      hash.combine(path)
      hash.combine(date.text)
    }
    for diagnostic in history.diagnostics { hash.combine(diagnostic.message) }
    return hash.value
  }

  /// The same number for the same files, in whichever order: to sort them all takes longer.
  private static func sum(_ files: some Sequence<(path: String, stamp: FileStamp)>) -> UInt64 {
    files.reduce(0) { sum, file in
      var hash = StableHash()
      hash.combine(file.path)
      file.stamp.add(to: &hash)
      return sum &+ hash.value
    }
  }
}
