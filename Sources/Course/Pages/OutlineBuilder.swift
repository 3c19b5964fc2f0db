internal import Markdown

/// Puts pages into the folders they stand in, and both into order.
struct OutlineBuilder {
  /// The pages in the order in which they were put into entries.
  private(set) var order: [Int] = []
  private(set) var diagnostics: [Diagnostic] = []
  private let pages: [PageSummary]
  /// By path with a slash at its end; the top folder is empty.
  private var folders: [String: Folder] = ["": Folder()]
  /// A page by each name a person may call it.
  private var names: [String: Int] = [:]
  private var placed: Set<Int> = []
  private var placedFolders: Set<String> = []

  private struct Folder {
    var index: Int?
    var pages: [Int] = []
    /// Paths with a slash at their end.
    var folders: [String] = []
  }

  init(_ pages: [PageSummary], listed: [Int], _ addresses: SiteAddresses) {
    self.pages = pages
    for page in listed {
      let reference = PagePath(pages[page].path).reference
      names[reference] = page
      let folder = CoursePath.folder(of: reference)
      addFolder(folder)
      if addresses[pages[page].path]?.isIndex == true, folders[folder]?.index == nil {
        folders[folder]?.index = page
      } else {
        folders[folder]?.pages.append(page)
      }
    }
  }

  private mutating func addFolder(_ folder: String) {
    guard folders[folder] == nil else { return }
    folders[folder] = Folder()
    let parent = CoursePath.folder(of: String(folder.dropLast()))
    addFolder(parent)
    folders[parent]?.folders.append(folder)
  }

  /// What the settings name, then all that they do not.
  mutating func entries(_ navigation: [NavigationEntry]) -> [CourseOutline.Entry] {
    var named: [(NavigationEntry, Target)] = []
    collect(navigation, into: &named)
    // What is named by itself does not stand in its folder as well.
    for (entry, target) in named {
      switch target {
      case .page(let page):
        if !placed.insert(page).inserted { tellTwice(entry) }
      case .folder(let folder):
        if !placedFolders.insert(folder).inserted { tellTwice(entry) }
      }
    }
    // The index of the whole course stands first wherever the settings do not say otherwise.
    var result: [CourseOutline.Entry] = []
    if let index = folders[""]?.index, placed.insert(index).inserted {
      result.append(.page(item(index)))
    }
    var once: Set<Target> = []
    for entry in navigation { result += build(entry, &once) }
    return result + content(of: "")
  }

  // MARK: what the settings name

  private enum Target: Hashable {
    case page(Int)
    case folder(String)
  }

  private mutating func collect(
    _ entries: [NavigationEntry], into named: inout [(NavigationEntry, Target)]
  ) {
    for entry in entries {
      switch entry.content {
      case .section(_, let children): collect(children, into: &named)
      case .reference(let reference, _):
        if let target = target(reference) {
          named.append((entry, target))
        } else {
          tellUnknown(reference, entry)
        }
      }
    }
  }

  /// `week1`, `week1.md`, `content/week1.md`, `part/README`; `part` and `part/` are the folder.
  private func target(_ reference: String) -> Target? {
    let plain = PagePath(reference).reference
    if let page = names[plain] { return .page(page) }
    let folder = plain.hasSuffix("/") ? plain : plain + "/"
    return !plain.isEmpty && folders[folder] != nil ? .folder(folder) : nil
  }

  private mutating func build(
    _ entry: NavigationEntry, _ once: inout Set<Target>
  ) -> [CourseOutline.Entry] {
    switch entry.content {
    case .section(let title, let children):
      let entries = children.flatMap { child in build(child, &once) }
      return [.section(CourseOutline.Section(title: title, index: nil, entries: entries))]
    case .reference(let reference, let title):
      guard let target = target(reference), once.insert(target).inserted else { return [] }
      switch target {
      case .page(let page): return [.page(item(page, title: title))]
      case .folder(let folder): return section(folder, title: title).map { [.section($0)] } ?? []
      }
    }
  }

  // MARK: folders

  private mutating func item(_ page: Int, title: String? = nil) -> CourseOutline.Item {
    order.append(page)
    return CourseOutline.Item(number: order.count - 1, title: title ?? pages[page].title)
  }

  /// `nil` where nothing of the folder is left that does not stand elsewhere.
  private mutating func section(_ folder: String, title: String? = nil) -> CourseOutline.Section? {
    let index = folders[folder]?.index
    var own: CourseOutline.Item?
    if let index, !placed.contains(index) { own = item(index) }
    let entries = content(of: folder)
    guard own != nil || !entries.isEmpty else { return nil }
    let name = CoursePath.name(of: String(folder.dropLast()))
    return CourseOutline.Section(
      title: title ?? index.map { pages[$0].title } ?? CourseOutline.Section.title(folder: name),
      index: own, entries: entries)
  }

  private struct Member {
    var target: Target
    var order: Int
    var name: NaturalOrder
  }

  /// The pages and folders of a folder in order, but its index.
  private mutating func content(of path: String) -> [CourseOutline.Entry] {
    guard let folder = folders[path] else { return [] }
    var members: [Member] = []
    for page in folder.pages where !placed.contains(page) {
      let name = NaturalOrder(PagePath(pages[page].path).name)
      members.append(Member(target: .page(page), order: pages[page].order ?? .max, name: name))
    }
    for path in folder.folders where !placedFolders.contains(path) {
      let order = folders[path]?.index.flatMap { pages[$0].order } ?? .max
      let name = NaturalOrder(CoursePath.name(of: String(path.dropLast())))
      members.append(Member(target: .folder(path), order: order, name: name))
    }
    members.sort { $0.order == $1.order ? $0.name < $1.name : $0.order < $1.order }
    return members.compactMap { member -> CourseOutline.Entry? in
      switch member.target {
      case .page(let page): .page(item(page))
      case .folder(let path): section(path).map { .section($0) }
      }
    }
  }

  // MARK: troubles

  private mutating func tellTwice(_ entry: NavigationEntry) {
    guard case .reference(let reference, _) = entry.content else { return }
    tell(entry, "'\(reference)' stands in the navigation twice", "take one of the lines out")
  }

  private mutating func tellUnknown(_ reference: String, _ entry: NavigationEntry) {
    let nearest = NearestName.suggestions(for: reference, among: names.keys.sorted()).first
    tell(
      entry, "'\(reference)' is no page and no folder of pages",
      nearest.map { "write `\($0)`" } ?? "name it by its path in content/")
  }

  private mutating func tell(_ entry: NavigationEntry, _ message: String, _ mend: String) {
    diagnostics.append(
      Diagnostic(
        path: CourseSettings.path, position: entry.position, severity: .error, message: message,
        rule: "settings", mend: mend))
  }
}
