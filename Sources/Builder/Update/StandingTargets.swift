internal import Course
internal import Machine
internal import Site

/// What links of a course lead to where no page offers them anything else than at the last build.
///
/// It looks up what few pages link to in what that build knew, so that no table of all is made.
struct StandingTargets: LinkTargets {
  private let sources: CourseSources
  /// `nil` for what is known before pages are read: then none is a draft, and none has ids.
  private let known: Known?

  struct Known: Sendable {
    let cache: StandingCache
    let outside: OutsideFiles
    let lock: AnchorLock?
    /// Whether drafts are pages as well.
    let includesDrafts: Bool
    /// Whether a part of the cache could not be read.
    let isDamaged = Shared(false)

    init(
      _ cache: StandingCache, _ outside: OutsideFiles, lock: AnchorLock?, includesDrafts: Bool
    ) {
      self.cache = cache
      self.outside = outside
      self.lock = lock
      self.includesDrafts = includesDrafts
    }

    fileprivate func page(_ number: Int) -> SitePage? {
      guard var page = try? cache.page(number).page else {
        isDamaged.change { $0 = true }
        return nil
      }
      if includesDrafts { page.links.isDraft = false }
      return page
    }
  }

  init(_ sources: CourseSources, known: Known?) {
    self.sources = sources
    self.known = known
  }

  func page(_ path: String) -> LinkTarget? {
    guard let number = number(of: path) else {
      return known?.cache.course.made.flatMap { $0.path == path ? LinkTarget($0.links) : nil }
    }
    guard let known else {
      return LinkTarget(PageLinks(path: path, isDraft: false, links: [], headings: [], ids: []))
    }
    guard var links = known.page(number)?.links else { return nil }
    if let lock = known.lock { links.add(earlier: lock.earlier(of: links)) }
    return LinkTarget(links)
  }

  func address(ofPage path: String) -> SiteAddress? {
    guard isShown(path) else { return nil }
    return SiteAddresses.address(of: path) { isShown($0 + "index.md") }
  }

  func isFile(_ path: String) -> Bool {
    sources.files.contains(path) || known?.outside.files[path] != nil
  }

  func folder(_ path: String) -> LinkFolder? {
    guard !path.isEmpty else { return LinkFolder(index: nil) }
    let prefix = path + "/"
    let holds =
      [sources.pages, sources.copies].contains { files in
        let first = Self.place(of: prefix, in: files)
        return first < files.count && files[first].path.hasPrefix(prefix)
      }
      || known.map { known in
        known.outside.files.keys.contains { $0.hasPrefix(prefix) }
          || known.outside.folders.contains { $0 == path || $0.hasPrefix(prefix) }
      } ?? false
    return holds ? LinkFolder(index: index(ofFolder: prefix)) : nil
  }

  var paths: [String] {
    let files = Array(sources.files) + (known.map { Array($0.outside.files.keys) } ?? [])
    let pages = sources.pages.map(\.path).filter(isShown)
    var folders: Set<String> = known?.outside.folders ?? []
    for path in files + sources.pages.map(\.path) {
      var folder = CoursePath.folder(of: path).dropLast()
      while !folder.isEmpty, folders.insert(String(folder)).inserted {
        folder = CoursePath.folder(of: String(folder)).dropLast()
      }
    }
    return pages + files + folders
  }

  /// The id in `print.html` of the page whose file in the site has an address, percent-encoded.
  func section(at address: String) -> String? {
    let path = AddressText.decoded(address)
    guard path.hasSuffix(".html") else { return nil }
    let notes = "content/\(path.dropLast(5)).md"
    for page in [notes, index(ofFolder: CoursePath.folder(of: notes))].compactMap(\.self)
    where !isHidden(page) {
      guard let found = self.address(ofPage: page), AddressText.encoded(found.path) == address
      else { continue }
      return WholeCourse.id(of: found)
    }
    return nil
  }

  private func isHidden(_ path: String) -> Bool {
    number(of: path).flatMap { known?.page($0)?.summary.hiding.contains(.navigation) } ?? false
  }

  private func isShown(_ path: String) -> Bool {
    guard let number = number(of: path) else { return known?.cache.course.made?.path == path }
    return known.map { $0.page(number)?.links.isDraft == false } ?? true
  }

  /// The page that stands for a folder, which is given with a slash at its end.
  private func index(ofFolder folder: String) -> String? {
    if isShown(folder + "index.md") { return folder + "index.md" }
    var index: String?
    for beginning in ["R", "r"].map({ folder + $0 }) {
      var place = Self.place(of: beginning, in: sources.pages)
      while place < sources.pages.count, sources.pages[place].path.hasPrefix(beginning) {
        let path = sources.pages[place].path
        if CoursePath.folder(of: path) == folder, address(ofPage: path)?.isIndex == true {
          index = path
        }
        place += 1
      }
    }
    return index
  }

  private func number(of path: String) -> Int? {
    let place = Self.place(of: path, in: sources.pages)
    return place < sources.pages.count && sources.pages[place].path == path ? place : nil
  }

  /// The place of the first path that is none before another.
  private static func place(
    of path: String, in files: [(path: String, stamp: FileStamp)]
  ) -> Int {
    var (low, high) = (0, files.count)
    while low < high {
      let middle = (low + high) / 2
      if files[middle].path < path { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
