extension SandboxChanges {
  /// One line: `12 files new (3.4 MB), 2 changed, 1 deleted; packages installed: hello 2.10-3`.
  ///
  /// The files of an installed Debian package are told by its name.
  public var summary: String {
    let own = files.filter { $0.package == nil }
    let new = own.filter { $0.kind == .new && $0.type != .folder }
    let folders = own.count { $0.kind == .new && $0.type == .folder }
    let deleted = own.filter { $0.kind == .deleted }
    let counts: [(Int, String, String)] = [
      (new.count, "new", " (\(Self.size(of: new)))"),
      (folders, "folder\(folders == 1 ? "" : "s") new", ""),
      (own.count { $0.kind == .changed }, "changed", ""),
      (own.count { $0.kind == .metadata }, "with other permissions, owner or time", ""),
      (deleted.reduce(0) { $0 + ($1.files ?? 1) }, "deleted", " (\(Self.size(of: deleted)))"),
    ]
    var parts = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)\($0.2)" }
    // The first count that is one of files says so.
    if let index = counts.filter({ $0.0 > 0 }).firstIndex(where: { !$0.1.hasPrefix("folder") }) {
      let words = parts[index].split(separator: " ", maxSplits: 1)
      parts[index] = "\(words[0]) file\(words[0] == "1" ? "" : "s") \(words[1])"
    }
    let texts = [parts.joined(separator: ", ")] + packageTexts
    let told = texts.filter { !$0.isEmpty }.joined(separator: "; ")
    return told.isEmpty ? "nothing changed" : told
  }

  private var packageTexts: [String] {
    [PackageChange.Kind.installed, .upgraded, .removed].map { kind in
      let changed = packages.filter { $0.kind == kind }
      if changed.isEmpty { return "" }
      let shown = 6
      let names = changed.prefix(shown).map { "\($0.name) \($0.version)" }
      let rest = changed.count > shown ? " and \(changed.count - shown) more" : ""
      return "packages \(kind.rawValue): \(names.joined(separator: ", "))\(rest)"
    }
  }

  /// `17 B`, `4.2 kB`, `3.4 MB`: thousands, as SI has them.
  static func size(of files: [PathChange]) -> String { files.reduce(0) { $0 + $1.size }.bytes }
}

extension Int {
  /// As a number of bytes in words.
  package var bytes: String {
    var value = Double(self)
    var unit = "B"
    for larger in ["kB", "MB", "GB"] where value >= 1000 {
      value /= 1000
      unit = larger
    }
    if unit == "B" { return "\(self) B" }
    let tenths = Int((value * 10).rounded())
    return tenths >= 100 ? "\((tenths + 5) / 10) \(unit)" : "\(tenths / 10).\(tenths % 10) \(unit)"
  }
}
