/// Where the addresses on a page lead: each is looked up once, however often the page, its copies and
/// its pictures ask for it.
public final class PageResolutions {
  private let table: LinkTable
  private let path: String
  /// By address, for those that lead to somewhere in the course.
  private var known: [String: LinkResolution] = [:]

  /// - Parameter path: that of the page's notes.
  public init(_ table: LinkTable, onPage path: String) {
    self.table = table
    self.path = path
  }

  /// See ``LinkTable/resolution(of:on:)``.
  public subscript(address: String) -> LinkResolution {
    // Others lead to where they say.
    guard LinkDestination.isLocal(address) else {
      return table.resolution(of: address, on: path)
    }
    if let resolution = known[address] { return resolution }
    let resolution = table.resolution(of: address, on: path)
    known[address] = resolution
    return resolution
  }
}
