internal import Course
package import Machine

/// Waits for changes of the files that a course's site is made from.
///
/// That something has happened the system tells; what it was is found by comparing what the file
/// system knows of each file with what it knew before. Where the system cannot be asked, as on some
/// network drives, all files are looked at every second.
package struct CourseWatch {
  private let root: String
  /// `nil` where files are looked at every second.
  private var watch: FolderWatch?
  /// Folders that are watched.
  private var folders: Set<String> = []
  private var known: [String: FileStamp] = [:]
  /// Files outside of `content/` that go into the site, by their paths in the course.
  private var outside: Set<String> = []

  /// For how many milliseconds nothing more must happen before changes are told: an editor writes a
  /// file in several steps, and a checkout writes many.
  private static let pause = 60
  /// After which time changes are told all the same.
  private static let limit = Duration.seconds(2)

  /// - Parameter isPolling: whether not to ask the system.
  package init(root: String, isPolling: Bool) {
    self.root = root
    watch = isPolling ? nil : try? FolderWatch()
    known = look()
  }

  /// Whether all files are looked at every second.
  package var isPolling: Bool { watch == nil }

  /// Says what a build that began after the last changes were told has found and done.
  ///
  /// - Parameter outside: the files outside of `content/` that go into the site.
  package mutating func note(outside: Set<String>) {
    for path in self.outside.subtracting(outside) { known[path] = nil }
    let new = outside.subtracting(self.outside)
    self.outside = outside
    // The build itself may have written the lock.
    let now = look()
    for path in new + [AnchorLock.path] { known[path] = now[path] }
  }

  /// Waits for changes.
  ///
  /// - Returns: the files that are new, changed or gone, by their paths in the course, in order; `nil`
  ///   when the person wants an end.
  package mutating func next(_ interruption: Interruption) -> [String]? {
    while interruption.count == 0 {
      let descriptors = [interruption.number] + (watch.map { [$0.descriptor] } ?? [])
      _ = System.poll(descriptors, milliseconds: isPolling ? 1000 : -1)
      if interruption.count > 0 { break }
      if let watch {
        let start = ContinuousClock.now
        repeat {
          watch.clear()
        } while System.poll([watch.descriptor], milliseconds: Self.pause)[0]
          && start.duration(to: .now) < Self.limit
      }
      let now = look()
      let changed = Set(now.keys).union(known.keys).filter { now[$0] != known[$0] }
      known = now
      if !changed.isEmpty { return changed.sorted() }
    }
    return nil
  }

  /// What is there now; folders that are new are watched from here on.
  private mutating func look() -> [String: FileStamp] {
    while true {
      var files: [String: FileStamp] = [:]
      var folders: Set = [root]
      for top in ["content", "results", "theme"] {
        folders.insert("\(root)/\(top)")
        // What cannot be listed is the build's to tell.
        guard let listing = try? FileListing("\(root)/\(top)") else { continue }
        folders.formUnion(listing.folders.map { "\(root)/\(top)/\($0)" })
        for (path, stamp) in listing.files { files["\(top)/\(path)"] = stamp }
      }
      for path in outside.union([CourseSettings.path, AnchorLock.path]) {
        folders.insert(Files.parent("\(root)/\(path)"))
        guard let real = System.realPath("\(root)/\(path)"),
          let information = System.information(of: real)
        else { continue }
        files[path] = FileStamp(information)
      }
      let new = folders.subtracting(self.folders)
      self.folders = folders
      if let watch {
        for folder in folders where !watch.add(folder) && Files.isFolder(folder) {
          // The system has a limit of folders.
          self.watch = nil
          return files
        }
      }
      // What came into a new folder before it was watched, nothing else tells.
      if new.isEmpty || self.watch == nil { return files }
    }
  }
}
