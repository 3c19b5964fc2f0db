/// Puts the spans of a piece into its inlines, and reads what can be read from inlines: mail
/// addresses and text that is struck through.
struct InlineRestorer {
  private let triggers: Triggers
  private(set) var numbers: FootnoteNumbers
  /// What the heading's author calls it.
  private(set) var headingID: String?
  /// What the inlines were read from, and its spans that have not been met yet; `nil` for inlines as
  /// they were read first.
  private let pieces: PieceText?
  private var spans: ArraySlice<PieceText.PlacedSpan>

  init(triggers: Triggers, numbers: FootnoteNumbers) {
    self.triggers = triggers
    self.numbers = numbers
    pieces = nil
    spans = []
  }

  /// - Parameter piece: the index of the piece that the inlines were read from.
  init(triggers: Triggers, numbers: FootnoteNumbers, _ piece: Int, of pieces: PieceText) {
    self.triggers = triggers
    self.numbers = numbers
    self.pieces = pieces
    spans = pieces.spans[piece][...]
  }

  /// - Returns: `nil` where a span was not met, as its tag was read as a part of something else.
  mutating func restored(_ inlines: [Inline]) -> [Inline]? {
    var inlines = inlines
    if pieces != nil, !inlines.dropSpace() { return nil }
    var result = restored(inlines, inLink: false, struck: 0, isTop: true)
    guard spans.isEmpty else { return nil }
    if headingID != nil, let last = result.indices.last, case .text(let text) = result[last].content
    {
      let trimmed = Array(text.utf8)[...].withoutTrailingBlanks
      result[last].content = .text(trimmed.text)
      if trimmed.isEmpty { result.removeLast() }
    }
    return result
  }

  private mutating func restored(
    _ inlines: [Inline], inLink: Bool, struck: Int, isTop: Bool = false
  ) -> [Inline] {
    let inlines =
      triggers.contains(.tilde)
      ? Strikethrough.applied(to: inlines, isTop: isTop, depth: struck) : inlines
    var result: [Inline] = []
    result.reserveCapacity(inlines.count)
    for (index, inline) in inlines.enumerated() {
      let start = pieces?.place(inline.start) ?? inline.start
      switch inline.content {
      case .html(let html):
        if html == pieces?.tag, let next = spans.popFirst() {
          append(next, inLink: inLink, to: &result)
        } else {
          result.append(Inline(inline.content, start: start))
        }
      case .text(let text):
        let isBeforeWord =
          spans.first?.span.isWord ?? false && index + 1 < inlines.count
          && inlines[index + 1].content == .html(pieces?.tag ?? "")
        let own = isBeforeWord ? text.utf8.dropLast() : text.utf8[...]
        append(own, start, inLink: inLink, to: &result)
      case .emphasis, .strong, .strikethrough, .link, .image:
        var isLink = inLink
        var depth = struck
        switch inline.content {
        case .link, .image: isLink = true
        case .strikethrough: depth += 1
        default: break
        }
        let children = restored(inline.children, inLink: isLink, struck: depth)
        result.append(Inline(inline.content.with(children), start: start))
      case .softBreak, .lineBreak, .code, .footnoteReference, .math, .abbreviation:
        result.append(Inline(inline.content, start: start))
      }
    }
    return result
  }

  private func append(
    _ text: Substring.UTF8View, _ start: SourcePosition, inLink: Bool, to result: inout [Inline]
  ) {
    if triggers.contains(.email), !inLink, text.contains(UInt8(ascii: "@")) {
      EmailLink.append(text, start, to: &result)
    } else {
      result.append(text: text, start)
    }
  }

  private mutating func append(
    _ placed: PieceText.PlacedSpan, inLink: Bool, to result: inout [Inline]
  ) {
    switch placed.span.meaning {
    case .text(let text): result.append(text: text.utf8[...], placed.start)
    case .math(let tex, let isDisplay):
      result.append(Inline(.math(tex, isDisplay: isDisplay), start: placed.start))
    case .link(let destination, let shown):
      let text = Inline(.text(shown), start: placed.start)
      let link = Inline.Content.link(destination: destination, title: "", [text])
      result.append(inLink ? text : Inline(link, start: placed.start))
    case .footnote(let note):
      let (number, occurrence) = numbers.refer(to: note)
      result.append(
        Inline(.footnoteReference(number: number, occurrence: occurrence), start: placed.start))
    case .headingID(let id): headingID = id
    }
  }
}

extension [Inline] {
  /// Appends text to the text at the end, or as a piece of its own.
  mutating func append(text: Substring.UTF8View, _ start: SourcePosition) {
    guard !text.isEmpty else { return }
    let more = String(decoding: text, as: UTF8.self)
    if let last = indices.last, case .text(var text) = self[last].content {
      // The text is let go of before it grows, so that it grows where it is.
      self[last].content = .softBreak
      text += more
      self[last].content = .text(text)
    } else {
      append(Inline(.text(more), start: start))
    }
  }

  /// Takes away the space that a piece begins with.
  ///
  /// - Returns: whether it was there.
  fileprivate mutating func dropSpace() -> Bool {
    guard case .text(let text)? = first?.content,
      text.utf8.starts(with: PieceText.space.utf8)
    else { return false }
    let rest = text.utf8.dropFirst(PieceText.space.utf8.count)
    if rest.isEmpty {
      removeFirst()
    } else {
      self[0].content = .text(String(Substring(rest)))
      self[0].start.column += PieceText.space.utf8.count
    }
    return true
  }
}
