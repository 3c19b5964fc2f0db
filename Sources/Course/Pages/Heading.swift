public import Markdown

/// A heading of a page with the id by which it is linked to.
public struct Heading: Sendable, Equatable {
  /// 1 to 6.
  public var level: Int
  /// What a reader sees, without markup.
  public var text: String
  /// Unique on the page, by GitHub's rule.
  public var id: String
  public var range: SourceRange

  /// All headings of a document in order, also those in quotes and lists.
  static func all(in document: Document) -> [Heading] {
    var ids = UniqueNames()
    return document.blocksAndNotes.flatMap(\.headings).map { level, id, text, range in
      Heading(
        level: level, text: text, id: ids.unique(id ?? Slug.heading(text)), range: range)
    }
  }
}

extension Block {
  fileprivate var headings: [(level: Int, id: String?, text: String, SourceRange)] {
    if case .heading(let level, let id, let inlines) = content {
      return [(level, id, inlines.plainText.trimmed, range)]
    }
    return children.flatMap(\.headings)
  }
}

extension StringProtocol {
  /// The text without blanks, tabs and line feeds at its ends.
  var trimmed: String {
    let isBlank: (Unicode.Scalar) -> Bool = {
      $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\u{A0}"
    }
    let scalars = unicodeScalars
    guard let start = scalars.firstIndex(where: { !isBlank($0) }),
      let end = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(self[start...end])
  }
}
