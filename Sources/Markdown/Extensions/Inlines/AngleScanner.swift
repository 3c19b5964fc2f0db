/// Where what begins with `<` ends: an address between angle brackets or raw HTML
/// (CommonMark 0.30 sections 6.5 and 6.6).
struct AngleScanner {
  private let text: [UInt8]
  /// Where the last `>` stands; nothing can end after it.
  private let lastEnd: Int
  /// Whether a search for the end of these came to the end of the text.
  private var endsWithoutInstruction = false
  private var endsWithoutData = false

  init(_ text: [UInt8]) {
    self.text = text
    lastEnd = text.lastIndex(of: UInt8(ascii: ">")) ?? -1
  }

  mutating func end(at start: Int) -> Int? {
    guard start < lastEnd else { return nil }
    switch text[start + 1] {
    case UInt8(ascii: "?"):
      return end(of: "?>", from: start + 2, isHopeless: &endsWithoutInstruction)
    case UInt8(ascii: "!"): return endOfDeclaration(start)
    default: return Self.endOfAddress(text, at: start) ?? Self.tagEnd(text, at: start)
    }
  }

  private mutating func endOfDeclaration(_ start: Int) -> Int? {
    let rest = text[(start + 2)...]
    if rest.starts(with: "--".utf8) {
      let content = rest.dropFirst(2)
      guard content.first != UInt8(ascii: ">"), !content.starts(with: "->".utf8) else { return nil }
      var index = content.startIndex
      while index + 2 < text.count {
        if text[index] == UInt8(ascii: "-"), text[index + 1] == UInt8(ascii: "-") {
          return text[index + 2] == UInt8(ascii: ">") ? index + 3 : nil
        }
        index += 1
      }
      return nil
    }
    if rest.starts(with: "[CDATA[".utf8) {
      return end(of: "]]>", from: start + 9, isHopeless: &endsWithoutData)
    }
    guard rest.first?.isLetter ?? false else { return nil }
    return rest.firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
  }

  private func end(of closing: String, from start: Int, isHopeless: inout Bool) -> Int? {
    guard !isHopeless else { return nil }
    var index = start
    while index < text.count {
      if text[index] == closing.utf8.first, text[index...].starts(with: closing.utf8) {
        return index + closing.utf8.count
      }
      index += 1
    }
    isHopeless = true
    return nil
  }

  /// `<scheme:address>` and `<name@host>`.
  private static func endOfAddress(_ text: [UInt8], at start: Int) -> Int? {
    let content = text[(start + 1)...].prefix {
      $0 > 0x20 && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">")
    }
    guard content.endIndex < text.count, text[content.endIndex] == UInt8(ascii: ">") else {
      return nil
    }
    let scheme = content.prefix { $0.isAlphanumeric || "+.-".utf8.contains($0) }
    let isLink =
      (2...32).contains(scheme.count) && scheme.first?.isLetter ?? false
      && text[scheme.endIndex] == UInt8(ascii: ":")
    let isEmail =
      content.contains(UInt8(ascii: "@"))
      && content.allSatisfy { $0.isAlphanumeric || ".!#$%&'*+/=?^_`{|}~-@".utf8.contains($0) }
    return isLink || isEmail ? content.endIndex + 1 : nil
  }

  /// An opening or closing tag.
  static func tagEnd(_ text: [UInt8], at start: Int) -> Int? {
    func byte(_ index: Int) -> UInt8 { index < text.count ? text[index] : 0 }
    func skip(_ index: inout Int, while matches: (UInt8) -> Bool) {
      while index < text.count, matches(text[index]) { index += 1 }
    }
    var index = start + 1
    let isClosing = byte(index) == UInt8(ascii: "/")
    if isClosing { index += 1 }
    guard byte(index).isLetter else { return nil }
    skip(&index) { $0.isAlphanumeric || $0 == UInt8(ascii: "-") }
    while true {
      let before = index
      skip(&index, while: \.isSpace)
      if byte(index) == UInt8(ascii: ">") { return index + 1 }
      guard !isClosing else { return nil }
      if byte(index) == UInt8(ascii: "/") {
        return byte(index + 1) == UInt8(ascii: ">") ? index + 2 : nil
      }
      guard index > before, byte(index).isLetter || "_:".utf8.contains(byte(index)) else {
        return nil
      }
      skip(&index) { $0.isAlphanumeric || "_.:-".utf8.contains($0) }
      var value = index
      skip(&value, while: \.isSpace)
      guard byte(value) == UInt8(ascii: "=") else { continue }
      index = value + 1
      skip(&index, while: \.isSpace)
      let quote = byte(index)
      let begin = index
      if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        index += 1
        skip(&index) { $0 != quote }
        guard index < text.count else { return nil }
        index += 1
      } else {
        skip(&index) { !$0.isSpace && !"\"'=<>`".utf8.contains($0) }
        guard index > begin else { return nil }
      }
    }
  }
}
