/// The names that follow from the path of a page's file.
public struct PagePath: Sendable, Hashable {
  /// Relative to the course, such as `content/part/week1.md`, or as the user named the file.
  public let path: String

  public init(_ path: String) { self.path = path }

  /// What a person calls the page: `part/week1`.
  public var reference: String {
    // By bytes, as a course asks for it many times for each page.
    var bytes = path.utf8[...]
    if bytes.starts(with: "content/".utf8) { bytes = bytes.dropFirst(8) }
    if bytes.suffix(3).elementsEqual(".md".utf8) { bytes = bytes.dropLast(3) }
    return String(Substring(bytes))
  }

  /// The last part of ``reference``: `week1`.
  public var name: String {
    reference.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? ""
  }

  /// The script made from the page: `scripts/part/week1.sh`.
  public var script: String { "scripts/\(reference).sh" }

  /// What the page's last recorded run did: `results/part/week1.json`.
  public var record: String { "results/\(reference).json" }

  /// What page and script last agreed on: `results/part/week1.sync.json`.
  public var syncRecord: String { "results/\(reference).sync.json" }

  /// The page's file in the site by its name alone: `part/week1.html`. Which `README.md` is an index
  /// only ``SiteAddresses`` knows, who has all pages.
  public var site: String { "\(reference).html" }
}
