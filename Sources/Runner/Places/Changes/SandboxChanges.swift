internal import Machine

/// What a run in a throw-away place changed: files and packages.
public struct SandboxChanges: Sendable, Equatable {
  /// By path; without caches, logs and other noise.
  public var files: [PathChange]
  public var packages: [PackageChange]

  public init(files: [PathChange] = [], packages: [PackageChange] = []) {
    self.files = files
    self.packages = packages
  }

  public var isEmpty: Bool { files.isEmpty && packages.isEmpty }

  /// Reads what upper layers hold.
  ///
  /// - Parameters:
  ///   - layers: of several over one path the last is seen.
  ///   - home: the home folder as commands see it.
  ///   - isLeftOut: asked for paths beyond the usual noise.
  init(of layers: [UpperLayer], home: String, leavingOut isLeftOut: UpperLayer.Filter) {
    let noise = ChangeNoise(home: home)
    files = layers.flatMap { layer in
      layer.changes {
        noise.covers($0) || isLeftOut($0) || (layer.lower == nil && noise.leadsHome($0))
      }
    }
    packages = []
    // What the kernel moved is not gone.
    let moved = Set(files.compactMap(\.movedFrom))
    files.removeAll { $0.kind == .deleted && moved.contains($0.path) }
    files.sort { $0.path < $1.path }

    func written(_ path: String) -> (upper: String, lower: String?)? {
      guard
        let layer = layers.filter({ Self.lies(path, below: $0.path) })
          .max(by: { $0.path.count < $1.path.count })
      else { return nil }
      let rest = layer.path == "/" ? path : String(path.dropFirst(layer.path.count))
      return (layer.folder + rest, layer.lower.map { ($0 == "/" ? "" : $0) + rest })
    }
    if let dpkg = written("/var/lib/dpkg"), let lower = dpkg.lower {
      let debian = DebianPackages(upper: dpkg.upper, lower: lower)
      packages = debian.changes
      for index in files.indices { files[index].package = debian.owners[files[index].path] }
    }
    packages += LanguagePackages.changes(in: files) { written($0)?.upper }
  }

  private static func lies(_ path: String, below folder: String) -> Bool {
    folder == "/" || path == folder || path.hasPrefix(folder + "/")
  }
}

extension SandboxChanges: Encodable {
  private enum CodingKeys: String, CodingKey { case schema, files, packages, summary }

  /// The schema notes.changes/1.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode("notes.changes/1", forKey: .schema)
    try container.encode(summary, forKey: .summary)
    try container.encode(files, forKey: .files)
    try container.encode(packages, forKey: .packages)
  }
}
