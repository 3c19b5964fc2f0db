/// Which extensions a text can have use for, by the bytes that stand in it.
///
/// One look at each byte decides that most pages need no pass at all.
struct Triggers: OptionSet {
  let rawValue: Int

  // In the lines of blocks.

  /// A `|` or `:` beside a `-`, as in a table's delimiter row.
  static let table = Triggers(rawValue: 1 << 0)
  /// `[ ]` or `[x]`
  static let taskBox = Triggers(rawValue: 1 << 1)
  /// `[!`
  static let alert = Triggers(rawValue: 1 << 2)
  /// `[^` after a blank, a quote's mark or a line feed.
  static let note = Triggers(rawValue: 1 << 3)
  /// `$$` before a blank or a line feed.
  static let formula = Triggers(rawValue: 1 << 4)
  /// A fence's mark before `math`.
  static let mathFence = Triggers(rawValue: 1 << 5)

  // In running text.

  static let tilde = Triggers(rawValue: 1 << 6)
  /// `://` or `www.`
  static let address = Triggers(rawValue: 1 << 7)
  static let email = Triggers(rawValue: 1 << 8)
  /// `[^`
  static let reference = Triggers(rawValue: 1 << 9)
  /// `{#`
  static let headingID = Triggers(rawValue: 1 << 10)
  static let dollar = Triggers(rawValue: 1 << 11)
  /// A `:` before what a shortcode can begin with.
  static let shortcode = Triggers(rawValue: 1 << 12)

  // In the finished tree.

  /// A `:` before a blank that begins a line.
  static let definition = Triggers(rawValue: 1 << 13)
  /// `*[` at the start of a line.
  static let abbreviation = Triggers(rawValue: 1 << 14)

  /// `<q`, as a tag begins that must not be taken for one of ``PieceText``.
  static let tag = Triggers(rawValue: 1 << 15)

  static let tree: Triggers = [.definition, .abbreviation]
  static let blocks: Triggers = [.table, .taskBox, .alert, .note, .formula, .mathFence]
  static let prose: Triggers = [
    .tilde, .address, .email, .reference, .headingID, .dollar, .shortcode,
  ]

  init(rawValue: Int) { self.rawValue = rawValue }

  /// What of that which is wanted a text has the bytes of, and the offsets of those bytes.
  ///
  /// - Parameter text: with the ``signs`` of what is wanted.
  static func all(in text: SourceText, wanted: Triggers) -> (Triggers, offsets: [Int]) {
    var found: Triggers = []
    var offsets: [Int] = []
    let bytes = text.bytes.span
    for offset in text.signs {
      let triggers = trigger(bytes, at: offset)
      found.formUnion(triggers)
      // A reference to a character may stand for any of them.
      if !triggers.isDisjoint(with: wanted) || bytes[offset] == UInt8(ascii: "&") {
        offsets.append(offset)
      }
    }
    return (found.intersection(wanted), offsets)
  }

  /// What of that which is wanted the text has the bytes of.
  init(in text: [UInt8], wanted: Triggers) {
    var found: Triggers = []
    if !wanted.isEmpty { found.collect(text.span, wanted.signs) }
    self = found.intersection(wanted)
  }

  /// What of that which is wanted stands in running text and not in code, raw HTML or addresses.
  ///
  /// - Parameter signs: those of what is wanted.
  init(in inlines: [Inline], wanted: Triggers, _ signs: ByteSet) {
    var found: Triggers = []
    if !wanted.isEmpty { found.collect(inlines, signs) }
    self = found.intersection(wanted)
  }

  private mutating func collect(_ inlines: [Inline], _ signs: ByteSet) {
    for inline in inlines {
      switch inline.content {
      case .text(let text): collect(text.utf8Span.span, signs)
      case .emphasis(let children), .strong(let children), .strikethrough(let children),
        .link(_, _, let children), .image(_, _, let children):
        collect(children, signs)
      case .softBreak, .lineBreak, .code, .html, .footnoteReference, .math, .abbreviation: break
      }
    }
  }

  private mutating func collect(_ bytes: Span<UInt8>, _ signs: ByteSet) {
    for index in bytes.indices where signs.contains(bytes[index]) {
      formUnion(Self.trigger(bytes, at: index))
    }
  }

  /// What extensions have use for.
  static func wanted(by extensions: Extensions) -> Triggers {
    let table: [(Extensions, Triggers)] = [
      (.tables, .table), (.taskLists, .taskBox), (.strikethrough, .tilde),
      (.bareLinks, [.address, .email]), (.footnotes, [.note, .reference]), (.alerts, .alert),
      (.headingIDs, .headingID), (.math, [.dollar, .formula, .mathFence]), (.emoji, .shortcode),
      (.definitionLists, .definition), (.abbreviations, .abbreviation),
    ]
    return table.reduce(into: extensions.isEmpty ? [] : .tag) { wanted, row in
      if extensions.contains(row.0) { wanted.formUnion(row.1) }
    }
  }

