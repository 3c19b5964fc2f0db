/// Goes through running text once and finds formulas, addresses, references to notes, shortcodes and
/// a heading's own id, where they are not within code, raw HTML, links' addresses or behind a
/// backslash.
struct InlineScanner {
  let text: [UInt8]
  let triggers: Triggers
  private let notes: [String: Int]
  private let isHeading: Bool
  private var found: [InlineSpan] = []
  private var index = 0
  /// How many brackets are open; within brackets an address is not a link of its own.
  private var brackets = 0
  private lazy var codeRuns = CodeRuns(in: text)
  private var angles: AngleScanner
  private var dollars = DollarScanner()

  init(_ text: [UInt8], triggers: Triggers, notes: [String: Int], isHeading: Bool) {
    self.text = text
    self.triggers = triggers
    self.notes = notes
    self.isHeading = isHeading
    angles = AngleScanner(text)
  }

  mutating func spans() -> [InlineSpan] {
    while index < text.count { step() }
    return found
  }

  /// Reads what begins at `index` and goes beyond it.
  private mutating func step() {
    switch text[index] {
    case UInt8(ascii: "\\"): readEscape()
    case UInt8(ascii: "`"): index = codeRuns.end(ofRunAt: index, in: text)
    case UInt8(ascii: "<"): index = angles.end(at: index) ?? index + 1
    case UInt8(ascii: "["): readBracket()
    case UInt8(ascii: "]"): readClosingBracket()
    case UInt8(ascii: "&"): readEntity()
    case UInt8(ascii: "$") where triggers.contains(.dollar):
      if let math = dollars.span(in: text, at: index) {
        take(math)
      } else {
        skip(UInt8(ascii: "$"))
      }
    case UInt8(ascii: ":"): readColon()
    case UInt8(ascii: "w") where triggers.contains(.address) && brackets == 0:
      if let end = BareLink.endOfHost(text, at: index) {
        let address = text[index..<end].text
        take(index..<end, .link(destination: "http://" + address, text: address))
      } else {
        index += 1
      }
    case UInt8(ascii: "{") where triggers.contains(.headingID) && isHeading:
      if let (range, id) = HeadingID.span(in: text, at: index) {
        take(range, .headingID(id))
      } else {
        index += 1
      }
    default: index += 1
    }
  }

  private mutating func take(_ range: Range<Int>, _ meaning: InlineSpan.Meaning) {
    found.append(InlineSpan(range: range, meaning: meaning))
    index = range.upperBound
  }

  private mutating func take(_ math: DollarScanner.Span) {
    take(math.range, .math(tex: math.tex(in: text), isDisplay: math.isDisplay))
  }

  private mutating func skip(_ byte: UInt8) {
    while index < text.count, text[index] == byte { index += 1 }
  }

  private func byte(_ index: Int) -> UInt8 { index < text.count ? text[index] : 0 }

  private mutating func readEscape() {
    if byte(index + 1) == UInt8(ascii: "~"), triggers.contains(.tilde) {
      take(index..<index + 2, .text("~"))
    } else {
      index += byte(index + 1).isPunctuation ? 2 : 1
    }
  }

  /// A tilde that is written as an entity strikes nothing through.
  private mutating func readEntity() {
    guard triggers.contains(.tilde), byte(index + 1) == UInt8(ascii: "#"),
      let end = text[index...].prefix(12).firstIndex(of: UInt8(ascii: ";"))
    else {
      index += 1
      return
    }
    let digits = text[(index + 2)..<max(end, index + 2)].text
    let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
    let value = isHexadecimal ? Int(digits.dropFirst(), radix: 16) : Int(digits)
    if value == 0x7E { take(index..<end + 1, .text("~")) } else { index += 1 }
  }

  private mutating func readBracket() {
    if triggers.contains(.reference), byte(index + 1) == UInt8(ascii: "^") {
      let label = text[(index + 2)...].prefix { $0 != UInt8(ascii: "]") && !$0.isSpace }
      if let note = notes[FootnoteDefinition.key(label.text)],
        byte(label.endIndex) == UInt8(ascii: "]"),
        LinkSyntax.endOfTail(text, at: label.endIndex + 1) == nil
      {
        return take(index..<label.endIndex + 1, .footnote(note))
      }
    }
    brackets += 1
    index += 1
  }

  /// Goes beyond what belongs to a link after its text.
  private mutating func readClosingBracket() {
    index += 1
    guard brackets > 0 else { return }
    brackets -= 1
    if let end = LinkSyntax.endOfTail(text, at: index) {
      index = end
    } else if byte(index) == UInt8(ascii: "["), byte(index + 1) != UInt8(ascii: "^"),
      let end = LinkSyntax.endOfLabel(text, at: index)
    {
      index = end
    }
  }

  private mutating func readColon() {
    let isFree = (found.last?.range.upperBound ?? 0) <= index
    if triggers.contains(.address), brackets == 0, isFree,
      let range = BareLink.span(text, colon: index, after: found.last?.range.upperBound ?? 0)
    {
      take(range, .link(destination: text[range].text, text: text[range].text))
    } else if triggers.contains(.shortcode), let (range, emoji) = Emoji.span(in: text, at: index) {
      take(range, .text(emoji))
    } else {
      index += 1
    }
  }
}
