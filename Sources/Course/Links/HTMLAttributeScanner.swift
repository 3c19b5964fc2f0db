internal import Markdown

/// An attribute of raw HTML that holds an address or a name.
struct HTMLAttribute: Equatable {
  /// Lowercase.
  var tag: String
  /// Lowercase.
  var name: String
  /// With entities resolved.
  var value: String
  /// The bytes of the value as it is written, without quotes, in the text that was scanned.
  var range: Range<Int>
}

/// Goes through raw HTML for attributes, in linear time whatever the text is.
///
/// It reads tags as the HTML standard's tokenizer does (section 13.2.5), and skips comments and what
/// stands in `script` and `style`.
struct HTMLAttributeScanner {
  private let bytes: [UInt8]
  private var offset = 0
  private var result: [HTMLAttribute] = []

  private static let names: Set = ["href", "src", "poster", "id", "name", "srcset", "data"]

  static func attributes(in html: String) -> [HTMLAttribute] {
    guard html.utf8.contains(UInt8(ascii: "=")) else { return [] }
    var scanner = HTMLAttributeScanner(bytes: Array(html.utf8))
    while scanner.scanTag() {}
    return scanner.result
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// - Returns: whether there may be another tag behind it.
  private mutating func scanTag() -> Bool {
    guard let open = bytes[offset...].firstIndex(of: UInt8(ascii: "<")) else { return false }
    offset = open + 1
    if starts(with: "!--") { return skip(past: "-->") }
    let tag = word()
    guard !tag.isEmpty else { return true }
    while true {
      skipBlanks()
      guard offset < bytes.count else { return false }
      if bytes[offset] == UInt8(ascii: ">") { break }
      let start = offset
      let name = word()
      skipBlanks()
      if offset < bytes.count, bytes[offset] == UInt8(ascii: "=") {
        offset += 1
        skipBlanks()
        guard let range = value() else { return false }
        if Self.names.contains(name) { add(tag: tag, name: name, range) }
      }
      if offset == start { offset += 1 }
    }
    return tag == "script" || tag == "style" ? skip(past: "</\(tag)") : true
  }

  private mutating func add(tag: String, name: String, _ range: Range<Int>) {
    // The data of any other element is no address.
    if name == "data", tag != "object" { return }
    for range in name == "srcset" ? candidates(in: range) : [range] {
      let text = String(decoding: bytes[range], as: UTF8.self)
      result.append(
        HTMLAttribute(tag: tag, name: name, value: HTMLEntities.resolved(text), range: range))
    }
  }

  /// The addresses of a list of images with their sizes (HTML, section 4.8.4.2.1).
  private func candidates(in range: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let rest = bytes[index..<range.upperBound].drop { $0 <= 0x20 || $0 == UInt8(ascii: ",") }
      let address = rest.prefix { $0 > 0x20 }
      // A comma right behind an address ends it; one within is part of it.
      let length = (address.lastIndex { $0 != UInt8(ascii: ",") } ?? rest.startIndex - 1) + 1
      if length > rest.startIndex { result.append(rest.startIndex..<length) }
      index = address.endIndex
      guard length == index else { continue }
      index = bytes[index..<range.upperBound].firstIndex(of: UInt8(ascii: ",")) ?? range.upperBound
    }
    return result
  }

  private func starts(with text: String) -> Bool { bytes[offset...].starts(with: text.utf8) }

  private mutating func skip(past text: String) -> Bool {
    while offset < bytes.count {
      if starts(with: text) {
        offset += text.utf8.count
        return true
      }
      offset += 1
    }
    return false
  }

  private mutating func skipBlanks() {
    while offset < bytes.count, bytes[offset] <= 0x20 { offset += 1 }
  }

  /// The name of a tag or an attribute in lowercase.
  private mutating func word() -> String {
    let start = offset
    while offset < bytes.count, bytes[offset] > 0x20, !"=/>\"'<".utf8.contains(bytes[offset]) {
      offset += 1
    }
    return String(decoding: bytes[start..<offset], as: UTF8.self).lowercased()
  }

  /// The place of a value; `nil` where its quote is never closed.
  private mutating func value() -> Range<Int>? {
    guard offset < bytes.count else { return nil }
    let quote = bytes[offset]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      guard let end = bytes[(offset + 1)...].firstIndex(of: quote) else { return nil }
      defer { offset = end + 1 }
      return offset + 1..<end
    }
    let start = offset
    while offset < bytes.count, bytes[offset] > 0x20, bytes[offset] != UInt8(ascii: ">") {
      offset += 1
    }
    return start..<offset
  }
}
