/// Text between tildes, GFM 0.29 section 6.5 with the delimiter rules of cmark-gfm: runs of one or
/// two, closed by a run of the same length.
///
/// It is found among the pieces that stand in one parent: emphasis that overlaps it goes first.
struct Strikethrough {
  /// How many struck pieces may stand in each other, emphasis between them or not, so that the tree
  /// stays flat enough to be walked.
  static let maximumNesting = 16

  private struct Delimiter {
    /// Where its text stands among the pieces.
    var index: Int
    var length: Int
    var canOpen: Bool
    var canClose: Bool
    /// How deep struck pieces lie after it, up to the next delimiter that is open.
    var height = 0
  }

  private var pieces: [Inline] = []
  private var openers: [Delimiter] = []
  /// Below which openers nothing closes a run, by the run's length and whether it can open too.
  private var bottoms = [0, 0, 0, 0]

  /// - Parameters:
  ///   - isTop: whether the pieces are those of a block.
  ///   - depth: how many struck pieces there are around these.
  static func applied(to inlines: [Inline], isTop: Bool, depth: Int) -> [Inline] {
    let hasTilde = inlines.contains { inline in
      if case .text(let text) = inline.content {
        text.utf8.contains(UInt8(ascii: "~"))
      } else {
        false
      }
    }
    guard hasTilde, depth < maximumNesting else { return inlines }
    var strikethrough = Strikethrough()
    for (index, inline) in inlines.enumerated() {
      guard case .text(let text) = inline.content else {
        strikethrough.pieces.append(inline)
        continue
      }
      let before = index > 0 ? inlines[index - 1].edge : isTop ? "\n" : "*"
      let after = index + 1 < inlines.count ? inlines[index + 1].edge : isTop ? "\n" : "*"
      strikethrough.read(text, at: inline.start, between: before, and: after, depth: depth)
    }
    return strikethrough.pieces.filter { $0.content != .text("") }
  }

  /// Takes a text apart at its runs of tildes.
  private mutating func read(
    _ text: String, at start: SourcePosition, between before: Unicode.Scalar,
    and after: Unicode.Scalar, depth: Int
  ) {
    let bytes = text.utf8
    var done = bytes.startIndex
    while let run = bytes[done...].firstIndex(of: UInt8(ascii: "~")) {
      let end = bytes[run...].firstIndex { $0 != UInt8(ascii: "~") } ?? bytes.endIndex
      append(bytes[done..<run])
      let previous = run == bytes.startIndex ? before : text.unicodeScalars[..<run].last ?? before
      let next = end == bytes.endIndex ? after : text.unicodeScalars[end]
      var delimiter = Delimiter(
        index: pieces.count, length: bytes.distance(from: run, to: end), canOpen: false,
        canClose: false)
      append(bytes[run..<end])
      delimiter.canOpen = isOpen(next, beside: previous)
      delimiter.canClose = isOpen(previous, beside: next)
      if delimiter.length <= 2 { take(delimiter, depth: depth) }
      done = end
    }
    append(bytes[done...])

    func append(_ part: Substring.UTF8View) {
      guard !part.isEmpty else { return }
      let column = start.column + bytes.distance(from: bytes.startIndex, to: part.startIndex)
      let place = SourcePosition(line: start.line, column: column)
      pieces.append(Inline(.text(String(decoding: part, as: UTF8.self)), start: place))
    }
  }

  /// Whether a run is flanking on the side of `inner` (CommonMark 0.30 section 6.2).
  private func isOpen(_ inner: Unicode.Scalar, beside outer: Unicode.Scalar) -> Bool {
    !inner.isMarkdownSpace
      && (!inner.isMarkdownPunctuation || outer.isMarkdownSpace || outer.isMarkdownPunctuation)
  }

  /// Closes what the run can close, else keeps it as one that may open.
  private mutating func take(_ closer: Delimiter, depth: Int) {
    if closer.canClose {
      let slot = closer.length - 1 + (closer.canOpen ? 2 : 0)
      let bottom = min(bottoms[slot], openers.count)
      if let index = openers[bottom...].lastIndex(where: { Self.match($0, closer) }) {
        let opener = openers[index]
        let height = openers[index...].reduce(0) { max($0, $1.height) } + 1
        if opener.length == closer.length, depth + height <= Self.maximumNesting {
          let range = opener.index + 1..<closer.index
          let struck = Inline(
            .strikethrough(Array(pieces[range])), start: pieces[opener.index].start)
          pieces.replaceSubrange(opener.index...closer.index, with: [struck])
          openers.removeSubrange(index...)
          if !openers.isEmpty {
            openers[openers.count - 1].height = max(openers[openers.count - 1].height, height)
          }
          return
        }
      } else {
        bottoms[slot] = openers.count
      }
    }
    if closer.canOpen { openers.append(closer) }
  }

  private static func match(_ opener: Delimiter, _ closer: Delimiter) -> Bool {
    !(closer.canOpen || opener.canClose) || (opener.length + closer.length) % 3 != 0
  }
}

extension Inline {
  /// The character that a piece shows to what stands beside it in the source.
  fileprivate var edge: Unicode.Scalar {
    switch content {
    case .softBreak, .lineBreak: "\n"
    case .text, .code, .html, .emphasis, .strong, .link, .image, .strikethrough,
      .footnoteReference, .math, .abbreviation:
      "*"
    }
  }
}
