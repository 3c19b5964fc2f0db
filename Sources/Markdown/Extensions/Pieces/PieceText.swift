/// What libcmark reads a second time, all in one text: the cells of tables, and the paragraphs and
/// headings with spans that it must not read.
///
/// Each piece is a paragraph. It begins with a no-break space, to libcmark a space like the one that
/// is thought before every line, and its other lines begin with four blanks, so that nothing in it
/// begins a block. For each span stands a tag, which comes back as a piece of HTML in its place.
struct PieceText {
  private(set) var bytes: [UInt8] = []
  /// One for each piece, in order.
  private(set) var spans: [[PlacedSpan]] = []
  /// The line on which each piece begins.
  private(set) var lines: [Int] = []
  /// Whether anything may be a link by a definition that stands elsewhere.
  private(set) var hasBracket = false
  /// What stands for a span; the source has no such tag.
  private(set) var tag = ""
  private let source: SourceText
  private let mayHoldTags: Bool
  /// Where a run of bytes begins that stands in the source as it is, and its place there; in order.
  private var runs: [(here: SourcePosition, there: SourcePosition)] = []
  private var line = 1
  private var column = 1

  struct PlacedSpan {
    var span: InlineSpan
    /// Its place in the source.
    var start: SourcePosition
  }

  static let space = "\u{A0}"
  /// Before the tag of a span that is a word: what emphasis begins or ends depends on it.
  static let letter = UInt8(ascii: "q")

  /// - Parameters:
  ///   - source: what the pieces are taken from.
  ///   - triggers: what it may have.
  init(of source: SourceText, triggers: Triggers) {
    self.source = source
    mayHoldTags = triggers.contains(.tag)
  }

  /// Appends a piece.
  ///
  /// - Returns: its index.
  mutating func append(_ text: LeafText, _ spans: [InlineSpan]) -> Int {
    if tag.isEmpty, !spans.isEmpty {
      let longest = mayHoldTags ? source.longestTagOfQs : 0
      tag = "<\(String(repeating: "q", count: longest + 1))>"
    }
    self.spans.append([])
    lines.append(line)
    write(Self.space.utf8)
    var rest = text.runs[...]
    var done = 0
    for span in spans {
      copy(text, from: done, to: span.range.lowerBound, &rest)
      if span.isWord { write(CollectionOfOne(Self.letter)) }
      let start = text.place(span.range.lowerBound)
      self.spans[self.spans.count - 1].append(PlacedSpan(span: span, start: start))
      write(tag.utf8)
      done = span.range.upperBound
      rest = rest.drop { $0.offset < done }
      mark(text.place(done))
    }
    copy(text, from: done, to: text.bytes.count, &rest)
    bytes += "\n\n".utf8
    line += 2
    column = 1
    return lines.count - 1
  }

  /// Appends what the pieces are taken from, for the sake of its definitions.
  mutating func appendSource() { bytes += source.bytes }

  /// The place in the source for one in this text.
  func place(_ here: SourcePosition) -> SourcePosition {
    let run = runs[max(0, runs.partitionPoint { $0.here <= here } - 1)]
    let shift = run.here.line == here.line ? max(0, here.column - run.here.column) : 0
    return SourcePosition(line: run.there.line, column: run.there.column + shift)
  }

  private mutating func mark(_ there: SourcePosition) {
    runs.append((SourcePosition(line: line, column: column), there))
  }

  private mutating func write(_ text: some Collection<UInt8>) {
    bytes += text
    column += text.count
  }

  /// Writes a part of a text.
  ///
  /// - Parameter rest: the runs that begin in it or later.
  private mutating func copy(
    _ text: LeafText, from start: Int, to end: Int,
    _ rest: inout ArraySlice<(offset: Int, start: SourcePosition)>
  ) {
    var done = start
    while let run = rest.first, run.offset <= end {
      rest.removeFirst()
      copy(text.bytes[done..<run.offset])
      mark(run.start)
      done = run.offset
    }
    copy(text.bytes[done..<end])
  }

  private mutating func copy(_ part: ArraySlice<UInt8>) {
    hasBracket = hasBracket || part.contains(UInt8(ascii: "["))
    write(part)
    if part.last == UInt8(ascii: "\n") {
      bytes += "    ".utf8
      line += 1
      column = 1
    }
  }
}

extension SourceText {
  /// How many letters the longest tag has that is named by `q` alone.
  fileprivate var longestTagOfQs: Int {
    var longest = 0
    let span = bytes.span
    for start in span.indices where span[start] == UInt8(ascii: "<") {
      var end = start + 1
      while end < span.count, span[end] == UInt8(ascii: "q") { end += 1 }
      if end < span.count, span[end] == UInt8(ascii: ">") {
        longest = max(longest, end - start - 1)
      }
    }
    return longest
  }
}
