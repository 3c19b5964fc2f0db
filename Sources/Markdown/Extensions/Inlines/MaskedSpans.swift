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
}

/// The spans of a text, in order, and the bytes that stand in their place.
///
/// A mask is as long as what it hides, so that no place moves. It begins with U+0081, a control
/// character that no text uses; one that a text does hold is a span itself. It goes on with letters
/// that count the spans, which nothing in Markdown cares about.
struct MaskedSpans {
  private(set) var all: [MaskedSpan] = []
  /// The spans of each paragraph and heading, by where it begins.
  private var ofLeaf: [SourcePosition: Range<Int>] = [:]

  static let mark: [UInt8] = [0xC2, 0x81]

  var isEmpty: Bool { all.isEmpty }

  /// Whether any span is more than a character that stands for itself.
  var isWorthwhile: Bool {
    all.contains { span in
      if case .text = span.meaning { span.text != "\u{81}" } else { true }
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
    var mask = Self.mark
    var rest = index
    for _ in 0..<all[index].pieces[0].count - mask.count {
      mask.append(UInt8(ascii: "a") + UInt8(rest % 26))
      rest /= 26
    }
    return mask
  }

  func mask(_ source: inout SourceText) {
    for (index, span) in all.enumerated() {
      source.overwrite(span.pieces[0].lowerBound, with: mask(index))
      for piece in span.pieces.dropFirst() {
        source.overwrite(
          piece.lowerBound, with: repeatElement(UInt8(ascii: "a"), count: piece.count))
      }
    }
  }
}
