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
    let body = body
    let bytes = body.span
    while true {
      skip(bytes) { $0 != UInt8(ascii: "<") }
      guard index < bytes.count else { break }
      index += 1
      readTag(bytes)
    }
    copy(to: bytes.count)
    output.append(html: "</section>\n")
    return output
  }

  private mutating func copy(to end: Int) {
    output += body[done..<end]
    done = end
  }

  /// Goes on to the first byte that is no such one.
  @inline(__always)
  private mutating func skip(_ bytes: Span<UInt8>, _ isSuch: (UInt8) -> Bool) {
    var place = index
    while place < bytes.count, isSuch(bytes[place]) { place += 1 }
    index = place
  }

  private mutating func readTag(_ bytes: Span<UInt8>) {
    lowerHeading(bytes)
    guard index < bytes.count, bytes[index].isASCIILetter else {
      if index < bytes.count, bytes[index] == UInt8(ascii: "!"), starts("!--") { skip(past: "-->") }
      return
    }
    let tag = name(bytes)
    while true {
      skip(bytes) { $0 <= 0x20 || $0 == UInt8(ascii: "/") }
      guard index < bytes.count, bytes[index] != UInt8(ascii: ">") else { break }
      let start = index
      let attribute = name(bytes)
      skip(bytes) { $0 <= 0x20 }
      if index < bytes.count, bytes[index] == UInt8(ascii: "=") {
        index += 1
        readValue(of: attribute, tag: tag, bytes)
      }
      if index == start { index += 1 }
    }
    if tag.key == Name.script { skip(past: "</script") }
    if tag.key == Name.style { skip(past: "</style") }
  }

  /// Headings stand a level lower than on their page, as the course's title is above them all.
  @inline(__always)
  private mutating func lowerHeading(_ bytes: Span<UInt8>) {
    var place = index
    if place < bytes.count, bytes[place] == UInt8(ascii: "/") { place += 1 }
    guard place + 2 < bytes.count, bytes[place] | 0x20 == UInt8(ascii: "h"),
      (UInt8(ascii: "1")...UInt8(ascii: "5")).contains(bytes[place + 1]),
      bytes[place + 2] <= 0x20 || bytes[place + 2] == UInt8(ascii: ">")
    else { return }
    copy(to: place + 1)
    output.append(bytes[place + 1] + 1)
    done = place + 2
  }

  @inline(__always)
  private mutating func name(_ bytes: Span<UInt8>) -> Name {
    let start = index
    var place = start
    var key: UInt64 = 0
    while place < bytes.count, bytes[place] > 0x20, !bytes[place].endsName {
      key = key << 8 | UInt64(bytes[place] | 0x20)
      place += 1
    }
    index = place
    return Name(key: key, range: start..<place)
  }

  private mutating func readValue(of attribute: Name, tag: Name, _ bytes: Span<UInt8>) {
    skip(bytes) { $0 <= 0x20 }
    guard index < bytes.count else { return }
    let range: Range<Int>
    let quote = bytes[index]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      index += 1
      let start = index
      skip(bytes) { $0 != quote }
      guard index < bytes.count else { return }
      range = start..<index
      index += 1
    } else {
      let start = index
      skip(bytes) { $0 > 0x20 && $0 != UInt8(ascii: ">") }
      range = start..<index
    }
    if !range.isEmpty { change(range, of: attribute, tag: tag) }
  }

  private mutating func change(_ range: Range<Int>, of attribute: Name, tag: Name) {
    switch attribute.key {
    case Name.class: break
    case Name.id: insertPrefix(at: range.lowerBound)
    case Name.href, Name.src, Name.poster: rewrite(range)
    case Name.data where tag.key == Name.object: rewrite(range)
    case Name.srcset: rewriteSet(range)
    case Name.name where tag.key == Name.a: insertPrefix(at: range.lowerBound)
    case Name.for, Name.headers, Name.list: insertPrefixes(range)
    case Name.long:
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
      let isTop = value.count == 1 || Name(body, value.dropFirst().indices).key == Name.top
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
private struct Name {
  /// The bytes in lowercase where they are eight at most, else ``long``.
  let key: UInt64
  let range: Range<Int>

  /// - Parameter key: the last eight bytes in lowercase.
  init(key: UInt64, range: Range<Int>) {
    self.key = range.count > 8 ? Self.long : key
    self.range = range
  }

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.init(key: range.reduce(0) { $0 << 8 | UInt64(bytes[$1] | 0x20) }, range: range)
  }

  /// Whether a name of more than eight bytes is another one.
  func matches(_ wanted: String, in bytes: [UInt8]) -> Bool {
    range.count == wanted.utf8.count
      && zip(bytes[range], wanted.utf8).allSatisfy { $0 | 0x20 == $1 }
  }

  // The keys of names, as numbers so that to compare with one takes no call.
  static let a: UInt64 = 0x61
  static let `class`: UInt64 = 0x63_6C61_7373
  static let data: UInt64 = 0x6461_7461
  static let `for`: UInt64 = 0x66_6F72
  static let headers: UInt64 = 0x68_6561_6465_7273
  static let href: UInt64 = 0x6872_6566
  static let id: UInt64 = 0x6964
  static let list: UInt64 = 0x6C69_7374
  static let long = UInt64.max
  static let name: UInt64 = 0x6E61_6D65
  static let object: UInt64 = 0x6F62_6A65_6374
  static let poster: UInt64 = 0x706F_7374_6572
  static let script: UInt64 = 0x7363_7269_7074
  static let src: UInt64 = 0x73_7263
  static let srcset: UInt64 = 0x7372_6373_6574
  static let style: UInt64 = 0x73_7479_6C65
  static let top: UInt64 = 0x74_6F70

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
