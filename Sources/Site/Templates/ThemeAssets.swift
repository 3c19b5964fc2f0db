internal import Course
internal import Markdown

/// The theme's files. Style and script, whose names the templates are told, carry the hash of their
/// content in them, so that browsers can keep them for ever; others keep the names that a course's own
/// templates call them by. The two are shipped without comments and indentation.
struct ThemeAssets: Sendable {
  let files: [SiteFile]
  /// The path of `style.css` in the site.
  let stylesheet: String
  /// The path of `notes.js` in the site.
  let script: String
  /// The path of `search.js` in the site, which `notes.js` loads.
  let search: String

  init(_ theme: Theme) {
    var names: [String: String] = [:]
    var files: [SiteFile] = []
    for (name, bytes) in theme.assets.sorted(by: { $0.key < $1.key }) {
      // What formulas need is part of every theme, as their structure depends on it.
      let bytes =
        switch name {
        case "style.css": ShippedStyle.text(bytes) + Array(Formula.styleSheet.utf8)
        case "notes.js", "search.js": ShippedScript.text(bytes)
        default: bytes
        }
      let hashed =
        ["style.css", "notes.js", "search.js"].contains(name) ? Self.name(name, bytes) : name
      names[name] = hashed
      files.append(SiteFile(path: hashed, bytes: bytes))
    }
    self.files = files
    stylesheet = names["style.css"] ?? "style.css"
    script = names["notes.js"] ?? "notes.js"
    search = names["search.js"] ?? "search.js"
  }

  /// `style.css` becomes `style.0123456789.css`.
  static func name(_ name: String, _ bytes: [UInt8]) -> String {
    var hash = StableHash()
    hash.combine(bytes)
    return self.name(name, digits: String(hash.digits.prefix(10)))
  }

  /// `a/b.png` becomes `a/b.01234567.png`.
  static func name(_ name: String, digits: String) -> String {
    guard let point = name.lastIndex(of: "."), !name[point...].contains("/") else {
      return "\(name).\(digits)"
    }
    return "\(name[..<point]).\(digits)\(name[point...])"
  }
}
