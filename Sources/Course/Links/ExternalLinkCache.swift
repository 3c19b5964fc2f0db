/// What asking for external links has given, so that they are not asked for each time.
///
/// As JSON it has the schema `notes.links/1`: `{"schema": …, "links": [{"url", "status", "checked"}]}`,
/// in the order of addresses; see ``Answer`` for the other keys.
public struct ExternalLinkCache: Sendable, Equatable, Codable {
  public struct Answer: Sendable, Equatable, Codable {
    public var url: String
    /// The status of HTTP at the end of all redirects, or `nil` where no server answered.
    public var status: Int?
    /// Why no server answered.
    public var trouble: Trouble?
    /// Which server that was, where redirects led to another than the link's.
    public var host: String?
    /// Where redirects that are meant to stay lead.
    public var movedTo: String?
    /// The ids that were looked for in the page.
    public var fragments: [String]?
    /// Those of them that it does not have.
    public var missing: [String]?
    /// When, in ISO 8601.
    public var checked: String

    public init(url: String, status: Int?, trouble: Trouble? = nil, checked: String) {
      self.url = url
      self.status = status
      self.trouble = trouble
      self.checked = checked
    }

    /// Whether the link led somewhere. Servers that want no program to ask (401, 403, 429, 999) say
    /// nothing about readers.
    public var isAlive: Bool {
      guard let status else { return false }
      return status < 400 || [401, 403, 405, 407, 429, 999].contains(status)
    }
  }

  /// Why there is no answer.
  public enum Trouble: String, Sendable, Equatable, Codable {
    case unknownHost, noConnection, timeout, certificate, brokenAnswer, endlessRedirects
  }

  private static let schema = "notes.links/1"

  private var answers: [String: Answer] = [:]

  /// Empty.
  public init() {}

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let schema = try container.decode(String.self, forKey: .schema)
    guard schema == Self.schema else {
      throw DecodingError.dataCorruptedError(
        forKey: .schema, in: container, debugDescription: "the schema is not \(Self.schema)")
    }
    for answer in try container.decode([Answer].self, forKey: .links) { record(answer) }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(Self.schema, forKey: .schema)
    try container.encode(answers.values.sorted { $0.url < $1.url }, forKey: .links)
  }

  private enum Key: String, CodingKey { case schema, links }

  public subscript(url: String) -> Answer? { answers[url] }

  public mutating func record(_ answer: Answer) { answers[answer.url] = answer }

  /// The links that have to be asked for: those never asked for, those whose answer is older than
  /// answers of its kind may be, and those in which an id has not been looked for.
  ///
  /// - Parameters:
  ///   - date: from when on answers count that say that the link leads somewhere.
  ///   - deadSince: from when on the others count.
  public func due(
    _ links: ExternalLinks, since date: Timestamp, deadSince: Timestamp
  ) -> [ExternalLinks.Link] {
    links.links.filter { link in
      guard let answer = answers[link.url], let checked = Timestamp(answer.checked) else {
        return true
      }
      guard answer.isAlive else { return checked < deadSince }
      return checked < date || !Set(link.fragments).isSubset(of: answer.fragments ?? [])
    }
  }

  /// Lets go of links that the notes have no more.
  public mutating func keep(only links: ExternalLinks) {
    let urls = Set(links.links.map(\.url))
    answers = answers.filter { urls.contains($0.key) }
  }
}
