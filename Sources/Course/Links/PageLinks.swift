public import Markdown

/// What a page links to and what can be linked to on it, so that its tree can be let go.
public struct PageLinks: Sendable, Equatable {
  /// That of the notes: `content/part/week1.md`.
  public let path: String
  public var isDraft: Bool
  /// In the order of the text.
  public internal(set) var links: [PageLink] = []
  /// The ids of the headings in order, without empty ones.
  public let headings: [String]
  /// All ids that a fragment can name: those of headings, steps, footnotes and raw HTML.
  public var ids: Set<String>

  public init(
    path: String, isDraft: Bool, links: [PageLink], headings: [String], ids: Set<String>
  ) {
    self.path = path
    self.isDraft = isDraft
    self.links = links
    self.headings = headings
    self.ids = ids
  }

  public init(_ page: Page) {
    path = page.path
    isDraft = page.frontMatter.isDraft
    headings = page.headings.map(\.id).filter { !$0.isEmpty }
    ids = Set(headings)
    for step in page.steps { ids.insert("step:" + step.id) }
    let walk = LinkWalk(page.document)
    links = walk.links
    for index in links.indices {
      let position = page.source.filePosition(links[index].position)
      links[index].position = position
      links[index].silenced = page.silencing.silenced(LinkCheck.rules, line: position.line)
    }
    ids.formUnion(walk.ids)
  }

  /// The same without links to elsewhere, which can only be dead elsewhere.
  public var withinCourse: PageLinks {
    var page = self
    page.links.removeAll { !LinkDestination.isLocal($0.destination) }
    return page
  }

  /// The ids of today by those that headings once had and by which readers still come.
  public private(set) var earlier: [String: String] = [:]

  /// Adds ids that headings once had, which are ids of the page besides; see ``AnchorLock``.
  public mutating func add(earlier more: [String: String]) {
    earlier.merge(more) { $1 }
    ids.formUnion(more.keys)
  }
}

/// An address that a page leads to.
public struct PageLink: Sendable, Equatable {
  public enum Kind: Sendable {
    case link
    /// What the page shows: an image, a film, a frame.
    case image
  }

  /// As Markdown or HTML gives it, with escapes and entities resolved; percent-encoding stays.
  public var destination: String
  public var kind: Kind
  /// Where it stands in the file.
  public var position: SourcePosition
  /// The rules about links that the page switches off here.
  public var silenced: [String] = []

  public init(
    destination: String, kind: Kind, position: SourcePosition, silenced: [String] = []
  ) {
    self.destination = destination
    self.kind = kind
    self.position = position
    self.silenced = silenced
  }
}
