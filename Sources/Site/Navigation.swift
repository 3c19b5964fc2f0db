internal import Course
internal import Markdown

/// The list of all pages; those of a folder stand in a section that opens.
///
/// It is written once for all pages of a folder and differs from one to the next only in the mark of the
/// current page. In a large course the sections that a page does not stand in are a link each, as whole
/// lists in each page grow with the square of their number.
struct Navigation {
  /// How many pages are listed whole on every page.
  static let wholeLimit = 150

  private let pages: [PageSummary]
  private let root: Section
  private let isWhole: Bool

  private final class Section {
    let title: String
    /// The folder with a slash at its end; empty for the whole course.
    let path: String
    var entries: [Entry] = []

    init(title: String, path: String) {
      self.title = title
      self.path = path
    }

    /// The first page in it, to which its title leads where it is closed.
    var first: Int? {
      for entry in entries {
        switch entry {
        case .page(let index): return index
        case .section(let section): if let first = section.first { return first }
        }
      }
      return nil
    }
  }

  private enum Entry {
    case page(Int)
    case section(Section)
  }

  /// - Parameter pages: in the order of the course.
  init(_ pages: [PageSummary]) {
    self.pages = pages
    root = Section(title: "", path: "")
    var sections: [String: Section] = ["": root]
    let titles = Dictionary(
      pages.filter { $0.address.hasSuffix("/index.html") }.map { ($0.folder, $0.title) },
      uniquingKeysWith: { first, _ in first })
    for index in pages.indices where !pages[index].isHidden {
      var folder = ""
      var section = root
      for name in pages[index].folders {
        folder += "\(name)/"
        if let known = sections[folder] {
          section = known
        } else {
          let new = Section(title: titles[folder] ?? Self.title(of: name), path: folder)
          sections[folder] = new
          section.entries.append(.section(new))
          section = new
        }
      }
      section.entries.append(.page(index))
    }
    isWhole = pages.count <= Self.wholeLimit
  }

  /// The list for the pages of a folder.
  func list(for folder: String) -> NavigationList {
    var list = NavigationList()
    let root = String(repeating: "../", count: folder.utf8.count { $0 == UInt8(ascii: "/") })
    append(self.root, folder: folder, root: root, to: &list)
    return list
  }

  private func append(
    _ section: Section, folder: String, root: String, to list: inout NavigationList
  ) {
    list.html.append(html: section.path.isEmpty ? "<ul class=\"pages\">\n" : "<ul>\n")
    for entry in section.entries {
      list.html.append(html: "<li>")
      switch entry {
      case .page(let index):
        appendLink(to: index, root: root, isCurrent: true, pages[index].title, to: &list)
      case .section(let inner) where isWhole || folder.hasPrefix(inner.path):
        let isOpen = folder.hasPrefix(inner.path)
        list.html.append(html: "<details\(isOpen ? " open" : "")><summary>")
        list.html.append(escaping: inner.title)
        list.html.append(html: "</summary>\n")
        append(inner, folder: folder, root: root, to: &list)
        list.html.append(html: "</details>")
      case .section(let inner):
        guard let first = inner.first else { break }
        appendLink(to: first, root: root, isCurrent: false, inner.title, to: &list)
      }
      list.html.append(html: "</li>\n")
    }
    list.html.append(html: "</ul>\n")
  }

  /// - Parameter isCurrent: whether the link is marked on the page that it leads to.
  private func appendLink(
    to index: Int, root: String, isCurrent: Bool, _ title: String, to list: inout NavigationList
  ) {
    list.html.append(html: "<a href=\"")
    list.html.append(html: root)
    list.html.append(escapingPath: pages[index].address)
    list.html.append(html: "\"")
    if isCurrent { list.places[index] = list.html.count }
    list.html.append(html: ">")
    list.html.append(escaping: title)
    list.html.append(html: "</a>")
  }

  /// A folder's name with blanks: `docker-sql` is "Docker sql".
  private static func title(of name: Substring) -> String {
    let words = name.split { $0 == "-" || $0 == "_" }.joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}

/// The list of pages as the pages of one folder show it.
struct NavigationList {
  fileprivate(set) var html: [UInt8] = []
  /// Where in ``html`` a page's link takes the mark of the current page, by the page's number.
  fileprivate var places: [Int: Int] = [:]

  /// The same for the same list.
  var hash: UInt64 {
    var hash = StableHash()
    hash.combine(html)
    return hash.value
  }

  /// The list with the mark at one page.
  func html(current: Int) -> [UInt8] {
    guard let place = places[current] else { return html }
    var result: [UInt8] = []
    result.reserveCapacity(html.count + 24)
    result += html[..<place]
    result.append(html: " aria-current=\"page\"")
    result += html[place...]
    return result
  }
}
