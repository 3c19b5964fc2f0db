/// A piece of running text that libcmark must not read, and what it stands for.
struct InlineSpan {
  enum Meaning {
    /// Text, whatever it looks like.
    case text(String)
    case math(tex: String, isDisplay: Bool)
    /// An address that stands in the text as it is.
    case link(destination: String, text: String)
    /// A reference to a note, by its index among the definitions.
    case footnote(Int)
    case headingID(String)
  }

  /// Where it stands in the text of its paragraph, heading or cell.
  var range: Range<Int>
  var meaning: Meaning

  /// Whether the span begins with a letter; every other begins as punctuation does.
  var isWord: Bool { if case .link = meaning { true } else { false } }
}
