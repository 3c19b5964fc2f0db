/// Puts the spans of a paragraph or heading into its inlines again and strikes text through.
struct InlineRestorer {
  /// How many spans may be missing in a row.
  private static let lookahead = 64

  private let spans: MaskedSpans
  private var indices: Range<Int>
  private let triggers: Triggers
  private(set) var numbers: FootnoteNumbers
  /// What the heading's author calls it.
  private(set) var headingID: String?
  /// The lengths of the pieces of a span in the lines that follow.
  private var pending: [Int] = []

  init(
    _ spans: MaskedSpans, _ indices: Range<Int>, numbers: FootnoteNumbers, triggers: Triggers
  ) {
    self.spans = spans
    self.indices = indices
    self.numbers = numbers
    self.triggers = triggers
  }

  mutating func restored(_ inlines: [Inline]) -> [Inline] {
    var result = restored(inlines, inLink: false, struck: 0, isTop: true)
    if headingID != nil, case .text(let text)? = result.last?.content {
      let trimmed = text.utf8.prefix(
        (text.utf8.lastIndex { !$0.isSpaceOrTab }).map {
          text.utf8.distance(from: text.startIndex, to: $0) + 1
        } ?? 0)
      result[result.count - 1].content = .text(String(Substring(trimmed)))
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
    for inline in inlines {
      switch inline.content {
      case .text(let text): append(text, from: inline.start, inLink: inLink, to: &result)
      case .softBreak, .lineBreak:
        if pending.isEmpty { result.append(inline) }
      case .emphasis, .strong, .strikethrough, .link, .image:
        var isLink = inLink
        var depth = struck
        switch inline.content {
        case .link, .image: isLink = true
        case .strikethrough: depth += 1
        default: break
        }
        let children = restored(inline.children, inLink: isLink, struck: depth)
        result.append(Inline(inline.content.with(children), start: inline.start))
      case .code, .html, .footnoteReference, .math, .abbreviation: result.append(inline)
      }
    }
    return result
  }

  /// Appends a text with its masks replaced by what they stand for.
  private mutating func append(
    _ text: String, from start: SourcePosition, inLink: Bool, to result: inout [Inline]
  ) {
    var rest = text.utf8[...]
    if !pending.isEmpty { rest = rest.dropFirst(pending.removeFirst()) }
    func place(_ index: String.Index) -> SourcePosition {
      SourcePosition(
        line: start.line,
        column: start.column + text.utf8.distance(from: text.startIndex, to: index))
    }
    while !indices.isEmpty, let mark = rest.firstIndex(where: { $0 == 0x81 || $0 == 0x8D }) {
      let before = rest[..<mark].dropLast()
      guard let first = rest[..<mark].last, MaskedSpans.isMark(first, rest[mark]),
        let index = next(beginning: rest[before.endIndex...])
      else {
        // A byte of another character.
        result.append(text: rest[...mark], place(rest.startIndex))
        rest = rest[rest.index(after: mark)...]
        continue
      }
      append(plain: before, place(rest.startIndex), inLink: inLink, to: &result)
      append(spans.all[index], inLink: inLink, to: &result)
      rest = rest[before.endIndex...].dropFirst(spans.all[index].pieces[0].count)
      pending = spans.all[index].pieces.dropFirst().map(\.count)
    }
    append(plain: rest, place(rest.startIndex), inLink: inLink, to: &result)
  }

  /// The next span whose mask a text begins with.
  private mutating func next(beginning text: Substring.UTF8View) -> Int? {
    // All masks of a leaf come in order, but for those that libcmark took for part of an address.
    for index in indices.prefix(Self.lookahead) where text.starts(with: spans.mask(index)) {
      indices = index + 1..<indices.upperBound
      return index
    }
    return nil
  }

  private func append(
    plain text: Substring.UTF8View, _ start: SourcePosition, inLink: Bool,
    to result: inout [Inline]
  ) {
    if triggers.contains(.email), !inLink, text.contains(UInt8(ascii: "@")) {
      EmailLink.append(text, start, to: &result)
    } else {
      result.append(text: text, start)
    }
  }

  private mutating func append(_ span: MaskedSpan, inLink: Bool, to result: inout [Inline]) {
    switch span.meaning {
    case .text: result.append(text: span.text.utf8[...], span.start)
    case .emoji(let emoji): result.append(text: emoji.utf8[...], span.start)
    case .math(let tex, let isDisplay):
      result.append(Inline(.math(tex, isDisplay: isDisplay), start: span.start))
    case .link(let destination):
      let text = Inline(.text(span.text), start: span.start)
      let link = Inline.Content.link(destination: destination, title: "", [text])
      result.append(inLink ? text : Inline(link, start: span.start))
    case .footnote(let note):
      let (number, occurrence) = numbers.refer(to: note)
      result.append(
        Inline(.footnoteReference(number: number, occurrence: occurrence), start: span.start))
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
}
