/// A piece of running text, as CommonMark 0.30 section 6 names them, with its place in the source.
public struct Inline: Sendable, Equatable {
  public var content: Content
  /// Where the piece begins. libcmark keeps no place for line breaks: theirs is that of the block.
  public var start: SourcePosition

  public init(_ content: Content, start: SourcePosition) {
    self.content = content
    self.start = start
  }

  public enum Content: Sendable, Equatable {
    case text(String)
    case softBreak
    case lineBreak
    case code(String)
    case html(String)
    case emphasis([Inline])
    case strong([Inline])
    case link(destination: String, title: String, [Inline])
    case image(source: String, title: String, [Inline])
    case strikethrough([Inline])
    /// Stands for a note of ``Document/footnotes``; `occurrence` counts the references to it from 1.
    case footnoteReference(number: Int, occurrence: Int)
    /// A formula in TeX, without its dollar signs.
    case math(String, isDisplay: Bool)
    /// A short form and what it stands for.
    case abbreviation(String, title: String)
  }

  /// The pieces that stand directly in this one, in order.
  public var children: [Inline] {
    switch content {
    case .emphasis(let children), .strong(let children), .strikethrough(let children),
      .link(_, _, let children), .image(_, _, let children):
      children
    case .text, .softBreak, .lineBreak, .code, .html, .footnoteReference, .math, .abbreviation: []
    }
  }
}

extension [Inline] {
  /// The text a reader sees, without markup: an image gives its description, a break a space.
  public var plainText: String { plainText(keepingHTML: false) }

  /// The text of an image's `alt`, in which libcmark keeps raw HTML as characters.
  var alternativeText: String { plainText(keepingHTML: true) }

  private func plainText(keepingHTML: Bool) -> String {
    var result = ""
    appendPlainText(to: &result, keepingHTML: keepingHTML)
    return result
  }

  private func appendPlainText(to result: inout String, keepingHTML: Bool) {
    for inline in self {
      switch inline.content {
      case .text(let text), .code(let text), .math(let text, _), .abbreviation(let text, _):
        result += text
      case .softBreak, .lineBreak: result += " "
      case .html(let html): if keepingHTML { result += html }
      case .footnoteReference: break
      case .emphasis, .strong, .strikethrough, .link, .image:
        inline.children.appendPlainText(to: &result, keepingHTML: keepingHTML)
      }
    }
  }
}
