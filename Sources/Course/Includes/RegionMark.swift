/// A remark that begins or ends a named part of a file, in the forms that people use: `# region x` of
/// editors, `# ANCHOR: x` of mdBook, `[START x]` of Google's samples, `tag::x[]` of AsciiDoc.
enum RegionMark: Equatable {
  case start(String)
  /// The name is `nil` where the end names nothing.
  case end(String?)

  init?(_ line: String) {
    let text = line.trimmed
    let signs = text.utf8.prefix { "#/*-;%<!\"".utf8.contains($0) }
    guard !signs.isEmpty else { return nil }
    let words = String(Substring(text.utf8[signs.endIndex...])).trimmed
      .split { $0 == " " || $0 == "\t" }.map(String.init)
    guard let word = words.first else { return nil }
    let name = words.count > 1 ? words[1].filter { $0 != "]" } : nil
    switch word {
    case "region", "ANCHOR:", "[START":
      guard let name else { return nil }
      self = .start(name)
    case "endregion": self = .end(name)
    case "ANCHOR_END:", "[END":
      guard let name else { return nil }
      self = .end(name)
    default:
      if let name = Self.tag(word, "tag::") {
        self = .start(name)
      } else if let name = Self.tag(word, "end::") {
        self = .end(name)
      } else {
        return nil
      }
    }
  }

  private static func tag(_ word: String, _ mark: String) -> String? {
    guard word.hasPrefix(mark), word.hasSuffix("[]") else { return nil }
    return String(word.dropFirst(mark.count).dropLast(2))
  }
}
