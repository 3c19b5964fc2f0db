internal import Machine
internal import Site

/// The texts of pages in the groups that the last build wrote.
struct StandingTexts: Sendable {
  private let site: SiteFolder
  /// Those that are about to take the places of some that stand there, by path.
  private let files: [String: [UInt8]]
  /// The number of the group's first page and the place after it, by the path of the page.
  private var places: [String: (group: Int, place: Int)] = [:]

  /// - Parameter layout: that of files which stand in the site as they were written.
  init(_ layout: SearchLayout?, site: SiteFolder, files: [SiteFile] = []) {
    self.site = site
    self.files = Dictionary(files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { $1 })
    guard let layout else { return }
    places.reserveCapacity(layout.pages.count)
    for (first, group) in zip(layout.firstPages, layout.groups) {
      for place in 0..<group.count { places[layout.pages[first + place].path] = (first, place) }
    }
  }

  /// The text of a page that has not changed; `nil` where it was not searched.
  func text(of page: SearchWriter.Page) throws(MachineError) -> [UInt8]? {
    guard let (group, place) = places[page.path] else { return nil }
    let path = SearchGroup.path(group)
    if let file = files[path] {
      return SearchGroup.text(at: place, address: page.address, in: file)
    }
    let file = try System.contents(of: "\(site.path)/\(path)")
    return SearchGroup.text(at: place, address: page.address, in: file)
  }
}
