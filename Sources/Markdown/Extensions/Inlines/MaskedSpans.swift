/// A piece of running text that libcmark must not read, and what it stands for.
struct MaskedSpan {
  enum Meaning {
    /// The text as it is, whatever it looks like.
    case text
    case math(tex: String, isDisplay: Bool)
    case link(destination: String)
    case emoji(String)
    /// A reference to a note, by its index among the definitions.
    case footnote(Int)
    case headingID(String)
  }

  var meaning: Meaning
  /// What is shown where the meaning cannot be had.
  var text: String
  var start: SourcePosition
  /// The pieces of the span's lines, by their offsets in the source.
  var pieces: [Range<Int>]

  /// Whether the span is a tilde that strikes nothing through, behind a backslash or as an entity.
  var isTilde: Bool {
    if case .text = meaning { text == "~" } else { false }
  }

  /// Whether the span is an address, which begins with a letter.
  var isWord: Bool { if case .link = meaning { true } else { false } }

  /// Whether the span is one of the characters that masks begin with, written as itself.
  var isMark: Bool {
    if case .text = meaning { !isTilde && pieces[0].count == 2 } else { false }
  }
}

/// The spans of a text, in order, and the bytes that stand in their place.
///
/// A mask is as long as what it hides, so that no place moves. It begins with U+0081, a control
/// character that no text uses; one that a text does hold is a span itself. It goes on with letters
/// that count the spans, which nothing in Markdown cares about. What is hidden decides what emphasis
/// begins or ends beside it, so all but addresses are hidden by what begins and ends as punctuation.
struct MaskedSpans {
  private(set) var all: [MaskedSpan] = []
  /// The spans of each paragraph and heading, by where it begins.
  private var ofLeaf: [SourcePosition: Range<Int>] = [:]

  /// U+0081, and U+070D, a mark of punctuation in Syriac manuscripts.
  static let mark: [UInt8] = [0xC2, 0x81]
  static let punctuation: [UInt8] = [0xDC, 0x8D]

  /// Whether two bytes are one of the marks.
  static func isMark(_ first: UInt8, _ second: UInt8) -> Bool {
    first == mark[0] && second == mark[1] || first == punctuation[0] && second == punctuation[1]
  }

  var isEmpty: Bool { all.isEmpty }

  /// Whether any span is more than a character that stands for itself.
  var isWorthwhile: Bool {
    all.contains { span in
      if case .text = span.meaning { span.isTilde } else { true }
    }
  }

  mutating func append(_ spans: [MaskedSpan], ofLeafAt start: SourcePosition) {
    guard !spans.isEmpty else { return }
    ofLeaf[start] = all.count..<all.count + spans.count
    all += spans
  }

  /// The indices of the spans of the paragraph or heading that begins at a place.
  func indices(ofLeafAt start: SourcePosition) -> Range<Int> { ofLeaf[start] ?? 0..<0 }

  /// What stands in a text for the first line of a span.
  func mask(_ index: Int) -> [UInt8] {
    let length = all[index].pieces[0].count
    if all[index].isMark { return Array(all[index].text.utf8) }
    var mask = all[index].isWord ? Self.mark : Self.punctuation
    var rest = index
    for _ in 0..<length - mask.count {
      mask.append(UInt8(ascii: "a") + UInt8(rest % 26))
      rest /= 26
    }
    if !all[index].isWord, length > 2 { mask[length - 1] = UInt8(ascii: ";") }
    return mask
  }

  func mask(_ source: inout SourceText) {
    for (index, span) in all.enumerated() {
      source.overwrite(span.pieces[0].lowerBound, with: mask(index))
      for piece in span.pieces.dropFirst() {
        source.overwrite(
          piece.lowerBound, with: repeatElement(UInt8(ascii: ";"), count: piece.count))
      }
    }
  }
}
