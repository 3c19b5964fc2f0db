/// What becomes of raw HTML in a document.
public enum RawHTML: String, Sendable, CaseIterable {
  /// It is written as it stands.
  case allow
  /// It is shown as text.
  case escape
  /// It is left out, and a comment says so, as in libcmark's safe mode.
  case safe

  static let omission = "<!-- raw HTML omitted -->"
}

extension [UInt8] {
  /// Appends HTML in which the tags that GFM 0.29 section 6.11 disallows are shown as text.
  mutating func append(filtering html: String) {
    var rest = html.utf8[...]
    while let tag = rest.firstIndex(of: UInt8(ascii: "<")) {
      append(contentsOf: rest[..<tag])
      let after = rest[rest.index(after: tag)...]
      append(html: after.beginsDisallowedTag ? "&lt;" : "<")
      rest = after
    }
    append(contentsOf: rest)
  }
}

extension Substring.UTF8View {
  private static var disallowed: [String] {
    [
      "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext",
    ]
  }

  /// Whether the bytes after a `<` make a tag of those that are disallowed.
  fileprivate var beginsDisallowedTag: Bool {
    let tag = first == UInt8(ascii: "/") ? dropFirst() : self
    let name = tag.prefix { $0.isLetter }
    guard (3...9).contains(name.count), let next = tag.dropFirst(name.count).first else {
      return false
    }
    let isEnd =
      next.isSpace || next == UInt8(ascii: ">")
      || next == UInt8(ascii: "/") && tag.dropFirst(name.count + 1).first == UInt8(ascii: ">")
    return isEnd && Self.disallowed.contains(Substring(name).lowercased())
  }
}
