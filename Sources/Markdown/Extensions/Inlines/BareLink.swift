/// Addresses that stand in the text as they are, GFM 0.29 section 6.9 as cmark-gfm reads it.
enum BareLink {
  /// The end of an address that begins with `www.`, which must stand after a space or one of `*_~(`.
  static func endOfHost(_ text: [UInt8], at start: Int) -> Int? {
    guard text[start...].starts(with: "www.".utf8) else { return nil }
    if start > 0, !text[start - 1].isSpace, !"*_~(".utf8.contains(text[start - 1]) { return nil }
    guard let domain = endOfDomain(text, at: start, needsDot: true) else { return nil }
    return trimmedEnd(text, from: start, domain: domain)
  }

  /// The address whose scheme ends with the colon at an index.
  ///
  /// - Parameter after: an index that it must not reach back beyond.
  static func span(_ text: [UInt8], colon: Int, after: Int) -> Range<Int>? {
    let host = colon + 3
    guard text[colon...].starts(with: "://".utf8), host < text.count else { return nil }
    var start = colon
    while start > after, text[start - 1].isLetter, colon - start < 6 { start -= 1 }
    let scheme = String(decoding: text[start..<colon], as: UTF8.self).lowercased()
    guard ["http", "https", "ftp"].contains(scheme), isHostByte(text, at: host),
      let domain = endOfDomain(text, at: host, needsDot: false)
    else { return nil }
    return start..<trimmedEnd(text, from: start, domain: domain)
  }

  /// Letters, digits, hyphens and underscores between dots, without underscores in the last two
  /// segments.
  private static func endOfDomain(_ text: [UInt8], at start: Int, needsDot: Bool) -> Int? {
    var dots = 0
    var underscores = (before: 0, last: 0)
    var index = start + 1
    // A domain name has at most 253 characters (RFC 1035); the limit also keeps the time linear. As
    // in cmark-gfm the text's last byte does not matter.
    while index < min(text.count - 1, start + 1024) {
      switch text[index] {
      case UInt8(ascii: "_"): underscores.last += 1
      case UInt8(ascii: "."):
        underscores = (underscores.last, 0)
        dots += 1
      case UInt8(ascii: "-"): break
      case _ where isHostByte(text, at: index): break
      default: return end(index)
      }
      index += 1
    }
    return end(index)

    func end(_ index: Int) -> Int? {
      let isValid = underscores.before == 0 && underscores.last == 0 && (dots > 0 || !needsDot)
      return isValid ? index : nil
    }
  }

  /// Whether a byte belongs to a character that is neither space nor punctuation.
  private static func isHostByte(_ text: [UInt8], at index: Int) -> Bool {
    let byte = text[index]
    if byte < 0x80 { return byte > 0x20 && byte < 0x7F && !byte.isPunctuation }
    if byte & 0xC0 == 0x80 { return true }
    let scalar = text[index...].prefix(4).text.unicodeScalars.first
    return scalar.map { !$0.isMarkdownSpace && !$0.isMarkdownPunctuation } ?? false
  }

  /// Where an address ends that goes on to the next space or `<`: before punctuation, before an
  /// entity, and before closing parentheses that have no opening ones.
  private static func trimmedEnd(_ text: [UInt8], from start: Int, domain: Int) -> Int {
    var end = domain
    while end < text.count, !text[end].isSpace, text[end] != UInt8(ascii: "<") { end += 1 }
    var unmatched = text[start..<end].reduce(0) { count, byte in
      byte == UInt8(ascii: ")") ? count + 1 : byte == UInt8(ascii: "(") ? count - 1 : count
    }
    while end > start {
      let last = text[end - 1]
      if "?!.,:*_~'\"".utf8.contains(last) {
        end -= 1
      } else if last == UInt8(ascii: ";") {
        var name = end - 2
        while name > start, text[name].isLetter { name -= 1 }
        end = name < end - 2 && text[name] == UInt8(ascii: "&") ? name : end - 1
      } else if last == UInt8(ascii: ")"), unmatched > 0 {
        unmatched -= 1
        end -= 1
      } else {
        break
      }
    }
    return end
  }
}
