/// All that links of a course can lead to.
///
/// It resolves as code hosts do: relative to the notes' file, a path that begins with `/` from
/// `content/` or else from the course's folder, percent-encoded or not, a folder to its index. A
/// fragment finds its id in other letter case and with the prefix `user-content-` too, as it does
/// there. Besides, the address of a page in the site, `week2.html`, leads to the page.
public struct LinkTable: Sendable {
  private let repository: Repository?
  private let targets: any LinkTargets
  /// Where files stand in the site that have other names there, by their paths in the course.
  private let renamed: [String: String]

  public init(
    _ targets: some LinkTargets, repository: Repository? = nil, renamed: [String: String] = [:]
  ) {
    self.targets = targets
    self.repository = repository
    self.renamed = renamed
  }

  /// - Parameters:
  ///   - pages: all pages, also drafts.
  ///   - files: the paths of the course's other files, relative to its folder: `content/a.png`,
  ///     `code/run.py`.
  ///   - folders: the paths of folders that hold none of these.
  ///   - renamed: the addresses in the site of files that have other names there.
  public init(
    pages: [PageLinks], files: Set<String>, folders: Set<String> = [],
    repository: Repository? = nil, renamed: [String: String] = [:]
  ) {
    self.init(
      ListedTargets(pages: pages, files: files, folders: folders), repository: repository,
      renamed: renamed)
  }

  /// A table for writing pages before all of them are read: it knows which pages there are, but not
  /// their ids.
  ///
  /// - Parameter pages: the paths of all notes.
  public init(
    paths: [String], files: Set<String>, repository: Repository? = nil,
    renamed: [String: String] = [:]
  ) {
    self.init(
      pages: paths.map {
        PageLinks(path: $0, isDraft: false, links: [], headings: [], ids: [])
      }, files: files, repository: repository, renamed: renamed)
  }

  /// Where an address on a page leads.
  ///
  /// - Parameters:
  ///   - destination: with escapes and entities resolved.
  ///   - page: the path of the page's notes.
  public func resolution(of destination: String, on page: String) -> LinkResolution {
    switch LinkDestination(destination) {
    case .external(let address):
      return LinkResolution(target: .external(address), href: destination)
    case .scheme: return LinkResolution(target: .other, href: destination)
    case .local(let local):
      if local.path.isEmpty { return self.page(page, local, destination, on: page) }
      let candidates = Self.candidates(local.path, on: page)
      guard let first = candidates.first else {
        return LinkResolution(target: .nowhere, href: destination, problem: .outside)
      }
      for path in candidates {
        if let found = found(path, local, destination, on: page) { return found }
      }
      return LinkResolution(target: .nowhere, href: destination, problem: .missing(first))
    }
  }

  /// The paths from the course's folder that an address may mean, likeliest first.
  static func candidates(_ address: Substring, on page: String) -> [String] {
    let written = String(address)
    let plain = AddressText.decoded(written)
    // A name may hold `%20` itself.
    return paths(plain, on: page) + (plain == written ? [] : paths(written, on: page))
  }

  private static func paths(_ path: String, on page: String) -> [String] {
    guard path.utf8.first == 0x2F else {
      return CoursePath.resolved(path, in: CoursePath.folder(of: page)).map { [$0] } ?? []
    }
    return ["content/", ""].compactMap { CoursePath.resolved(path, in: $0) }
  }

  private func found(
    _ path: String, _ local: LinkDestination.Local, _ destination: String, on page: String
  ) -> LinkResolution? {
    if let entry = targets.page(path) {
      guard !entry.isDraft else {
        return LinkResolution(target: .nowhere, href: destination, problem: .draft(path))
      }
      return self.page(path, local, destination, on: page)
    }
    if targets.isFile(path) {
      let address = renamed[path] ?? Self.address(ofFile: path)
      let keeps =
        local.path.utf8.first != 0x2F && path.hasPrefix("content/") && renamed[path] == nil
      let href = keeps ? destination : relative(to: address, on: page) + rest(local)
      return LinkResolution(target: .asset(path, address: address), href: href)
    }
    if let folder = targets.folder(path) {
      if let index = folder.index { return self.page(index, local, destination, on: page) }
      guard let repository else {
        return LinkResolution(
          target: .folder(path), href: destination, problem: .folderWithoutIndex(path))
      }
      return LinkResolution(target: .folder(path), href: repository.folderAddress(of: path))
    }
    if path.hasSuffix(".html") {
      let notes = String(path.dropLast(5)) + ".md"
      if targets.page(notes)?.isDraft == false {
        return self.page(notes, local, destination, on: page)
      }
    }
    return nil
  }

  /// The file in the site of a file that is no page: what stands beside the notes keeps its place,
  /// what stands elsewhere in the course goes into the folder `files`.
  public static func address(ofFile path: String) -> String {
    path.hasPrefix("content/") ? String(path.dropFirst("content/".count)) : "files/" + path
  }

  private func page(
    _ path: String, _ local: LinkDestination.Local, _ destination: String, on page: String
  ) -> LinkResolution {
    var href =
      local.path.isEmpty ? "" : relative(to: targets.address(ofPage: path)?.path ?? path, on: page)
    href += local.query
    // The top of a page has no id (HTML, section 7.4.6.4), and a directive names text, not an id.
    guard let fragment = local.fragment, !fragment.isEmpty,
      !(fragment.utf8.count == 3 && fragment.lowercased() == "top"),
      !fragment.utf8.starts(with: ":~:".utf8)
    else {
      if let fragment = local.fragment { href += "#\(fragment)" }
      return LinkResolution(target: .page(path, id: nil), href: href)
    }
    guard let id = id(String(fragment), on: path) else {
      return LinkResolution(
        target: .page(path, id: nil), href: href + "#\(fragment)",
        problem: .missingID(AddressText.decoded(String(fragment)), page: path))
    }
    let written = id == fragment ? id : AddressText.encoded(id)
    return LinkResolution(
      target: .page(path, id: id), href: href + "#" + written,
      problem: targets.page(path)?.earlier[id].map { .earlierID(id, page: path, now: $0) })
  }

  /// The id that a fragment means: itself, in lowercase, or as code hosts write it into the page.
  private func id(_ fragment: String, on page: String) -> String? {
    guard let ids = targets.page(page)?.ids, !ids.isEmpty else { return nil }
    if ids.contains(fragment) { return fragment }
    let plain = AddressText.decoded(fragment)
    if ids.contains(plain) { return plain }
    // Code hosts keep the sign that makes a letter an emoji, which our ids do not have.
    var id = String(
      String.UnicodeScalarView(
        plain.lowercased().unicodeScalars.filter { !(0xFE00...0xFE0F).contains($0.value) }))
    if ids.contains(id) { return id }
    guard id.hasPrefix("user-content-") else { return nil }
    id.removeFirst("user-content-".count)
    return ids.contains(id) ? id : nil
  }

  private func relative(to address: String, on page: String) -> String {
    (targets.address(ofPage: page) ?? SiteAddress(path: PagePath(page).site)).relative(to: address)
  }

  private func rest(_ local: LinkDestination.Local) -> String {
    local.query + (local.fragment.map { "#\($0)" } ?? "")
  }

  // MARK: for what comes near

  /// The ids of a page; none for what is no page.
  func ids(of page: String) -> Set<String> { targets.page(page)?.ids ?? [] }

  /// All pages that are no drafts, files and folders by their path.
  var paths: [String] { targets.paths }
}
