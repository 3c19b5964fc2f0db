internal import Markdown

/// A paragraph as rules read it.
///
/// Most paragraphs stand before no block of code, so that nothing is made of them before it is asked
/// for.
final class Prose {
  private let inlines: [Inline]
  /// The number of the list item that the paragraph begins.
  var itemNumber: String?

  /// The byte that it begins with, by which most paragraphs are told from what a rule looks for.
  let firstByte: UInt8?

  init(_ inlines: [Inline]) {
    self.inlines = inlines
    firstByte = Self.firstByte(of: inlines)
  }

  /// What a reader sees.
  lazy var text = inlines.plainText.trimmed

  /// The number it begins with, such as `4.1`, or that of its list item.
  var number: String? { name.number ?? itemNumber }

  /// The text as the name of a step.
  lazy var name = StepName(text)

  /// The text in lowercase, each piece of inline code between backquotes.
  lazy var marked: String = {
    var bytes: [UInt8] = []
    // Most paragraphs are shorter.
    bytes.reserveCapacity(256)
    Self.append(inlines, to: &bytes)
    return String(inLowercase: bytes).replacingNoBreakSpaces
  }()

  /// Whether ``marked`` may begin with one of the phrases, as far as its first byte tells.
  func mayBegin(with phrases: Phrases) -> Bool {
    guard let firstByte else { return true }
    return phrases.canBegin(firstByte.inLowercase)
  }

  /// Whether it is an attribute of the block above it, as Kramdown has them: `{: .output}`.
  var isAttribute: Bool {
    firstByte == ShellByte.openBrace && text.hasPrefix("{: .")
  }

  /// Whether it begins with a colon, as the mark of a division does.
  var beginsWithColon: Bool { firstByte == UInt8(ascii: ":") }

  /// Whether ``marked`` is one of the names, each of which is a word or two.
  func isMarked(as names: NameSet) -> Bool { inlines.count < 4 && names.contains(marked) }

  /// The pieces of inline code, as they are written.
  lazy var codes: [String] = {
    var codes: [String] = []
    Self.collectCodes(inlines, &codes)
    return codes
  }()

  /// The sentences of ``marked``; a point within a name ends none.
  lazy var sentences: [String] = {
    let text = marked
    let bytes = text.utf8Span.span
    var sentences: [String] = []
    var start = text.startIndex
    var last = 0
    for offset in bytes.indices.dropFirst()
    where bytes[offset] == 0x20 && bytes[offset - 1].endsSentence {
      let end = text.utf8.index(start, offsetBy: offset - last)
      sentences.append(String(text[start..<end]))
      start = text.utf8.index(after: end)
      last = offset + 1
    }
    // Most texts are one sentence.
    if last == 0 { return text.isEmpty ? [] : [text] }
    if last < bytes.count { sentences.append(String(text[start...])) }
    return sentences
  }()

  static func firstByte(of inlines: [Inline]) -> UInt8? {
    // A loop over the array itself would copy each piece.
    let inlines = inlines.span
    for index in inlines.indices {
      switch inlines[index].content {
      case .text(let text), .math(let text, _), .abbreviation(let text, _):
        if let first = text.utf8.first { return first }
      case .code: return UInt8(ascii: "`")
      case .softBreak, .lineBreak: return 0x20
      case .html, .image, .footnoteReference: break
      case .emphasis, .strong, .strikethrough, .link:
        if let first = firstByte(of: inlines[index].children) { return first }
      }
    }
    return nil
  }

  private static func append(_ inlines: [Inline], to text: inout [UInt8]) {
    let inlines = inlines.span
    for index in inlines.indices {
      switch inlines[index].content {
      case .text(let more), .math(let more, _), .abbreviation(let more, _): text += more.utf8
      case .code(let code):
        text.append(ShellByte.backquote)
        text += code.utf8
        text.append(ShellByte.backquote)
      case .softBreak, .lineBreak: text.append(0x20)
      case .html, .image, .footnoteReference: break
      case .emphasis, .strong, .strikethrough, .link: append(inlines[index].children, to: &text)
      }
    }
  }

  private static func collectCodes(_ inlines: [Inline], _ codes: inout [String]) {
    let inlines = inlines.span
    for index in inlines.indices {
      switch inlines[index].content {
      case .code(let code): codes.append(code)
      case .emphasis, .strong, .strikethrough, .link:
        collectCodes(inlines[index].children, &codes)
      case .text, .softBreak, .lineBreak, .math, .abbreviation, .html, .image, .footnoteReference:
        break
      }
    }
  }
}

extension UInt8 {
  fileprivate var endsSentence: Bool {
    self == UInt8(ascii: ".") || self == UInt8(ascii: "!") || self == UInt8(ascii: "?")
  }
}

extension String {
  /// With blanks for no-break spaces, which pages copied from elsewhere have between words.
  fileprivate var replacingNoBreakSpaces: String {
    guard contains(byte: 0xA0), contains(ascii: "\u{A0}") else { return self }
    return String(map { $0 == "\u{A0}" ? " " : $0 })
  }
}
