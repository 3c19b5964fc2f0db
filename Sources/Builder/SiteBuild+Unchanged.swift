internal import Course
internal import Machine

/// Where all is as the last build left it, or all but the content of few pages, the site need not be laid
/// out anew.
extension SiteBuild {
  /// Makes what has changed, if that is only the content of few pages, or nothing.
  ///
  /// - Returns: `nil` where more may have changed; then nothing is done.
  func reportWithoutLayout(
    _ sources: CourseSources, _ records: RecordFiles, _ site: SiteFolder, _ history: PageHistory,
    _ store: CacheStore
  ) throws(MachineError) -> SiteReport? {
    guard !options.makesLock || Files.exists("\(root)/\(AnchorLock.path)"), let last = store.last
    else { return nil }
    let outside = OutsideFiles(root: root, output: options.output, wanted: last.wanted)
    let state = state(sources, records, site, now: site.old, outside, history)
    var report = last.report
    if state != last.state {
      guard state.course == last.state.course, state.site == last.state.site,
        var cache = store.standing(ground: sources.ground),
        let changes = try ContentChanges(self, sources, records, outside, since: cache),
        let diagnostics = changes.diagnostics(last: report.diagnostics),
        let update = try ContentUpdate(changes, since: cache, site)
      else { return nil }
      report.diagnostics = diagnostics
      report.steps += changes.stepCount
      report.changes = try update.write()
      if !options.isCheck {
        let now = try site.now
        update.note(now, in: &cache)
        try store.save(cache)
        try store.save(
          self.last(
            report, self.state(sources, records, site, now: now, outside, history), outside))
      }
    }
    if !options.isCheck { try store.save(history.cache, ifNot: store.history) }
    return report
  }

  func last(_ report: SiteReport, _ state: BuildState, _ outside: OutsideFiles) -> LastBuild {
    var report = report
    report.changes = []
    return LastBuild(state: state, wanted: outside.wanted, report: report)
  }

  /// - Parameter now: what the site's folder holds.
  func state(
    _ sources: CourseSources, _ records: RecordFiles, _ site: SiteFolder,
    now: [String: FileStamp], _ outside: OutsideFiles, _ history: PageHistory
  ) -> BuildState {
    var course = StableHash()
    course.combine(sources.ground)
    course.combine(Self.sum(sources.copies))
    course.combine(Self.sum(outside.files.lazy.map { ($0.key, $0.value) }))
    for folder in outside.folders.sorted() { course.combine(folder) }
    course.combine((try? System.contents(of: "\(root)/\(AnchorLock.path)")) ?? [])
    for (path, date) in history.dates.sorted(by: { $0.key < $1.key }) {
      course.combine(path)
      course.combine(date.text)
    }
    for diagnostic in history.diagnostics { course.combine(diagnostic.message) }
    var folder = StableHash()
    folder.combine(Self.sum(now.lazy.map { ($0.key, $0.value) }))
    site.listStamp?.add(to: &folder)
    return BuildState(
      course: course.value, pages: Self.sum(sources.pages),
      records: Self.sum(records.stamps.lazy.map { ($0.key, $0.value) }), site: folder.value)
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
