public import Course
internal import Markdown

/// The website of a course: what its pages need of each other, and the files that come of it.
///
/// It reads and writes no file itself. Pages are made one by one from their drafts, on any thread, so
/// that no more of them than needed is in memory.
public struct SiteBuilder: Sendable {
  /// In the order of the course.
  public let pages: [PageSummary]
  private let settings: CourseSettings
  private let theme: Theme
  private let assets: ThemeAssets
  /// What the pages of a folder share, by the folder.
  private let folders: [String: Folder]

  private struct Folder {
    var navigation: NavigationList
    var navigationHash: UInt64
    /// What leads from the folder to the site's own: empty, or `../` for each folder down.
    var root: String
    /// The template for each shape of page, where it can be filled in beforehand.
    var frames: [Set<PageFrame.Hole>: PageFrame]
  }

  /// - Parameter pages: all pages to be shown, in any order.
  public init(settings: CourseSettings, theme: Theme, pages: [PageSummary]) {
    let pages = PageOrder.sorted(pages, by: { ($0.path, $0.order) })
    self.settings = settings
    self.theme = theme
    self.pages = pages
    assets = ThemeAssets(theme)
    let navigation = Navigation(pages)
    var folders: [String: Folder] = [:]
    for index in pages.indices {
      let path = pages[index].folder
      let known = folders[path]
      let list = known?.navigation ?? navigation.list(for: path)
      var folder =
        known
        ?? Folder(
          navigation: list, navigationHash: list.hash,
          root: String(repeating: "../", count: pages[index].folders.count), frames: [:])
      let holes = Self.holes(index, pages)
      if folder.frames[holes] == nil {
        folder.frames[holes] = PageFrame(
          theme: theme, shared: Self.shared(settings, assets, root: folder.root, holes),
          holes: holes)
      }
      folders[path] = folder
    }
    self.folders = folders
  }

  /// Files that belong to no page, in order of path.
  public var commonFiles: [SiteFile] { assets.files }

  /// One page's file.
  public func page(_ index: Int, draft: PageDraft) -> SiteFile {
    let summary = pages[index]
    let holes = Self.holes(index, pages)
    guard let folder = folders[summary.folder] else {
      preconditionFailure("every page's folder is known")
    }
    let values = values(index, draft, folder)
    let bytes =
      folder.frames[holes]?.filled(values)
      ?? Array(
        theme.page(
          Self.shared(settings, assets, root: folder.root, holes).merging(
            PageFrame.tree(
              values.filter { holes.contains($0.key) }
                .mapValues { String(decoding: $0, as: UTF8.self) })
          ) { $1 }
        ).utf8)
    return SiteFile(path: summary.address, bytes: bytes)
  }

  /// What a page's file depends on beside its draft, as a number that is the same for the same things.
  public func surroundings(of index: Int) -> UInt64 {
    var hash = StableHash()
    hash.combine(folders[pages[index].folder]?.navigationHash ?? 0)
    for neighbour in [index - 1, index + 1] where pages.indices.contains(neighbour) {
      hash.combine(pages[neighbour].address)
      hash.combine(pages[neighbour].title)
    }
    hash.combine(UInt64(index == 0 ? 1 : 0))
    return hash.value
  }

  /// Which values a page has of its own.
  private static func holes(_ index: Int, _ pages: [PageSummary]) -> Set<PageFrame.Hole> {
    var holes: Set<PageFrame.Hole> = [.title, .body, .navigation]
    if pages[index].description != nil { holes.insert(.description) }
    if pages[index].stepCount > 0 { holes.insert(.stepCount) }
    if pages[index].hasContents { holes.insert(.contents) }
    if index > 0 { holes.formUnion([.previousAddress, .previousTitle]) }
    if index + 1 < pages.count { holes.formUnion([.nextAddress, .nextTitle]) }
    return holes
  }

  private static func shared(
    _ settings: CourseSettings, _ assets: ThemeAssets, root: String, _ holes: Set<PageFrame.Hole>
  ) -> [String: Any] {
    [
      "language": settings.language, "courseTitle": settings.title, "root": root,
      "home": root + "index.html", "stylesheet": root + assets.stylesheet,
      "script": root + assets.script, "hasContents": holes.contains(.contents),
    ]
  }

  private func values(
    _ index: Int, _ draft: PageDraft, _ folder: Folder
  ) -> [PageFrame.Hole: [UInt8]] {
    var values: [PageFrame.Hole: [UInt8]] = [
      .title: Array(pages[index].title.utf8), .body: draft.body, .contents: draft.contents,
      .navigation: folder.navigation.html(current: index),
      .stepCount: Array(String(pages[index].stepCount).utf8),
    ]
    if let description = pages[index].description {
      values[.description] = Array(description.utf8)
    }
    if index > 0 {
      values[.previousTitle] = Array(pages[index - 1].title.utf8)
      values[.previousAddress] = address(of: index - 1, folder)
    }
    if index + 1 < pages.count {
      values[.nextTitle] = Array(pages[index + 1].title.utf8)
      values[.nextAddress] = address(of: index + 1, folder)
    }
    return values
  }

  private func address(of index: Int, _ folder: Folder) -> [UInt8] {
    var address = Array(folder.root.utf8)
    address.append(escapingPath: pages[index].address)
    return address
  }
}
