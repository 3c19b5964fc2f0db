internal import Course

/// Takes in git's log, newest commit first, and finds when each file was last changed.
///
/// It reads what this prints:
/// ```
/// git log -z -c --name-status -M100% --format=%x01%cI
/// ```
/// For each commit that is U+0001 and the committer's date, and for each file the status and the path,
/// each with a NUL behind it and now and then a line feed before it. A merge names the files that are
/// as in none of its parents. A file that was only renamed goes on under its earlier name.
struct LastChanges {
  /// By path, for the files asked for.
  private(set) var dates: [String: Timestamp] = [:]
  /// The files whose last change is still to come, by the names they had at this point of the log.
  private var wanted: [String: String]
  private var date: Timestamp?
  /// What follows is the path of a file with this status.
  private var status: [UInt8]?
  /// The earlier path of a file that was renamed, whose later one follows.
  private var renamed: String?
  /// The beginning of a part that is not yet there to its end.
  private var rest: [UInt8] = []

  init(of paths: some Sequence<String>) {
    wanted = Dictionary(paths.map { ($0, $0) }, uniquingKeysWith: { $1 })
  }

  /// Whether every file's last change is known.
  var isDone: Bool { wanted.isEmpty }

  mutating func take(_ bytes: [UInt8]) {
    var bytes = bytes[...]
    while let end = bytes.firstIndex(of: 0) {
      rest += bytes[..<end]
      bytes = bytes[(end + 1)...]
      takePart(rest)
      rest.removeAll(keepingCapacity: true)
    }
    rest += bytes
  }

  private mutating func takePart(_ part: [UInt8]) {
    guard let status else {
      let part = part.drop { $0 == UInt8(ascii: "\n") }
      guard let first = part.first else { return }
      if first == 1 {
        date = Timestamp(String(decoding: part.dropFirst(), as: UTF8.self))
      } else {
        status = Array(part)
      }
      return
    }
    let path = String(decoding: part, as: UTF8.self)
    // `R100`; of a merge, which has a letter for each parent, git tells the later path alone.
    let isRename =
      status.first == UInt8(ascii: "R") && status.dropFirst().first.map { $0 < 0x3A } == true
    if isRename, renamed == nil {
      renamed = path
      return
    }
    if let earlier = renamed {
      if let page = wanted.removeValue(forKey: path) { wanted[earlier] = page }
    } else if let page = wanted.removeValue(forKey: path) {
      // A file that git knows to be gone is one that somebody has put there anew.
      if status != [UInt8(ascii: "D")] { dates[page] = date }
    }
    self.status = nil
    renamed = nil
  }
}
