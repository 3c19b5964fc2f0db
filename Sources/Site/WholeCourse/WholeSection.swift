internal import Markdown

/// Writes a page's content anew as a section of the whole course.
///
/// It reads tags as the HTML standard's tokenizer does and changes values of attributes and the levels
/// of headings only. Ids get the id of the section in front; what names an id does too.
struct WholeSection {
  private let body: [UInt8]
  /// The page's, percent-encoded, with a slash at its end; empty for the site's own.
  private let folder: [UInt8]
  private let id: String
  /// In front of ids.
  private let prefix: [UInt8]
  private let target: (String) -> String?
  private var output: [UInt8] = []
  private var index = 0
  /// How much of the body is written.
  private var done = 0

  init(_ body: [UInt8], folder: String, id: String, target: @escaping (String) -> String?) {
    self.body = body
    self.folder = Array(folder.utf8)
    self.id = id
    prefix = Array("\(id):".utf8)
    self.target = target
    output.reserveCapacity(body.count + body.count / 8 + 64)
  }

  mutating func written() -> [UInt8] {
    output.append(html: "<section class=\"whole-page\" id=\"\(id)\">\n")
    while true {
      skip { $0 != UInt8(ascii: "<") }
      guard index < body.count else { break }
      index += 1
      readTag()
    }
    copy(to: body.count)
    output.append(html: "</section>\n")
    return output
  }

  private mutating func copy(to end: Int) {
    output += body[done..<end]
    done = end
  }

  /// Goes on to the first byte that is no such one.
  @inline(__always)
  private mutating func skip(_ isSuch: (UInt8) -> Bool) {
    let body = body
    let bytes = body.span
    var place = index
    while place < bytes.count, isSuch(bytes[place]) { place += 1 }
    index = place
  }

  private mutating func readTag() {
    lowerHeading()
    guard index < body.count, body[index].isASCIILetter else {
      if index < body.count, body[index] == UInt8(ascii: "!"), starts("!--") { skip(past: "-->") }
      return
    }
    let tag = name()
    while true {
      skip { $0 <= 0x20 || $0 == UInt8(ascii: "/") }
      guard index < body.count, body[index] != UInt8(ascii: ">") else { break }
      let start = index
      let attribute = name()
      skip { $0 <= 0x20 }
      if index < body.count, body[index] == UInt8(ascii: "=") {
        index += 1
        readValue(of: attribute, tag: tag)
      }
      if index == start { index += 1 }
    }
    if tag == .script { skip(past: "</script") }
    if tag == .style { skip(past: "</style") }
  }

  /// Headings stand a level lower than on their page, as the course's title is above them all.
  private mutating func lowerHeading() {
    var place = index
    if place < body.count, body[place] == UInt8(ascii: "/") { place += 1 }
    guard place + 2 < body.count, body[place] | 0x20 == UInt8(ascii: "h"),
      (UInt8(ascii: "1")...UInt8(ascii: "5")).contains(body[place + 1]),
      body[place + 2] <= 0x20 || body[place + 2] == UInt8(ascii: ">")
    else { return }
    copy(to: place + 1)
    output.append(body[place + 1] + 1)
    done = place + 2
  }

  private mutating func name() -> Name {
    let start = index
    skip { $0 > 0x20 && !$0.endsName }
    return Name(body, start..<index)
  }

