public import Markdown

/// The addresses beyond the course that notes link to, each once.
public struct ExternalLinks: Sendable {
  public struct Link: Sendable, Equatable {
    /// Without fragment, which no server sees.
    public var url: String
    /// In lowercase, without port.
    public var host: String
    /// Where it stands, in the order of the course.
    public var places: [Place]
  }

  public struct Place: Sendable, Equatable {
    public var path: String
    public var position: SourcePosition
  }

  /// In the order in which they are best asked for: one of each host in turn, so that no host gets
  /// two requests one right after the other while others are left.
  public let links: [Link]

  public init(_ pages: [PageLinks]) {
    var links: [Link] = []
    var indices: [String: Int] = [:]
    for page in pages where !page.isDraft {
      for link in page.links {
        guard case .external(let address) = LinkDestination(link.destination) else { continue }
        let url = String(Substring(address.utf8.prefix { $0 != UInt8(ascii: "#") }))
        let place = Place(path: page.path, position: link.position)
        if let index = indices[url] {
          links[index].places.append(place)
        } else if let host = Self.host(of: url) {
          indices[url] = links.count
          links.append(Link(url: url, host: host, places: [place]))
        }
      }
    }
    var turns: [String: Int] = [:]
    let keyed = links.enumerated().map { index, link in
      defer { turns[link.host, default: 0] += 1 }
      return (turn: turns[link.host, default: 0], index: index)
    }
    self.links = keyed.sorted { $0 < $1 }.map { links[$0.index] }
  }

  /// What stands between `//` and the path (RFC 3986 section 3.2), without user and port.
  private static func host(of url: String) -> String? {
    guard let slashes = url.firstRange(ofASCII: "//") else { return nil }
    var authority = url.utf8[slashes.upperBound...].prefix { !"/?".utf8.contains($0) }
    if let at = authority.lastIndex(of: UInt8(ascii: "@")) {
      authority = authority[authority.index(after: at)...]
    }
    if authority.first != UInt8(ascii: "[") {
      authority = authority.prefix { $0 != UInt8(ascii: ":") }
    }
    return authority.isEmpty ? nil : Substring(authority).lowercased()
  }
}
