internal import Course
internal import Machine
internal import Site

/// The files that a site is made from.
struct CourseSources: Sendable {
  /// The notes in order of path, such as `content/week1.md`.
  let pages: [(path: String, stamp: FileStamp)]
  /// Other files in `content`, which go along as they are.
  let copies: [(path: String, stamp: FileStamp)]
  /// A number for all that every page depends on; see ``BuildCache/ground``.
  let ground: UInt64

  /// The paths of all files in `content` that are no pages, from the course's folder.
  let files: Set<String>

  init(
    _ root: String, settings: CourseSettings, theme: Theme, options: SiteBuild.Options
  ) throws(MachineError) {
    let content = try FileListing("\(root)/content").files
    let files = content.sorted { $0.key < $1.key }
    pages = files.filter { $0.key.hasSuffix(".md") }.map { ("content/\($0.key)", $0.value) }
    copies = files.filter { !$0.key.hasSuffix(".md") }.map { ("content/\($0.key)", $0.value) }
    self.files = Set(copies.map(\.path))
    var ground = StableHash()
    for (path, _) in files { ground.combine(path) }
    ground.combine(options.includesDrafts ? 1 : 0)
    ground.combine(theme.hash)
    ground.combine(settings.linkSeverity.rawValue)
    ground.combine((try? System.contents(of: "\(root)/notes.yml")) ?? [])
    // Another program may write other pages.
    if let program = System.information(of: System.realPath("/proc/self/exe") ?? "") {
      ground.combine(program.inode)
      ground.combine(UInt64(bitPattern: program.modified))
      ground.combine(UInt64(program.size))
    }
    self.ground = ground.value
  }
}