  /// The bytes at which any of them may stand.
  var signs: ByteSet {
    ByteSet(Self.signTable.lazy.filter { !$0.1.isDisjoint(with: self) }.map(\.0))
  }

  /// What may stand at each sign.
  private static let signTable: [(UInt8, Triggers)] = [
    (UInt8(ascii: "$"), [.dollar, .formula]), (UInt8(ascii: "~"), [.tilde, .mathFence]),
    (UInt8(ascii: "`"), .mathFence), (UInt8(ascii: "@"), .email), (UInt8(ascii: "<"), .tag),
    (UInt8(ascii: "&"), .prose), (UInt8(ascii: "{"), .headingID), (UInt8(ascii: "."), .address),
    (UInt8(ascii: "|"), .table),
    (UInt8(ascii: ":"), [.address, .table, .definition, .shortcode]),
    (UInt8(ascii: "["), [.abbreviation, .note, .reference, .alert, .taskBox]),
  ]

  private static func trigger(_ bytes: Span<UInt8>, at index: Int) -> Triggers {
    func byte(_ offset: Int) -> UInt8 {
      bytes.indices.contains(index + offset) ? bytes[index + offset] : UInt8(ascii: "\n")
    }
    switch bytes[index] {
    case UInt8(ascii: "$"):
      return byte(1) == UInt8(ascii: "$") && byte(2).isSpace ? [.dollar, .formula] : .dollar
    case UInt8(ascii: "~"): return isBeforeMath(bytes, at: index) ? [.tilde, .mathFence] : .tilde
    case UInt8(ascii: "`"): return isBeforeMath(bytes, at: index) ? .mathFence : []
    case UInt8(ascii: "@"): return .email
    case UInt8(ascii: "&"): return []
    case UInt8(ascii: "<"): return byte(1) == UInt8(ascii: "q") ? .tag : []
    case UInt8(ascii: "{"): return byte(1) == UInt8(ascii: "#") ? .headingID : []
    case UInt8(ascii: "."):
      let isAfterW = byte(-1) == UInt8(ascii: "w") && byte(-2) == UInt8(ascii: "w")
      return isAfterW && byte(-3) == UInt8(ascii: "w") ? .address : []
    case UInt8(ascii: "|"): return isBesideDash(bytes, at: index) ? .table : []
    case UInt8(ascii: ":"):
      let next = byte(1)
      if next == UInt8(ascii: "/"), byte(2) == UInt8(ascii: "/") { return .address }
      var found: Triggers = isBesideDash(bytes, at: index) ? .table : []
      if next.isSpaceOrTab, byte(-1).isSpace || byte(-1) == UInt8(ascii: ">") {
        found.insert(.definition)
      }
      let isName =
        next.isAlphanumeric || next == UInt8(ascii: "+") || next == UInt8(ascii: "-")
      if isName { found.insert(.shortcode) }
      return found
    default:  // `[`
      if byte(-1) == UInt8(ascii: "*"), byte(-2).isSpace { return .abbreviation }
      switch byte(1) {
      case UInt8(ascii: "^"):
        let isFirst = byte(-1).isSpace || byte(-1) == UInt8(ascii: ">")
        return isFirst ? [.note, .reference] : .reference
      case UInt8(ascii: "!"): return .alert
      case UInt8(ascii: " "), UInt8(ascii: "x"), UInt8(ascii: "X"):
        return byte(2) == UInt8(ascii: "]") ? .taskBox : []
      default: return []
      }
    }
  }

  private static func isBeforeMath(_ bytes: Span<UInt8>, at index: Int) -> Bool {
    var start = index + 1
    while start < bytes.count, bytes[start].isSpaceOrTab { start += 1 }
    guard start + 4 <= bytes.count, bytes[start] == UInt8(ascii: "m") else { return false }
    return bytes[start + 1] == UInt8(ascii: "a") && bytes[start + 2] == UInt8(ascii: "t")
      && bytes[start + 3] == UInt8(ascii: "h")
  }

  /// Whether a dash or colon stands next to the byte, blanks between them or not.
  private static func isBesideDash(_ bytes: Span<UInt8>, at index: Int) -> Bool {
    var after = index + 1
    while after < bytes.count, bytes[after].isSpaceOrTab { after += 1 }
    if after < bytes.count, bytes[after] == UInt8(ascii: "-") || bytes[after] == UInt8(ascii: ":") {
      return true
    }
    var before = index - 1
    while before >= 0, bytes[before].isSpaceOrTab { before -= 1 }
    return before >= 0 && (bytes[before] == UInt8(ascii: "-") || bytes[before] == UInt8(ascii: ":"))
  }
}
