public import Markdown

/// The addresses beyond the course that notes link to, each once.
public struct ExternalLinks: Sendable {
  public struct Link: Sendable, Equatable {
    public var address: WebAddress
    /// Where it stands, in the order of the course.
    public var places: [Place]

    /// Without fragment, which no server sees.
    public var url: String { address.text }

    public var host: String { address.host }

    /// The ids that the notes link to there, sorted.
    public var fragments: [String] {
      Set(places.compactMap(\.fragment)).sorted()
    }
  }

  public struct Place: Sendable, Equatable {
    public var path: String
    public var position: SourcePosition
    /// The id that is linked to; `nil` where there is none, or where it is no id but something that
    /// the page's script reads.
    public var fragment: String?
    /// The rules about links that the page switches off here.
    public var silenced: [String] = []
  }

  /// In the order in which they are best asked for: one of each host in turn, so that no host gets
  /// two requests one right after the other while others are left.
  public let links: [Link]
  /// How many are not asked for: those that the course ignores, and those that only some or none
  /// can reach.
  public let leftOutCount: Int

  public init(_ pages: [PageLinks], settings: ExternalSettings = ExternalSettings()) {
    var links: [Link] = []
    var indices: [WebAddress: Int] = [:]
    for page in pages where !page.isDraft {
      for link in page.links {
        guard case .external(let text) = LinkDestination(link.destination),
          let address = WebAddress(text)
        else { continue }
        let place = Place(
          path: page.path, position: link.position, fragment: Self.id(in: text),
          silenced: link.silenced)
        if let index = indices[address] {
          links[index].places.append(place)
        } else {
          indices[address] = links.count
          links.append(Link(address: address, places: [place]))
        }
      }
    }
    let asked = links.filter { settings.asks($0.address) }
    leftOutCount = links.count - asked.count
    var turns: [String: Int] = [:]
    let keyed = asked.enumerated().map { index, link in
      defer { turns[link.host, default: 0] += 1 }
      return (turn: turns[link.host, default: 0], index: index)
    }
    self.links = keyed.sorted { $0 < $1 }.map { asked[$0.index] }
  }

  /// The fragment where it names an id. `#/path`, `#!path` and `#a=b` are read by scripts, `#:~:` names
  /// text, and `#L10-L20` are lines that code hosts mark.
  private static func id(in address: String) -> String? {
    guard let hash = address.utf8.firstIndex(of: UInt8(ascii: "#")) else { return nil }
    let fragment = String(Substring(address.utf8[hash...].dropFirst()))
    let isLines =
      fragment.utf8.first == UInt8(ascii: "L")
      && fragment.utf8.dropFirst().allSatisfy {
        (0x30...0x39).contains($0) || "-LC".utf8.contains($0)
      }
    guard !fragment.isEmpty, !isLines, fragment.lowercased() != "top",
      !fragment.utf8.contains(where: { "/!=&?:~".utf8.contains($0) })
    else { return nil }
    return AddressText.decoded(fragment)
  }
}
