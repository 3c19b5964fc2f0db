internal import Course
internal import Markdown

/// What a reader without script has in place of search: pages that list the headings of all others.
///
/// A course of many pages has one such page for each folder, and one that leads to these.
public struct HeadingsPages: Sendable {
  static let title = "All headings"
  static let contentMark = "\u{1}headings\u{2}"
  public static let path = "headings.html"

  /// Some pages whose headings stand on one page of the site.
  public struct Part: Sendable {
    public let path: String
    /// Places in the list of pages given.
    public fileprivate(set) var pages: [Int]
    fileprivate let folder: String
  }

  public let parts: [Part]
  /// What the pages show beside texts: the same for the same.
  public let surroundings: UInt64
  private let pages: [ListedPage]
  /// The paths of the pages in the site as addresses have them.
  private let addresses: [[UInt8]]
  private let courseTitle: String
  /// Those of the pages that stand for folders, by the folder.
  private let titles: [String: String]
  /// What stands around the content on the first page, and on those of parts.
  private let frames: [[ArraySlice<UInt8>]]

  /// - Parameters:
  ///   - listed: the pages, each with its path in the site as addresses have it.
  ///   - frame: a page's HTML with ``contentMark`` in it, for the way from the page to the site's
  ///     folder.
  init(
    _ listed: [(page: ListedPage, address: [UInt8])], courseTitle: String,
    frame: (_ root: String) -> String
  ) {
    let pages = listed.map(\.page)
    self.pages = pages
    addresses = listed.map(\.address)
    self.courseTitle = courseTitle
    titles = Dictionary(
      pages.lazy.filter(\.address.isIndex).map { ($0.address.folder, $0.summary.title) },
      uniquingKeysWith: { first, _ in first })
    var parts: [Part] = []
    if pages.count <= Navigation.wholeLimit {
      parts = [Part(path: Self.path, pages: Array(pages.indices), folder: "")]
    } else {
      var numbers: [String: Int] = [:]
      for (index, page) in pages.enumerated() {
        let folder = page.address.folder
        let number = numbers[folder] ?? parts.count
        if number == parts.count {
          numbers[folder] = number
          let path = "\(SearchFiles.folder)/headings-\(number + 1).html"
          parts.append(Part(path: path, pages: [], folder: folder))
        }
        parts[number].pages.append(index)
      }
    }
    self.parts = parts
    let wholes = ["", "../"].map { Array(frame($0).utf8) }
    surroundings = Self.hash(wholes, pages)
    frames = wholes.map { whole in
      let mark = whole.firstRange(of: Array(Self.contentMark.utf8))
      return mark.map { [whole[..<$0.lowerBound], whole[$0.upperBound...]] } ?? [whole[...]]
    }
  }

  /// Whether two texts of a page give the same here.
  public static func showTheSame(of first: [UInt8], _ second: [UInt8]) -> Bool {
    func headings(_ text: [UInt8]) -> [[String]] {
      var headings: [[String]] = []
      SearchText.forEachHeading(in: text) { headings.append(["\($0)", $1, $2]) }
      return headings
    }
    return headings(first) == headings(second)
  }

  private static func hash(_ frames: [[UInt8]], _ pages: [ListedPage]) -> UInt64 {
    var hash = StableHash()
    for frame in frames { hash.combine(frame) }
    for page in pages {
      hash.combine(page.address.path)
      hash.combine(page.summary.title)
    }
    return hash.value
  }

  /// A page of headings.
  ///
  /// - Parameter texts: those of the part's pages, as ``SearchText`` has them.
  public func file(_ part: Part, texts: [[UInt8]]) -> SiteFile {
    let root = part.path == Self.path ? "" : "../"
    var html: [UInt8] = []
    open(&html, root.isEmpty ? Self.title : "\(Self.title): \(title(ofFolder: part.folder))")
    var folder: String?
    for (number, text) in zip(part.pages, texts) {
      let page = pages[number]
      if root.isEmpty, folder != page.address.folder {
        if folder != nil { html.append(html: "</ul>\n") }
        html.append(html: "<h2>")
        html.append(escaping: title(ofFolder: page.address.folder))
        html.append(html: "</h2>\n")
        folder = nil
      }
      if folder == nil { html.append(html: "<ul>\n") }
      folder = page.address.folder
      Self.append(page, at: Array(root.utf8) + addresses[number], text, to: &html)
    }
    if folder != nil { html.append(html: "</ul>\n") }
    return SiteFile(path: part.path, bytes: framed(html, root: root))
  }

  /// The page that leads to the parts, where there are several.
  public var index: SiteFile? {
    guard parts.count != 1 || parts[0].path != Self.path else { return nil }
    var html: [UInt8] = []
    open(&html, Self.title)
    html.append(html: "<ul>\n")
    for part in parts {
      html.append(html: "<li><a href=\"\(part.path)\">")
      html.append(escaping: title(ofFolder: part.folder))
      html.append(html: "</a></li>\n")
    }
    html.append(html: "</ul>\n")
    return SiteFile(path: Self.path, bytes: framed(html, root: ""))
  }

  private func open(_ html: inout [UInt8], _ title: String) {
    html.append(html: "<h1>")
    html.append(escaping: title)
    html.append(html: "</h1>\n")
  }

  private func framed(_ html: [UInt8], root: String) -> [UInt8] {
    let frame = frames[root.isEmpty ? 0 : 1]
    return Array(frame[0]) + html + (frame.count > 1 ? Array(frame[1]) : [])
  }

  /// That of the page which stands for the folder, else the folder's name.
  private func title(ofFolder folder: String) -> String {
    if folder.isEmpty { return courseTitle }
    if let title = titles[folder] { return title }
    return folder.split(separator: "/").map { CourseOutline.Section.title(folder: String($0)) }
      .joined(separator: " › ")
  }

  private static func append(
    _ page: ListedPage, at address: [UInt8], _ text: [UInt8], to html: inout [UInt8]
  ) {
    html.append(html: "<li><a href=\"")
    html += address
    html.append(html: "\">")
    html.append(escaping: page.summary.title)
    html.append(html: "</a>")
    // The levels of the lists that are open.
    var open: [Int] = []
    SearchText.forEachHeading(in: text) { level, heading, id in
      guard !id.isEmpty else { return }
      while let last = open.last, last > level {
        html.append(html: "</li>\n</ul>\n")
        open.removeLast()
      }
      if open.last == level {
        html.append(html: "</li>\n")
      } else {
        html.append(html: "\n<ul>\n")
        open.append(level)
      }
      html.append(html: "<li><a href=\"")
      html += address
      html.append(html: "#")
      html.append(escapingURL: id)
      html.append(html: "\">")
      html.append(escaping: heading)
      html.append(html: "</a>")
    }
    for _ in open { html.append(html: "</li>\n</ul>\n") }
    html.append(html: "</li>\n")
  }
}
