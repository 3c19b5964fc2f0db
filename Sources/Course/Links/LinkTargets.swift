/// What stands at the paths of a course, for links to lead to; see ``LinkTable``.
public protocol LinkTargets: Sendable {
  /// The page whose notes have a path, also a draft.
  func page(_ path: String) -> LinkTarget?
  /// Where a page stands in the site; `nil` for drafts.
  func address(ofPage path: String) -> SiteAddress?
  /// Whether a file has the path that is no page.
  func isFile(_ path: String) -> Bool
  /// The folder with a path, without a slash at its end.
  func folder(_ path: String) -> LinkFolder?
  /// All pages that are no drafts, files and folders by their path.
  var paths: [String] { get }
}

/// A page that links lead to.
public struct LinkTarget: Sendable {
  public var isDraft: Bool
  /// ``PageLinks/ids``
  public var ids: Set<String>
  /// ``PageLinks/earlier``
  public var earlier: [String: String]

  public init(_ page: PageLinks) {
    (isDraft, ids, earlier) = (page.isDraft, page.ids, page.earlier)
  }
}

/// A folder that links lead to.
public struct LinkFolder: Sendable {
  /// The page that stands for it.
  public var index: String?

  public init(index: String?) { self.index = index }
}

/// What stands at the paths of a course, all of it at hand.
struct ListedTargets: LinkTargets {
  private let addresses: SiteAddresses
  private let pages: [String: LinkTarget]
  private var folders: [String: LinkFolder] = [:]
  private let files: Set<String>

  init(pages: [PageLinks], files: Set<String>, folders: Set<String>) {
    self.files = files
    addresses = SiteAddresses(pages.filter { !$0.isDraft }.map(\.path))
    self.pages = pages.reduce(into: [:]) { $0[$1.path] = LinkTarget($1) }
    for file in files { addFolders(of: file) }
    for folder in folders { addFolders(of: folder + "/") }
    for page in pages { addFolders(of: page.path) }
    for page in pages where addresses[page.path]?.isIndex == true {
      self.folders[String(CoursePath.folder(of: page.path).dropLast())]?.index = page.path
    }
  }

  private mutating func addFolders(of path: String) {
    var folder = String(CoursePath.folder(of: path).dropLast())
    while folders[folder] == nil {
      folders[folder] = LinkFolder(index: nil)
      if folder.isEmpty { return }
      folder = String(CoursePath.folder(of: folder).dropLast())
    }
  }

  func page(_ path: String) -> LinkTarget? { pages[path] }
  func address(ofPage path: String) -> SiteAddress? { addresses[path] }
  func isFile(_ path: String) -> Bool { files.contains(path) }
  func folder(_ path: String) -> LinkFolder? { folders[path] }

  var paths: [String] {
    pages.filter { !$0.value.isDraft }.map(\.key) + files + folders.keys.filter { !$0.isEmpty }
  }
}
