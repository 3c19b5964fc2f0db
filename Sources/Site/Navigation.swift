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

  private let outline: CourseOutline
  private let pages: [ListedPage]
  /// The paths of the pages in the site as addresses have them.
  let addresses: [[UInt8]]
  private let tasks: [Int]
  private let isWhole: Bool
  /// The sections that are open on the pages of a folder, by the folder.
  private let open: [String: Set<Mark>]

  /// Tells a section from all others: they overlap only where one holds the other.
  private struct Mark: Hashable {
    var first: Int
    var depth: Int
  }

  /// - Parameters:
  ///   - pages: in the order of the outline, whose numbers are places in it.
  ///   - tasks: how many steps a reader has to do on each.
  init(_ outline: CourseOutline, _ pages: [ListedPage], tasks: [Int]) {
    self.outline = outline
    self.tasks = tasks
    self.pages = pages
    addresses = pages.map { page in
      var address: [UInt8] = []
      address.append(escapingPath: page.address.path)
      return address
    }
    isWhole = pages.count <= Self.wholeLimit
    var open: [String: Set<Mark>] = [:]
    Self.collect(outline.entries, pages, within: [], into: &open)
    self.open = open
  }

  /// A section is open on a page if that page, or another of its folder, stands right in it or below.
  private static func collect(
    _ entries: [CourseOutline.Entry], _ pages: [ListedPage], within marks: [Mark],
    into open: inout [String: Set<Mark>]
  ) {
    func add(_ item: CourseOutline.Item, _ marks: [Mark]) {
      let folder = pages[item.number].address.folder
      // The pages of the site's own folder stand beside all sections.
      if !folder.isEmpty, !marks.isEmpty { open[folder, default: []].formUnion(marks) }
    }
    for entry in entries {
      switch entry {
      case .page(let item): add(item, marks)
      case .section(let section):
        guard let first = first(of: section) else { continue }
        let marks = marks + [Mark(first: first, depth: marks.count)]
        if let index = section.index { add(index, marks) }
        collect(section.entries, pages, within: marks, into: &open)
      }
    }
  }

  /// The list for the pages of a folder.
  func list(for folder: String) -> NavigationList {
    var list = NavigationList()
    let root = String(repeating: "../", count: folder.utf8.count { $0 == UInt8(ascii: "/") })
    append(outline.entries, open: open[folder] ?? [], root: root, depth: 0, to: &list)
    return list
  }

  private func append(
    _ entries: [CourseOutline.Entry], open: Set<Mark>, root: String, depth: Int,
    to list: inout NavigationList
  ) {
    list.html.append(html: depth == 0 ? "<ul class=\"pages\">\n" : "<ul>\n")
    for entry in entries {
      list.html.append(html: "<li>")
      switch entry {
      case .page(let item):
        appendLink(to: item.number, root: root, isCurrent: true, item.title, to: &list)
      case .section(let section):
        let first = Self.first(of: section)
        let isOpen = first.map { open.contains(Mark(first: $0, depth: depth)) } ?? false
        guard isWhole || isOpen else {
          if let first {
            appendLink(to: first, root: root, isCurrent: false, section.title, to: &list)
          }
          break
        }
        list.html.append(html: "<details\(isOpen ? " open" : "")><summary>")
        list.html.append(escaping: section.title)
        list.html.append(html: "</summary>\n")
        let index = section.index.map { [CourseOutline.Entry.page($0)] } ?? []
        append(index + section.entries, open: open, root: root, depth: depth + 1, to: &list)
        list.html.append(html: "</details>")
      }
      list.html.append(html: "</li>\n")
    }
    list.html.append(html: "</ul>\n")
  }

  private static func first(of section: CourseOutline.Section) -> Int? {
    if let index = section.index { return index.number }
    for entry in section.entries {
      switch entry {
      case .page(let item): return item.number
      case .section(let inner): if let first = first(of: inner) { return first }
      }
    }
    return nil
  }

  /// - Parameter isCurrent: whether the link is marked on the page that it leads to.
  private func appendLink(
    to index: Int, root: String, isCurrent: Bool, _ title: String, to list: inout NavigationList
  ) {
    list.html.append(html: "<a href=\"")
    list.html.append(html: root)
    list.html += addresses[index]
    list.html.append(html: "\"")
    // By which the script tells how far a reader is.
    if isCurrent, tasks[index] > 0 { list.html.append(html: " data-steps=\"\(tasks[index])\"") }
    if isCurrent { list.places[index] = list.html.count }
    list.html.append(html: ">")
    list.html.append(escaping: title)
    list.html.append(html: "</a>")
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
