/// Finds formulas in running text: `$x$`, `` $`x`$ `` and `$$x$$`.
///
/// Notes are full of shell variables and prices, so a dollar sign must look like mathematics: an
/// opening one has no letter or digit before it and no blank after it; a closing one has no blank
/// before it and after it nothing that a variable's name begins with. The next dollar sign after an
/// opening one closes it or nothing does, and no code stands between them.
struct DollarScanner {
  struct Span {
    var range: Range<Int>
    /// How many bytes mark either end.
    var markLength: Int
    var isDisplay: Bool

    func tex(in text: [UInt8]) -> String {
      text[range.lowerBound + markLength..<range.upperBound - markLength].text
    }
  }

  /// Whether a search came to the end of the text, so that every later one will.
  private var endsWithoutDisplay = false
  private var endsWithoutCode = false

  mutating func span(in text: [UInt8], at start: Int) -> Span? {
    func byte(_ index: Int) -> UInt8 { text.indices.contains(index) ? text[index] : 0 }
    guard !byte(start - 1).isAlphanumeric, byte(start - 1) != UInt8(ascii: "$") else { return nil }
    switch byte(start + 1) {
    case UInt8(ascii: "$"): return display(in: text, at: start)
    case UInt8(ascii: "`"): return code(in: text, at: start)
    case 0: return nil
    case let next where next.isSpace: return nil
    default: break
    }
    var end = start + 1
    while end < text.count, text[end] != UInt8(ascii: "$") {
      guard text[end] != UInt8(ascii: "`") else { return nil }
      end += text[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard end < text.count, !byte(end - 1).isSpace, !byte(end + 1).isAlphanumeric,
      !"{($_".utf8.contains(byte(end + 1))
    else { return nil }
    return Span(range: start..<end + 1, markLength: 1, isDisplay: false)
  }

  private mutating func display(in text: [UInt8], at start: Int) -> Span? {
    guard !endsWithoutDisplay else { return nil }
    var end = start + 2
    while end + 1 < text.count, text[end] != UInt8(ascii: "$") || text[end + 1] != UInt8(ascii: "$")
    {
      end += text[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard end + 1 < text.count else {
      endsWithoutDisplay = true
      return nil
    }
    let isEmpty = text[(start + 2)..<end].allSatisfy(\.isSpace)
    return isEmpty ? nil : Span(range: start..<end + 2, markLength: 2, isDisplay: true)
  }

  private mutating func code(in text: [UInt8], at start: Int) -> Span? {
    guard !endsWithoutCode else { return nil }
    var end = start + 2
    while end + 1 < text.count, text[end] != UInt8(ascii: "`") || text[end + 1] != UInt8(ascii: "$")
    {
      end += 1
    }
    guard end + 1 < text.count else {
      endsWithoutCode = true
      return nil
    }
    return end == start + 2 ? nil : Span(range: start..<end + 2, markLength: 2, isDisplay: false)
  }
}