  private mutating func readValue(of attribute: Name, tag: Name) {
    skip { $0 <= 0x20 }
    guard index < body.count else { return }
    let range: Range<Int>
    let quote = body[index]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      index += 1
      let start = index
      skip { $0 != quote }
      guard index < body.count else { return }
      range = start..<index
      index += 1
    } else {
      let start = index
      skip { $0 > 0x20 && $0 != UInt8(ascii: ">") }
      range = start..<index
    }
    if !range.isEmpty { change(range, of: attribute, tag: tag) }
  }

  private mutating func change(_ range: Range<Int>, of attribute: Name, tag: Name) {
    switch attribute {
    case .class: break
    case .id: insertPrefix(at: range.lowerBound)
    case .href, .src, .poster: rewrite(range)
    case .data where tag == .object: rewrite(range)
    case .srcset: rewriteSet(range)
    case .name where tag == .a: insertPrefix(at: range.lowerBound)
    case .for, .headers, .list: insertPrefixes(range)
    case .long:
      if Name.references.contains(where: { attribute.matches($0, in: body) }) {
        insertPrefixes(range)
      } else if attribute.matches("xlink:href", in: body) {
        rewrite(range)
      }
    default: break
    }
    if body[range.lowerBound] == UInt8(ascii: "u"), body[range].starts(with: "url(#".utf8) {
      insertPrefix(at: range.lowerBound + 5)
    }
  }

  private mutating func insertPrefix(at place: Int) {
    copy(to: place)
    output += prefix
  }

  private mutating func insertPrefixes(_ range: Range<Int>) {
    var isInWord = false
    for place in range {
      let isBlank = body[place] <= 0x20
      if !isBlank, !isInWord { insertPrefix(at: place) }
      isInWord = !isBlank
    }
  }

  private mutating func rewriteSet(_ range: Range<Int>) {
    var place = range.lowerBound
    while place < range.upperBound {
      let rest = body[place..<range.upperBound].drop { $0 <= 0x20 || $0 == UInt8(ascii: ",") }
      let address = rest.prefix { $0 > 0x20 }
      guard !address.isEmpty else { return }
      rewrite(address.startIndex..<address.endIndex)
      // Behind the address stands its size, up to a comma.
      place = address.endIndex
      if body[place - 1] != UInt8(ascii: ",") {
        place = body[place..<range.upperBound].firstIndex(of: UInt8(ascii: ",")) ?? range.upperBound
      }
    }
  }

  /// Writes an address as one from the whole course's page.
  private mutating func rewrite(_ range: Range<Int>) {
    let value = body[range]
    if value.first == UInt8(ascii: "#") {
      copy(to: range.lowerBound)
      let isTop = value.count == 1 || Name(body, value.dropFirst().indices) == .top
      output.append(UInt8(ascii: "#"))
      output += isTop ? Array(id.utf8) : prefix
      done = isTop ? range.upperBound : range.lowerBound + 1
      return
    }
    let path = value.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    guard let first = path.first, first != UInt8(ascii: "/"), !path.contains(UInt8(ascii: ":")),
      let resolved = resolved(path)
    else { return }
    copy(to: range.lowerBound)
    guard let target = target(String(decoding: resolved, as: UTF8.self)) else {
      output += resolved
      done = path.endIndex
      return
    }
    output.append(html: "#\(target)")
    let fragment = value[path.endIndex...].drop { $0 != UInt8(ascii: "#") }
    done = range.upperBound
    guard fragment.count > 1 else { return }
    output.append(UInt8(ascii: ":"))
    output += fragment.dropFirst()
  }

  /// The path from the site's folder; `nil` where it leads out of that.
  private func resolved(_ path: ArraySlice<UInt8>) -> [UInt8]? {
    var result = folder
    for part in path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      if part.elementsEqual(".".utf8) { continue }
      if part.elementsEqual("..".utf8) {
        guard result.popLast() != nil else { return nil }
        while let last = result.last, last != UInt8(ascii: "/") { result.removeLast() }
      } else {
        result += part
        result.append(UInt8(ascii: "/"))
      }
    }
    return result.dropLast()
  }

  private mutating func skip(past text: String) {
    while index < body.count, !starts(text) { index += 1 }
  }

  private func starts(_ text: String) -> Bool { body[index...].starts(with: text.utf8) }
}

/// The name of a tag or an attribute, whatever its letter case.
private struct Name: Equatable {
  /// The bytes in lowercase where they are eight at most, else all bits.
  private var key: UInt64
  private var range = 0..<0

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    var key: UInt64 = 0
    if range.count > 8 {
      key = .max
    } else {
      for place in range { key = key << 8 | UInt64(bytes[place] | 0x20) }
    }
    self.key = key
    self.range = range
  }

  private init(_ name: String) { self.init(Array(name.utf8), 0..<name.utf8.count) }

  static func == (left: Name, right: Name) -> Bool { left.key == right.key }
  static func ~= (pattern: Name, value: Name) -> Bool { pattern == value }

  /// Whether a name of more than eight bytes is another one.
  func matches(_ wanted: String, in bytes: [UInt8]) -> Bool {
    range.count == wanted.utf8.count
      && zip(bytes[range], wanted.utf8).allSatisfy { $0 | 0x20 == $1 }
  }

  static let a = Name("a")
  static let `class` = Name("class")
  static let data = Name("data")
  static let `for` = Name("for")
  static let headers = Name("headers")
  static let href = Name("href")
  static let id = Name("id")
  static let list = Name("list")
  static let long = Name("more than eight")
  static let name = Name("name")
  static let object = Name("object")
  static let poster = Name("poster")
  static let script = Name("script")
  static let src = Name("src")
  static let srcset = Name("srcset")
  static let style = Name("style")
  static let top = Name("top")

  /// Attributes with longer names whose values are ids, one or several.
  static let references = [
    "popovertarget", "aria-labelledby", "aria-describedby", "aria-details", "aria-controls",
    "aria-owns",
  ]
}

extension UInt8 {
  fileprivate var isASCIILetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }

  fileprivate var endsName: Bool {
    self == UInt8(ascii: "=") || self == UInt8(ascii: "/") || self == UInt8(ascii: ">")
      || self == UInt8(ascii: "\"") || self == UInt8(ascii: "'") || self == UInt8(ascii: "<")
  }
}
