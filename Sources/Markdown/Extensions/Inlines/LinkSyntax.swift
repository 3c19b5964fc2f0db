/// Where the parts of links end that are not running text.
enum LinkSyntax {
  /// The end of `(address "title")` (CommonMark 0.30 section 6.3).
  static func endOfTail(_ text: [UInt8], at start: Int) -> Int? {
    guard start < text.count, text[start] == UInt8(ascii: "(") else { return nil }
    var index = skipSpace(text, start + 1)
    if index < text.count, text[index] == UInt8(ascii: ")") { return index + 1 }
    guard let address = endOfAddress(text, at: index) else { return nil }
    index = skipSpace(text, address)
    if index > address, let title = endOfTitle(text, at: index) { index = skipSpace(text, title) }
    return index < text.count && text[index] == UInt8(ascii: ")") ? index + 1 : nil
  }

  /// The end of `[label]`, of 999 characters at most.
  static func endOfLabel(_ text: [UInt8], at start: Int) -> Int? {
    var index = start + 1
    while index < min(text.count, start + 1000) {
      switch text[index] {
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "["): return nil
      case UInt8(ascii: "]"): return index + 1
      default: index += 1
      }
    }
    return nil
  }

  /// Where a paragraph's text begins after the link reference definitions it begins with
  /// (CommonMark 0.30 section 4.7).
  static func endOfDefinitions(_ text: [UInt8]) -> Int {
    var end = 0
    while end < text.count, text[end] == UInt8(ascii: "["),
      let definition = endOfDefinition(text, at: end)
    {
      end = definition
    }
    return end
  }

  private static func endOfDefinition(_ text: [UInt8], at start: Int) -> Int? {
    guard let label = endOfLabel(text, at: start), label < text.count,
      text[label] == UInt8(ascii: ":"), label > start + 2
    else { return nil }
    guard let address = endOfAddress(text, at: skipSpace(text, label + 1)) else { return nil }
    let index = skipSpace(text, address)
    if index > address, let title = endOfTitle(text, at: index),
      let end = endOfLine(text, at: title)
    {
      return end
    }
    return endOfLine(text, at: address)
  }

  private static func endOfAddress(_ text: [UInt8], at start: Int) -> Int? {
    guard start < text.count else { return nil }
    var index = start
    if text[start] == UInt8(ascii: "<") {
      index += 1
      while index < text.count {
        switch text[index] {
        case UInt8(ascii: "\\"): index += 2
        case UInt8(ascii: ">"): return index + 1
        case UInt8(ascii: "<"), UInt8(ascii: "\n"): return nil
        default: index += 1
        }
      }
      return nil
    }
    var depth = 0
    loop: while index < text.count {
      switch text[index] {
      case UInt8(ascii: "\\") where index + 1 < text.count && text[index + 1].isPunctuation:
        index += 1
      case UInt8(ascii: "("):
        depth += 1
        // libcmark's own limit.
        if depth > 32 { return nil }
      case UInt8(ascii: ")"):
        if depth == 0 { break loop }
        depth -= 1
      case 0...0x20, 0x7F: break loop
      default: break
      }
      index += 1
    }
    return index > start && depth == 0 ? index : nil
  }

  private static func endOfTitle(_ text: [UInt8], at start: Int) -> Int? {
    guard start < text.count else { return nil }
    let closing: UInt8
    switch text[start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): closing = text[start]
    case UInt8(ascii: "("): closing = UInt8(ascii: ")")
    default: return nil
    }
    var index = start + 1
    while index < text.count {
      switch text[index] {
      case closing: return index + 1
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "(") where closing == UInt8(ascii: ")"): return nil
      default: index += 1
      }
    }
    return nil
  }

  private static func skipSpace(_ text: [UInt8], _ start: Int) -> Int {
    var index = start
    while index < text.count, text[index].isSpace { index += 1 }
    return index
  }

  /// The start of the next line when nothing but blanks stands before it.
  private static func endOfLine(_ text: [UInt8], at start: Int) -> Int? {
    let rest = text[min(start, text.count)...].drop(while: \.isSpaceOrTab)
    guard let first = rest.first else { return text.count }
    return first == UInt8(ascii: "\n") ? rest.startIndex + 1 : nil
  }
}
