/// A file of the finished site.
public struct SiteFile: Sendable, Equatable {
  /// Relative to the output folder, with `/` between folders.
  public var path: String
  public var bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
