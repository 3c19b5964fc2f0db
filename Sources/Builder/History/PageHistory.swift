internal import Course
internal import Machine
internal import Markdown

/// When the pages of a course were last changed, as git knows it.
///
/// A page that is not committed as it is has no date, as no commit holds what its readers see. Where
/// there is no git or no repository, none has.
struct PageHistory {
  /// By path in the course.
  private(set) var dates: [String: Timestamp] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  /// What the next build can know.
  private(set) var cache = HistoryCache()

  /// - Parameters:
  ///   - root: the course's folder, anywhere in a repository.
  ///   - pages: with how they are now.
  ///   - cache: what the last build knew.
  init(root: String, pages: [(path: String, stamp: FileStamp)], cache: HistoryCache) {
    guard let git = Git(in: root), let place = Place(git) else { return }
    guard !place.isShallow else {
      diagnostics = [Self.shallow]
      return
    }
    let isKnown = cache.head == place.head && pages.allSatisfy { cache.dates[$0.path] != nil }
    guard let committed = isKnown ? cache.dates : Self.log(git, place, pages.map(\.path)) else {
      return
    }
    self.cache.head = place.head
    self.cache.dates = committed
    let dated = pages.filter { committed[$0.path].flatMap(\.self) != nil }
    guard let states = Self.states(git, place, dated, known: isKnown ? cache.states : [:]) else {
      return
    }
    self.cache.states = states
    for page in dated where states[page.path]?.isCommitted == true {
      dates[page.path] = committed[page.path].flatMap(\.self)
    }
  }

  /// Goes through the log until all pages are found.
  private static func log(_ git: Git, _ place: Place, _ paths: [String]) -> [String: Timestamp?]? {
    var changes = LastChanges(of: paths.map { place.prefix + $0 })
    let isDone = git.run([
      "-c", "log.showSignature=false", "log", "-z", "-c", "--name-status", "-M100%", "--no-color",
      "--no-ext-diff", "--format=%x01%cI", place.head, "--", "content",
    ]) { bytes in
      changes.take(bytes)
      return !changes.isDone
    }
    guard isDone else { return nil }
    return Dictionary(
      paths.map { ($0, changes.dates[place.prefix + $0]) }, uniquingKeysWith: { $1 })
  }

  /// Which pages are as committed; git is asked only where one has changed since it was asked.
  private static func states(
    _ git: Git, _ place: Place, _ pages: [(path: String, stamp: FileStamp)],
    known: [String: HistoryCache.State]
  ) -> [String: HistoryCache.State]? {
    guard !pages.allSatisfy({ known[$0.path]?.stamp == $0.stamp }) else { return known }
    guard
      let output = git.output([
        "diff", "-z", "--name-only", "--no-ext-diff", "--no-renames", "--ignore-submodules",
        place.head, "--", "content",
      ])
    else { return nil }
    let changed = Set(output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) })
    return Dictionary(
      pages.map { page in
        let isCommitted = !changed.contains(place.prefix + page.path)
        return (page.path, HistoryCache.State(stamp: page.stamp, isCommitted: isCommitted))
      }, uniquingKeysWith: { $1 })
  }

  private static let shallow = Diagnostic(
    path: CourseSettings.path, position: SourcePosition(line: 1, column: 1), severity: .warning,
    message: "the repository is a shallow clone, which does not know when pages were last changed",
    rule: "shallow-clone",
    mend: "fetch all of it: `git fetch --unshallow`, or `fetch-depth: 0` where CI checks it out")

  /// Where a course lies in a repository.
  private struct Place {
    /// The commit that is checked out.
    var head: String
    /// The course's folder in the repository: empty, or with a slash at its end.
    var prefix: String
    var isShallow: Bool

    /// - Returns: `nil` where the folder is in no repository, or in one without commits.
    init?(_ git: Git) {
      let question = ["rev-parse", "HEAD", "--is-shallow-repository", "--show-prefix"]
      guard let output = git.output(question) else { return nil }
      // A folder's name may hold a line feed, so that it comes last.
      let lines = output.split(
        separator: UInt8(ascii: "\n"), maxSplits: 2, omittingEmptySubsequences: false)
      guard lines.count == 3 else { return nil }
      head = String(decoding: lines[0], as: UTF8.self)
      isShallow = lines[1].elementsEqual("true".utf8)
      prefix = String(decoding: lines[2].dropLast(), as: UTF8.self)
    }
  }
}
