internal import FoundationEssentials
internal import Machine

/// Packages of pip and npm, known by the files that they leave.
enum LanguagePackages {
  /// - Parameters:
  ///   - changes: what the run changed.
  ///   - file: where a file that commands see lies among what the run wrote.
  static func changes(in changes: [PathChange], file: (String) -> String?) -> [PackageChange] {
    changes.compactMap { change in
      change.kind == .new ? pip(change) ?? npm(change, file) : nil
    }
  }

  /// `NAME-VERSION.dist-info` among Python's packages (Python packaging specifications, "Recording
  /// installed projects").
  private static func pip(_ change: PathChange) -> PackageChange? {
    guard change.type == .folder, change.path.hasSuffix(".dist-info") else { return nil }
    let parts = change.path.split(separator: "/")
    let stem = parts[parts.count - 1].dropLast(".dist-info".count)
    guard let folder = parts.dropLast().last,
      folder == "site-packages" || folder == "dist-packages",
      let split = stem.firstIndex(of: "-"), !bundled.contains(stem[..<split])
    else { return nil }
    return PackageChange(
      manager: .pip, name: String(stem[..<split]), version: String(stem[split...].dropFirst()),
      kind: .installed, folder: Files.parent(change.path))
  }

  /// What every new virtual environment holds.
  private static let bundled: Set<Substring> = ["pip", "setuptools", "wheel"]

  /// `lib/node_modules/NAME/package.json`, where npm puts what is installed for all (npm-folders(5)).
  private static func npm(_ change: PathChange, _ file: (String) -> String?) -> PackageChange? {
    struct Manifest: Decodable {
      var name: String
      var version: String
    }
    let parts = change.path.split(separator: "/")
    guard parts.last == "package.json", let top = parts.lastIndex(of: "node_modules"),
      parts.firstIndex(of: "node_modules") == top, top > 0, parts[top - 1] == "lib",
      parts.count - top == (parts[top + 1].hasPrefix("@") ? 4 : 3),
      let path = file(change.path), let bytes = try? Files.read(path),
      let manifest = try? JSONDecoder().decode(Manifest.self, from: Data(bytes))
    else { return nil }
    return PackageChange(
      manager: .npm, name: manifest.name, version: manifest.version, kind: .installed,
      folder: "/" + parts[...top].joined(separator: "/"))
  }
}
