public import Course
internal import Markdown

/// The website of a course: what its pages need of each other, and the files that come of it.
///
/// It reads and writes no file itself. Pages are made one by one from their drafts, on any thread, so
/// that no more of them than needed is in memory.
public struct SiteBuilder: Sendable {
  /// In the order of the course.
  public let pages: [SitePage]
  /// The same pages as lists show them.
  let listed: [ListedPage]
  let outline: CourseOutline
  private let settings: CourseSettings
  private let theme: Theme
  private let assets: ThemeAssets
  private let navigation: Navigation
  private let hasFeed: Bool
  private let diagramScript: DiagramScript
  private let hasWhole: Bool
  /// What the pages of a folder share, by the folder.
  private let folders: [String: Folder]

  private struct Folder {
    let navigation: NavigationList
    let navigationHash: UInt64
    /// What leads from the folder to the site's own: empty, or `../` for each folder down.
    let root: String

    init(navigation: NavigationList, root: String) {
      self.navigation = navigation
      navigationHash = navigation.hash
      self.root = root
    }
  }

  /// What leads to each page from the first, as HTML; empty for pages of no section.
  private let breadcrumbs: [[UInt8]]

  /// The templates that can be filled in beforehand, by what differs between their pages.
  private let frames: [Shape: PageFrame]

  private struct Shape: Hashable {
    var root: String
    var holes: PageFrame.Holes
  }

  /// What each page's file depends on beside its draft, as a number that is the same for the same
  /// things; in the order of ``pages``.
  public let surroundings: [UInt64]

  /// - Parameter pages: all pages to be shown, in any order; drafts among them are shown too.
  public init(settings: CourseSettings, theme: Theme, pages: [SitePage]) {
    // Whoever builds has decided on drafts: those that are here are shown.
    let shown = pages.map { page in
      var page = page
      page.summary.isDraft = false
      return page
    }
    let outline = CourseOutline(shown.map(\.summary), navigation: settings.navigation)
    let pages = outline.order.map { shown[$0] }
    let listed = ListedPage.all(pages.map(\.summary))
    let assets = ThemeAssets(theme)
    let navigation = Navigation(outline, listed, tasks: pages.map(\.taskCount))
    let breadcrumbs = Breadcrumb.all(outline, listed, home: settings.title)
    let hasWhole = !Self.isTaken(WholeCourse.path, listed)
    var folders: [String: Folder] = [:]
    var frames: [Shape: PageFrame] = [:]
    for (index, page) in listed.enumerated() {
      let path = page.address.folder
      let folder =
        folders[path]
        ?? Folder(navigation: navigation.list(for: path), root: page.address.root)
      folders[path] = folder
      let shape = Shape(
        root: folder.root, holes: Self.holes(index, pages, breadcrumbs[index], settings))
      if frames[shape] == nil {
        frames[shape] = PageFrame(
          theme: theme,
          shared: Self.shared(
            settings, assets, root: shape.root, shape.holes, hasWhole: hasWhole),
          holes: shape.holes)
      }
    }
    self.outline = outline
    self.listed = listed
    self.settings = settings
    self.theme = theme
    self.pages = pages
    self.assets = assets
    self.navigation = navigation
    diagramScript = DiagramScript(settings: settings, theme: theme)
    self.hasWhole = hasWhole
    self.breadcrumbs = breadcrumbs
    self.folders = folders
    self.frames = frames
    hasFeed = AtomFeed.isMade(listed, settings: settings)
    surroundings = Self.surroundings(listed, folders, breadcrumbs, hasFeed: hasFeed)
  }

  /// Makes the files that belong to no page.
  public func commonFiles() -> [SiteFile] {
    let tellers = [
      Sitemap.file(listed, settings: settings), RobotsFile.file(settings: settings),
      AtomFeed.file(listed, settings: settings), notFoundPage,
    ]
    return assets.files + tellers.compactMap(\.self)
      + [
        LLMsText.file(outline, listed, settings: settings), WebManifest.file(settings: settings),
      ] + (theme.assets[SiteIcon.path] == nil ? [SiteIcon.file(settings: settings)] : [])
      + RedirectPage.files(listed, settings: settings)
  }

