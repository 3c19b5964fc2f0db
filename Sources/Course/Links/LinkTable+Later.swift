internal import Markdown

/// Pages are written one by one while others are still read; a few of their links cannot be written
/// before all of them are known.
extension LinkTable {
  /// What has to be written for links of a page otherwise than by a table that knows less.
  ///
  /// - Parameter early: the table by which the page was written.
  /// - Returns: in order, for links whose addresses differ, the address to write.
  public func later(_ page: PageLinks, than early: LinkTable) -> [String] {
    page.links.compactMap { link in
      guard
        Self.hasUnusualFragment(link.destination) || Self.mayLeave(link.destination, on: page.path)
          || Self.mayNameIndex(link.destination)
      else { return nil }
      let found = resolution(of: link.destination, on: page.path)
      return found.href == early.resolution(of: link.destination, on: page.path).href
        ? nil : found.href
    }
  }

  /// The paths outside of `content/` that a page's links may mean, likeliest first for each link.
  public static func pathsOutside(_ page: PageLinks) -> [String] {
    page.links.flatMap { link -> [String] in
      guard mayLeave(link.destination, on: page.path),
        case .local(let local) = LinkDestination(link.destination)
      else { return [] }
      return candidates(local.path, on: page.path).filter {
        $0 != "content" && !$0.utf8.starts(with: "content/".utf8)
      }
    }
  }

  /// Whether a fragment may mean an id that is written in another way: ids in lowercase letters are
  /// found as they are or not at all.
  private static func hasUnusualFragment(_ destination: String) -> Bool {
    guard let hash = destination.utf8.firstIndex(of: UInt8(ascii: "#")) else { return false }
    let fragment = destination.utf8[hash...].dropFirst()
    return fragment.starts(with: "user-content-".utf8)
      || fragment.contains { (0x41...0x5A).contains($0) || $0 == UInt8(ascii: "%") || $0 >= 0x80 }
  }

  /// Whether an address may lead to the first page of a course that has none of its own, which is made
  /// once all others are known.
  private static func mayNameIndex(_ destination: String) -> Bool {
    let path = destination.utf8.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
    guard let last = path.last else { return false }
    let name = path[(path.lastIndex(of: 0x2F).map(path.index(after:)) ?? path.startIndex)...]
    return last == 0x2F || last == UInt8(ascii: ".") || name.elementsEqual("index.md".utf8)
      || name.elementsEqual("index.html".utf8)
  }

  /// Whether an address has as many `..` as it takes to leave `content/`, or begins at the top.
  private static func mayLeave(_ destination: String, on page: String) -> Bool {
    if destination.utf8.first == 0x2F { return true }
    guard destination.utf8.contains(UInt8(ascii: ".")) else { return false }
    var ups = 0
    var point = false
    for byte in destination.utf8 {
      let isPoint = byte == UInt8(ascii: ".")
      if isPoint, point { ups += 1 }
      point = isPoint && !point
    }
    return ups > 0 && ups >= page.utf8.count { $0 == 0x2F }
  }
}
