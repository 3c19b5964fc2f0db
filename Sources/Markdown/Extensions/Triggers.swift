/// Which extensions a text can have use for, by the bytes that stand in it.
///
/// One look at each byte decides that most pages need no pass at all.
struct Triggers: OptionSet {
  let rawValue: Int

  /// A `|` or `:` beside a `-`, as in a table's delimiter row.
  static let table = Triggers(rawValue: 1 << 0)
  /// `[ ]` or `[x]`
  static let taskBox = Triggers(rawValue: 1 << 1)
  static let tilde = Triggers(rawValue: 1 << 2)
  /// `://` or `www.`
  static let address = Triggers(rawValue: 1 << 3)
  static let email = Triggers(rawValue: 1 << 4)
  /// `[^`
  static let footnote = Triggers(rawValue: 1 << 5)
  /// `[!`
  static let alert = Triggers(rawValue: 1 << 6)
  /// `{#`
  static let headingID = Triggers(rawValue: 1 << 7)
  static let dollar = Triggers(rawValue: 1 << 8)
  /// A fence whose language may be `math`.
  static let mathFence = Triggers(rawValue: 1 << 9)
  /// A `:` before what a shortcode can begin with.
  static let shortcode = Triggers(rawValue: 1 << 10)

  /// Those that ask for a look into running text.
  static let spans: Triggers = [.address, .footnote, .headingID, .dollar, .shortcode]

  init(rawValue: Int) { self.rawValue = rawValue }

  /// What of the extensions asked for the text has the bytes of.
  init(in source: String, for extensions: Extensions) {
    let wanted = Self.wanted(by: extensions)
    var found: Triggers = []
    if !wanted.isEmpty {
      let bytes = source.utf8Span.span
      for index in bytes.indices where bytes[index].mayTrigger {
        found.formUnion(Self.trigger(bytes, at: index))
      }
    }
    self = found.intersection(wanted)
  }

  private static func wanted(by extensions: Extensions) -> Triggers {
    let table: [(Extensions, Triggers)] = [
      (.tables, .table), (.taskLists, .taskBox), (.strikethrough, .tilde),
      (.bareLinks, [.address, .email]), (.footnotes, .footnote), (.alerts, .alert),
      (.headingIDs, .headingID), (.math, [.dollar, .mathFence]), (.emoji, .shortcode),
    ]
    return table.reduce(into: []) { wanted, row in
      if extensions.contains(row.0) { wanted.formUnion(row.1) }
    }
  }

  private static func trigger(_ bytes: Span<UInt8>, at index: Int) -> Triggers {
    func byte(_ offset: Int) -> UInt8 {
      bytes.indices.contains(index + offset) ? bytes[index + offset] : UInt8(ascii: "\n")
    }
    switch bytes[index] {
    case UInt8(ascii: "$"): return .dollar
    case UInt8(ascii: "~"): return byte(1) == UInt8(ascii: "~") ? [.tilde, .mathFence] : .tilde
    case UInt8(ascii: "`"):
      return byte(1) == UInt8(ascii: "m") || byte(1).isSpaceOrTab ? .mathFence : []
    case UInt8(ascii: "@"): return .email
    case UInt8(ascii: "{"): return byte(1) == UInt8(ascii: "#") ? .headingID : []
    case UInt8(ascii: "."):
      return (-3..<0).allSatisfy { byte($0) == UInt8(ascii: "w") } ? .address : []
    case UInt8(ascii: "|"): return isBesideDash(bytes, at: index) ? .table : []
    case UInt8(ascii: ":"):
      let next = byte(1)
      if next == UInt8(ascii: "/"), byte(2) == UInt8(ascii: "/") { return .address }
      var found: Triggers = isBesideDash(bytes, at: index) ? .table : []
      if next.isAlphanumeric || "+-".utf8.contains(next) { found.insert(.shortcode) }
      return found
    default:  // `[`
      switch byte(1) {
      case UInt8(ascii: "^"): return .footnote
      case UInt8(ascii: "!"): return .alert
      case UInt8(ascii: " "), UInt8(ascii: "x"), UInt8(ascii: "X"):
        return byte(2) == UInt8(ascii: "]") ? .taskBox : []
      default: return []
      }
    }
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

extension UInt8 {
  /// Whether it is one of `` $ . : @ [ ` { | ~ ``, a bit for each byte of ASCII.
  fileprivate var mayTrigger: Bool {
    let low: UInt64 = 1 << 36 | 1 << 46 | 1 << 58
    let high: UInt64 = 1 << 0 | 1 << 27 | 1 << 32 | 1 << 59 | 1 << 60 | 1 << 62
    let mask = self < 64 ? low : high
    return self < 128 && mask >> UInt64(self & 63) & 1 == 1
  }
}
