/// A file or folder that a run left other than it was.
public struct PathChange: Sendable, Equatable {
  public enum Kind: String, Sendable, Encodable {
    case new
    /// Its content is another.
    case changed
    /// Its content is the same; owner, permissions or time are others.
    case metadata
    case deleted
  }

  public enum FileType: String, Sendable, Encodable {
    case file, folder, link, other
  }

  /// As commands name it.
  public var path: String
  public var kind: Kind
  public var type: FileType
  /// In bytes, of a deleted file before; of a deleted folder that of all files in it.
  public var size: Int
  /// In bytes, of a changed file.
  public var sizeBefore: Int?
  /// How many files a deleted folder held.
  public var files: Int?
  /// Where a new folder was before, when the layer tells that it was moved.
  public var movedFrom: String?
  /// The Debian package it came with.
  public var package: String?
}

extension PathChange: Encodable {
  private enum CodingKeys: String, CodingKey {
    case path
    case kind = "change"
    case type, size, sizeBefore, files, movedFrom, package
  }
}
