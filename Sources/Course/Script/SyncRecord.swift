/// What notes and script last agreed on, as `results/<page>.sync.json` keeps it: schema
/// `notes.sync/1`, which `docs/sync.schema.json` describes.
public struct SyncRecord: Codable, Sendable, Equatable {
  public enum Schema: String, Codable, Sendable { case sync = "notes.sync/1" }

  public private(set) var schema = Schema.sync
  /// The page's path in the course.
  public var page: String
  /// `sha256:` and the digest of the script's lines outside of the steps' functions.
  public var frame: String
  /// In the order of the script.
  public var steps: [Entry]

  public struct Entry: Codable, Sendable, Equatable {
    /// The function's name.
    public var function: String
    /// `sha256:` and the digest of ``text``.
    public var hash: String
    /// The lines of the function.
    public var text: String
  }

  /// - Parameter script: the text that both agree on.
  public init(page: String, script: String) {
    self.init(page: page, ScriptReading(script))
  }

  init(page: String, _ reading: ScriptReading) {
    self.page = page
    frame = Self.hash(reading.frame)
    steps = reading.functions.map { function in
      let text = function.body.joined(separator: "\n")
      return Entry(function: function.name, hash: Self.hash(text), text: text)
    }
  }

  /// Whether every text is the one that was hashed, so that no merge or hand has changed it.
  public var isWhole: Bool { steps.allSatisfy { $0.hash == Self.hash($0.text) } }

  static func hash(_ text: String) -> String { "sha256:" + SHA256.hexadecimal(of: text) }
}