  /// What is wrong with the course as a whole.
  public var diagnostics: [Diagnostic] {
    outline.diagnostics + AddressCheck.diagnostics(pages.map(\.summary))
      + [diagramScript.problem].compactMap(\.self)
  }

  /// The page of the whole course; `nil` where a page or an alias has its address.
  public var whole: WholeCourse? {
    guard hasWhole else { return nil }
    var holes = PageFrame.Holes()
    var values: [PageFrame.Hole: String] = [
      .title: "All pages", .body: WholeCourse.contentMark,
      .head: "<meta name=\"robots\" content=\"noindex\">\n" + HeadTags.icons(root: ""),
    ]
    if let script = diagramScript.path,
      pages.prefix(outline.listedCount).contains(where: \.drawsDiagrams)
    {
      holes.insert(.diagrams)
      values[.diagrams] = script
    }
    let shared = Self.shared(settings, assets, root: "", holes, hasWhole: true)
    let frame = theme.page(
      shared.merging(PageFrame.tree(values)) { $1 }, template: "print")
    return WholeCourse(outline, listed, settings: settings, frame: frame)
  }

  /// The pages that list the headings of all others.
  ///
  /// - Parameter numbers: those of the pages to list.
  public func headings(of numbers: [Int]) -> HeadingsPages {
    HeadingsPages(
      numbers.map { (listed[$0], navigation.addresses[$0]) }, courseTitle: settings.title
    ) { root in
      var values = Self.shared(settings, assets, root: root, [], hasWhole: hasWhole)
      values["head"] = HeadTags.icons(root: root)
      values["title"] = HeadingsPages.title
      values["body"] = HeadingsPages.contentMark
      values["navigation"] = String(
        decoding: navigation.list(for: root.isEmpty ? "" : "search/").html, as: UTF8.self)
      return theme.page(values)
    }
  }

  private static func isTaken(_ path: String, _ pages: [ListedPage]) -> Bool {
    pages.contains { page in
      page.address.path == path || page.summary.aliases.contains { $0.address == path }
    }
  }

  private var notFoundPage: SiteFile? {
    guard let body = NotFoundPage.html(outline, listed, settings: settings),
      let root = NotFoundPage.root(settings: settings)
    else { return nil }
    var values = Self.shared(settings, assets, root: root, .init(), hasWhole: hasWhole)
    values["head"] = HeadTags.icons(root: root)
    values["title"] = "Page not found"
    values["body"] = body
    return SiteFile(path: NotFoundPage.path, bytes: Array(theme.page(values).utf8))
  }

  /// Where a page stands in the site.
  public func address(of index: Int) -> String { listed[index].address.path }

  /// Where a page's notes stand in the site, for programs that read Markdown.
  public func twinAddress(of index: Int) -> String { MarkdownTwin.path(of: pages[index].summary) }

  /// One page's file, with the places of its own content; `nil` where the theme's templates do more
  /// with that than to show it.
  public func page(_ index: Int, draft: PageDraft) -> (file: SiteFile, layout: PageLayout?) {
    let address = listed[index].address
    let holes = Self.holes(index, pages, breadcrumbs[index], settings)
    guard let folder = folders[address.folder] else {
      preconditionFailure("every page's folder is known")
    }
    let values = values(index, draft, folder)
    if let frame = frames[Shape(root: folder.root, holes: holes)] {
      let (bytes, layout) = frame.filled(values)
      return (SiteFile(path: address.path, bytes: bytes), layout)
    }
    let bytes = Array(
      theme.page(
        Self.shared(settings, assets, root: folder.root, holes, hasWhole: hasWhole).merging(
          PageFrame.tree(
            values.filter { holes.contains($0.key) }
              .mapValues { String(decoding: $0, as: UTF8.self) })
        ) { $1 }
      ).utf8)
    return (SiteFile(path: address.path, bytes: bytes), nil)
  }

