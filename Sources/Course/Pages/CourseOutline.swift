/// The pages of a course as a tree of sections, in the order a reader goes through them.
///
/// A folder is a section. Its index comes first, then pages and folders by their `order`, then by name
/// as people count: `week2` before `week10`. A folder has the order of its index. What the settings
/// name under `navigation` comes before all that, in the order in which it stands there.
public struct CourseOutline: Sendable, Equatable {
  /// A line of the list of pages.
  public enum Entry: Sendable, Equatable {
    case page(Item)
    case section(Section)
  }

  public struct Item: Sendable, Equatable {
    /// The page's place in ``CourseOutline/order``, from 0.
    public var number: Int
    public var title: String
  }

  public struct Section: Sendable, Equatable {
    /// That of its index page, else the folder's name with blanks, else as the settings have it.
    public var title: String
    /// The page that stands for the section; it is not among ``entries``.
    public var index: Item?
    public var entries: [Entry]
  }

  public let entries: [Entry]
  /// The pages as indices into those given: first all of ``entries`` from top to bottom, then the
  /// pages that are hidden from navigation. Drafts are left out.
  public let order: [Int]
  /// How many of ``order`` stand in ``entries``.
  public let listedCount: Int
  /// What `navigation` of the settings names that is not there, or twice.
  public let diagnostics: [Diagnostic]

  public init(_ pages: [PageSummary], navigation: [NavigationEntry] = []) {
    let shown = pages.indices.filter { !pages[$0].isDraft }
    let addresses = SiteAddresses(shown.map { pages[$0].path })
    let listed = shown.filter { !pages[$0].hiding.contains(.navigation) }
    var builder = OutlineBuilder(pages, listed: listed, addresses)
    entries = builder.entries(navigation)
    diagnostics = builder.diagnostics
    let hidden = shown.filter { pages[$0].hiding.contains(.navigation) }
      .map { (index: $0, key: NaturalOrder(pages[$0].path)) }.sorted { $0.key < $1.key }
    listedCount = builder.order.count
    order = builder.order + hidden.map(\.index)
  }
}

extension CourseOutline.Section {
  /// A folder's name with blanks: `docker-sql` is "Docker sql".
  public static func title(folder: String) -> String {
    let words = folder.split { $0 == "-" || $0 == "_" || $0 == " " }.joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
