/// Reads HTML and XML, and in HTML what `script` and `style` hold.
struct MarkupLexer: CodeReading {
  let bytes: [UInt8]
  var position: Int
  let end: Int
  var tokens: CodeTokens
  private let isHTML: Bool
  private var noTemplateBefore = 0

  init(_ bytes: [UInt8], _ part: Range<Int>, isHTML: Bool) {
    self.bytes = bytes
    position = part.lowerBound
    end = part.upperBound
    tokens = CodeTokens(size: part.count)
    self.isHTML = isHTML
  }

  mutating func read() {
    while position < end {
      switch bytes[position] {
      case 0x3C: readAngle()
      case 0x26: readEntity()
      case 0x7B where isHTML:
        if let close = templateEnd(at: position, noneBefore: &noTemplateBefore) {
          mark(position..<close, .variable)
          position = close
        } else {
          position += 1
        }
      default: position += 1
      }
    }
  }

  private mutating func readAngle() {
    let start = position
    if starts(with: "<!--", at: start) {
      position += 4
      skip(behind: "-->")
      mark(start, .comment)
    } else if starts(with: "<![CDATA", at: start) {
      position += 8
      if next == 0x5B { position += 1 }
      mark(start, .comment)
    } else if byte(start + 1) == 0x3F {
      skip(behind: "?>")
      mark(start, .comment)
    } else if byte(start + 1) == 0x21 {
      skip(behind: ">")
      mark(start, .comment)
    } else {
      position += 1
      let isClosing = next == 0x2F
      if isClosing { position += 1 }
      guard next | 0x20 &- 0x61 < 26 || next >= 0x80 || next == 0x5F else { return }
      readTag(isClosing: isClosing)
    }
  }

  /// Goes behind the next such mark, or to the end.
  private mutating func skip(behind text: StaticText) {
    while position < end, !starts(with: text, at: position) { position += 1 }
    position = min(position + text.count, end)
  }

  private mutating func readTag(isClosing: Bool) {
    let name = position
    while position < end, isNamePart(bytes[position]) { position += 1 }
    mark(name, .keyword)
    let language = isClosing || !isHTML ? nil : embedded(name..<position)
    while position < end {
      let start = position
      switch bytes[start] {
      case 0x3E:
        position += 1
        if let language { readEmbedded(language) }
        return
      case 0x3C: return
      case 0x22, 0x27:
        position += 1
        while position < end, bytes[position] != bytes[start] { position += 1 }
        position = min(position + 1, end)
        mark(start, .string)
      case 0x3D:
        position += 1
        while next.isBlank || next == 0x0A { position += 1 }
        let value = position
        guard next != 0x22, next != 0x27 else { break }
        while position < end, !next.isBlank, next != 0x0A, next != 0x3E { position += 1 }
        mark(value, .string)
      case 0x20, 0x09, 0x0A, 0x0D, 0x2F: position += 1
      default:
        while position < end, !endsAttribute(bytes[position]) { position += 1 }
        mark(start, .key)
      }
    }
  }

  private func isNamePart(_ byte: UInt8) -> Bool {
    byte.isNamePart || byte == 0x2D || byte == 0x3A || byte == 0x2E
  }

  private func endsAttribute(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D, 0x22, 0x27, 0x2F, 0x3C, 0x3D, 0x3E: true
    default: false
    }
  }

  /// The language within an element that holds no markup.
  private func embedded(_ name: Range<Int>) -> CodeLanguage? {
    let folded = name.count == 5 || name.count == 6 ? name.map { bytes[$0] | 0x20 } : []
    if folded == Array("script".utf8) { return .javaScript }
    return folded == Array("style".utf8) ? .css : nil
  }

  private mutating func readEmbedded(_ language: CodeLanguage) {
    let start = position
    let length = language == .css ? 5 : 6
    while position < end {
      // `</s` and the length tell the two elements apart well enough for colours.
      if bytes[position] == 0x3C, byte(position + 1) == 0x2F, byte(position + 2) | 0x20 == 0x73,
        !isNamePart(byte(position + 2 + length))
      {
        break
      }
      position += 1
    }
    tokens.append(contentsOf: language.tokens(of: bytes, start..<position))
  }

  /// `&name;` or `&#1;`; the longest name of HTML has 31 letters.
  private mutating func readEntity() {
    let start = position
    position += 1
    let last = min(end, start + 34)
    while position < last, bytes[position].isNamePart || bytes[position] == 0x23 { position += 1 }
    guard position > start + 1, next == 0x3B else { return }
    position += 1
    mark(start, .number)
  }
}
