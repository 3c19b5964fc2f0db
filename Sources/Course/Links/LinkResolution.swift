/// Where a link leads, and what to write for it in the page.
public struct LinkResolution: Sendable, Equatable {
  public enum Target: Sendable, Equatable {
    /// A page by the path of its notes, with the id that the fragment names.
    case page(String, id: String?)
    /// A file of the course by its path; it has to stand in the site at `address`.
    case asset(String, address: String)
    /// A folder of the course that has no page for its index.
    case folder(String)
    /// An address with a host.
    case external(String)
    /// `mailto:` and the like.
    case other
    case nowhere
  }

  /// Why a link is dead.
  public enum Problem: Sendable, Equatable {
    /// Nothing of the course has this path.
    case missing(String)
    case draft(String)
    /// No heading and no other id of the page has this name.
    case missingID(String, page: String)
    /// The heading had this name in earlier days, and is still found by it.
    case earlierID(String, page: String, now: String)
    /// It leads out of the course's folder.
    case outside
    /// Opened from a folder it shows a list of files, and from most servers nothing.
    case folderWithoutIndex(String)
  }

  public var target: Target
  /// The address for the attribute, percent-encoded as far as the course has made it, not escaped for
  /// HTML. Where the author's holds in the site, it is the author's.
  public var href: String
  public var problem: Problem?
}
