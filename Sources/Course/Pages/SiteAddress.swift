/// Where a page stands in the site.
///
/// `content/part/week1.md` is `part/week1.html`, not `part/week1/index.html`: the page stays in the
/// folder that its notes are in, so that every relative link to an image or a file holds as its author
/// wrote it, and links have a file's name at their end, so that the site opens from a folder, where no
/// server turns `week1/` into `week1/index.html`. The file `index.md` is its folder's index, and so is
/// `README.md`, as code hosts show it, where there is no `index.md`.
public struct SiteAddress: Sendable, Hashable {
  /// Relative to the site, with `/` between folders: `part/week1.html`.
  public let path: String

  public init(path: String) { self.path = path }

  /// What leads from the page to the site's folder: empty, or `../` for each folder down.
  public var root: String { String(repeating: "../", count: path.utf8.count { $0 == 0x2F }) }

  /// The folder with a slash at its end, and empty for the site's own.
  public var folder: String { CoursePath.folder(of: path) }

  public var isIndex: Bool { path == "index.html" || path.hasSuffix("/index.html") }

  /// What leads from this page to another file of the site, percent-encoded: `../week2.html`.
  public func relative(to file: String) -> String {
    AddressText.encoded(CoursePath.relative(from: folder, to: file))
  }

  /// The whole address, percent-encoded; an index is named by its folder.
  ///
  /// - Parameter base: where the site stands, with a slash at its end.
  public func absolute(_ base: String) -> String {
    base + AddressText.encoded(isIndex ? folder : path)
  }
}

/// The addresses of all pages of a course.
public struct SiteAddresses: Sendable {
  /// By the path of the page's file.
  private var addresses: [String: SiteAddress] = [:]

  /// - Parameter paths: those of all pages, such as `content/part/week1.md`.
  public init(_ paths: [String]) {
    let indexed = Set(
      paths.filter { $0 == "index.md" || $0.hasSuffix("/index.md") }.map(CoursePath.folder))
    addresses.reserveCapacity(paths.count)
    for path in paths { addresses[path] = Self.address(of: path, hasIndex: indexed.contains) }
  }

  /// The address of a page.
  ///
  /// - Parameter hasIndex: whether a folder, given with a slash at its end, has a page `index.md`.
  public static func address(of path: String, hasIndex: (String) -> Bool) -> SiteAddress {
    var file = path
    if isReadme(path) {
      let folder = CoursePath.folder(of: path)
      if !hasIndex(folder) { file = folder + "index.md" }
    }
    return SiteAddress(path: PagePath(file).site)
  }

  public subscript(path: String) -> SiteAddress? { addresses[path] }

  /// Whether the file is one that code hosts show below a folder's list of files.
  private static func isReadme(_ path: String) -> Bool {
    // The path's end is looked at first, as to put a name in lowercase is slow.
    zip(path.utf8.suffix(9), "readme.md".utf8).allSatisfy { $0 | 0x20 == $1 }
      && CoursePath.name(of: path).lowercased() == "readme.md"
  }
}
