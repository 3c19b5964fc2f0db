internal import Machine

/// What dpkg's own records say of a run.
struct DebianPackages {
  private(set) var changes: [PackageChange] = []
  /// The package that each new file came with, by the file's path.
  private(set) var owners: [String: String] = [:]

  /// - Parameters:
  ///   - upper: the layer over `/var/lib/dpkg`, where the run has written there.
  ///   - lower: the folder under it.
  init(upper: String, lower: String) {
    guard let status = try? Files.read("\(upper)/status") else { return }
    let before = Self.installed(((try? Files.read("\(lower)/status")) ?? [])[...])
    let after = Self.installed(status[...])
    for (name, version) in after where before[name] != version {
      changes.append(
        PackageChange(
          manager: .apt, name: name, version: version,
          kind: before[name] == nil ? .installed : .upgraded, versionBefore: before[name]))
    }
    let names = Set(changes.map(\.name))
    // `NAME.list`, or `NAME:ARCHITECTURE.list` for a package that may stand beside another of its name.
    for list in Files.names(in: "\(upper)/info") where list.hasSuffix(".list") {
      let name = String(list.dropLast(".list".count).prefix { $0 != ":" })
      if names.contains(name) { read(list: "\(upper)/info/\(list)", of: name) }
    }
    for (name, version) in before where after[name] == nil {
      changes.append(
        PackageChange(manager: .apt, name: name, version: version, kind: .removed))
    }
    changes.sort { $0.name < $1.name }
  }

  /// A list holds the path of a file or folder a line.
  private mutating func read(list: String, of name: String) {
    guard let bytes = try? Files.read(list) else { return }
    for line in bytes.split(separator: 0x0A) {
      owners[Self.merged(String(decoding: line, as: UTF8.self))] = name
    }
  }

  /// Packages still name `/bin` and its like, which on a merged system are links to `/usr`.
  private static func merged(_ path: String) -> String {
    let top = path.dropFirst().prefix { $0 != "/" }
    return ["bin", "sbin", "lib", "lib32", "lib64", "libx32"].contains(top) ? "/usr" + path : path
  }

  /// The versions of installed packages by name, from paragraphs of `Field: value` (deb-control(5));
  /// a name stands once, whatever its architectures.
  static func installed(_ status: ArraySlice<UInt8>) -> [String: String] {
    var result: [String: String] = [:]
    var name: String?
    var isInstalled = false
    for line in status.split(separator: 0x0A, omittingEmptySubsequences: false) {
      func value(_ field: String) -> String? {
        let prefix = "\(field): "
        return line.starts(with: prefix.utf8)
          ? String(decoding: line.dropFirst(prefix.utf8.count), as: UTF8.self) : nil
      }
      if line.isEmpty {
        name = nil
        isInstalled = false
      } else if line.first == UInt8(ascii: " ") {
        continue
      } else if let text = value("Package") {
        name = text
      } else if let text = value("Status") {
        isInstalled = text.hasSuffix(" installed")
      } else if isInstalled, let name, let text = value("Version") {
        result[name] = text
      }
    }
    return result
  }
}
