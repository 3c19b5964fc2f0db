/// A package that a run installed, upgraded or removed.
public struct PackageChange: Sendable, Equatable, Encodable {
  public enum Kind: String, Sendable, Encodable { case installed, upgraded, removed }

  public enum Manager: String, Sendable, Encodable { case apt, pip, npm }

  public var manager: Manager
  public var name: String
  /// Of a removed package the version that was there.
  public var version: String
  public var kind: Kind
  /// The version before an upgrade.
  public var versionBefore: String?
  /// The folder that a package of pip or npm was installed in.
  public var folder: String?

  private enum CodingKeys: String, CodingKey {
    case manager, name, version
    case kind = "change"
    case versionBefore, folder
  }
}