  private static func surroundings(
    _ listed: [ListedPage], _ folders: [String: Folder], _ breadcrumbs: [[UInt8]], hasFeed: Bool
  ) -> [UInt64] {
    listed.indices.map { index in
      var hash = StableHash()
      hash.combine(folders[listed[index].address.folder]?.navigationHash ?? 0)
      for neighbour in [index - 1, index + 1] where listed.indices.contains(neighbour) {
        hash.combine(listed[neighbour].address.path)
        hash.combine(listed[neighbour].summary.title)
      }
      hash.combine(listed[index].address.path)
      hash.combine(breadcrumbs[index])
      hash.combine(listed[index].summary.lastChange?.text ?? "")
      hash.combine(UInt64(hasFeed ? 1 : 0))
      return hash.value
    }
  }

  /// Which values a page has of its own.
  private static func holes(
    _ index: Int, _ pages: [SitePage], _ breadcrumb: [UInt8], _ settings: CourseSettings
  ) -> PageFrame.Holes {
    var holes = PageFrame.Holes(.title, .body, .navigation, .head)
    if pages[index].summary.description != nil { holes.insert(.description) }
    if !breadcrumb.isEmpty { holes.insert(.breadcrumb) }
    if pages[index].run != nil { holes.insert(.run) }
    if pages[index].taskCount > 0 { holes.insert(.stepCount) }
    if pages[index].drawsDiagrams { holes.insert(.diagrams) }
    if pages[index].hasContents { holes.insert(.contents) }
    if pages[index].summary.lastChange != nil { holes.insert(.lastChange) }
    if settings.repository != nil, pages[index].isFile { holes.insert(.editAddress) }
    if index > 0 { holes.formUnion(.init(.previousAddress, .previousTitle)) }
    if index + 1 < pages.count { holes.formUnion(.init(.nextAddress, .nextTitle)) }
    return holes
  }

  static func shared(
    _ settings: CourseSettings, _ assets: ThemeAssets, root: String, _ holes: PageFrame.Holes,
    hasWhole: Bool
  ) -> [String: Any] {
    var values: [String: Any] = [
      "language": settings.language, "courseTitle": settings.title, "root": root,
      "home": root + "index.html", "stylesheet": root + assets.stylesheet,
      "script": root + assets.script, "hasContents": holes.contains(.contents),
      "hasSource": holes.contains(.lastChange) || holes.contains(.editAddress),
      "theme": settings.theme.mapValues(\.value),
    ]
    if hasWhole { values["print"] = root + WholeCourse.path }
    values["headings"] = root + HeadingsPages.path
    values["search"] = root + assets.search
    return values
  }

  private func values(
    _ index: Int, _ draft: PageDraft, _ folder: Folder
  ) -> [PageFrame.Hole: [UInt8]] {
    var values: [PageFrame.Hole: [UInt8]] = [
      .title: Array(pages[index].summary.title.utf8), .body: draft.body, .contents: draft.contents,
      .head: HeadTags.html(listed[index], settings: settings, hasFeed: hasFeed),
      .navigation: folder.navigation.html(current: index), .breadcrumb: breadcrumbs[index],
      .stepCount: Array(String(pages[index].taskCount).utf8),
    ]
    if let description = pages[index].summary.description {
      values[.description] = Array(description.utf8)
    }
    if let run = pages[index].run { values[.run] = run.html }
    if let change = pages[index].summary.lastChange {
      values[.lastChange] = Array(change.day.utf8)
    }
    if let repository = settings.repository {
      values[.editAddress] = Array(repository.editAddress(of: pages[index].path).utf8)
    }
    if pages[index].drawsDiagrams, let script = diagramScript.path {
      var address = Array(folder.root.utf8)
      address.append(escapingPath: script)
      values[.diagrams] = address
    }
    if index > 0 {
      values[.previousTitle] = Array(pages[index - 1].summary.title.utf8)
      values[.previousAddress] = address(of: index - 1, folder)
    }
    if index + 1 < pages.count {
      values[.nextTitle] = Array(pages[index + 1].summary.title.utf8)
      values[.nextAddress] = address(of: index + 1, folder)
    }
    return values
  }

  private func address(of index: Int, _ folder: Folder) -> [UInt8] {
    Array(folder.root.utf8) + navigation.addresses[index]
  }
}
