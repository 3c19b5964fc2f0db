internal import Yams

/// Reads attributes in the forms that are in use, with tolerance.
///
///     {"name":"x"}        JSON and YAML in flow style
///     {.sh #x key=value}  Pandoc's attributes, classes passed over
///     { name=x }  name="x"  name: x  skip,optional  skip
///
/// Line numbers such as `{1,3-5}`, which highlighters read, are passed over.
struct AttributeReader {
  private(set) var attributes: [Attribute] = []
  /// What cannot be read, with the bytes before it.
  private(set) var problem: (message: String, offset: Int)?

  private let bytes: [UInt8]
  private var index: Int
  private var end: Int

  /// - Parameter start: the bytes of `text` to pass over.
  init(_ text: String, from start: Int = 0) {
    bytes = Array(text.utf8)
    index = start
    end = bytes.count
    readAll()
  }

  private mutating func readAll() {
    while problem == nil {
      while index < end, isSeparator(bytes[index]) { index += 1 }
      guard index < end else { return }
      switch bytes[index] {
      case UInt8(ascii: "{"): readBraces()
      case UInt8(ascii: "#"):
        let start = index
        index += 1
        let name = word()
        if !name.isEmpty {
          attributes.append(Attribute(name: "name", value: .text(name), offset: start))
        }
      case UInt8(ascii: "."):
        index += 1
        _ = word()
      default: readAttribute()
      }
    }
  }

  /// A group in braces: YAML where a key is followed by a colon, else attributes like those outside.
  private mutating func readBraces() {
    let start = index
    guard let close = balancedEnd(from: start) else {
      index += 1
      return
    }
    let inner = bytes[start + 1..<close]
    let isLineNumbers = inner.allSatisfy {
      $0.isDigit || isSeparator($0) || $0 == UInt8(ascii: "-")
    }
    if isLineNumbers {
      index = close + 1
    } else if isFlowMapping(inner) {
      index = close + 1
      readYAML(from: start, to: close + 1)
    } else {
      let outer = end
      index = start + 1
      end = close
      readAll()
      index = close + 1
      end = outer
    }
  }

  private mutating func readYAML(from start: Int, to close: Int) {
    let text = String(decoding: bytes[start..<close], as: UTF8.self)
    do {
      guard case .mapping(let entries)? = try Yams.compose(yaml: text).flatMap(Attribute.Value.init)
      else { return }
      attributes += entries.map {
        Attribute(name: $0.name, value: $0.value, offset: start + $0.offset)
      }
    } catch {
      problem = (error.yamlPlace.problem, start)
    }
  }

  /// Whether what stands in the braces begins with `key:` or `"key":`.
  private func isFlowMapping(_ inner: ArraySlice<UInt8>) -> Bool {
    var rest = inner.drop { $0 == 0x20 || $0 == 0x0A }
    guard let first = rest.first else { return false }
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      rest = rest.dropFirst().drop { $0 != first }.dropFirst()
      return rest.drop { $0 == 0x20 }.first == UInt8(ascii: ":")
    }
    rest = rest.drop(while: isNameByte)
    let after = rest.dropFirst().first
    return rest.first == UInt8(ascii: ":") && (after == nil || after == 0x20)
  }

  private mutating func readAttribute() {
    let start = index
    let name = word()
    guard !name.isEmpty else {
      // What is no attribute is passed over up to the next blank.
      while index < end, !isSeparator(bytes[index]) { index += 1 }
      return
    }
    let next = index < end ? bytes[index] : 0x20
    if next == UInt8(ascii: "=") {
      index += 1
    } else if next == UInt8(ascii: ":"), index + 1 >= end || bytes[index + 1] == 0x20 {
      index += 1
      while index < end, bytes[index] == 0x20 { index += 1 }
    } else if index >= end || isSeparator(next) || next == UInt8(ascii: "{") {
      return attributes.append(Attribute(name: name, value: .flag, offset: start))
    } else {
      while index < end, !isSeparator(bytes[index]) { index += 1 }
      return
    }
    let value = readValue()
    if let value { attributes.append(Attribute(name: name, value: value, offset: start)) }
  }

  private mutating func readValue() -> Attribute.Value? {
    guard index < end else { return .text("") }
    let first = bytes[index]
    switch first {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let start = index
      guard let text = quoted(by: first) else {
        problem = ("a quote is never closed", start)
        return nil
      }
      return .text(text)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard let close = balancedEnd(from: index) else { break }
      let text = String(decoding: bytes[index...close], as: UTF8.self)
      guard let value = try? Yams.compose(yaml: text).flatMap(Attribute.Value.init) else { break }
      index = close + 1
      return value
    default: break
    }
    let start = index
    while index < end {
      // A comma within a value is part of it; one before a blank or another attribute ends it.
      if bytes[index] == UInt8(ascii: ",") {
        if index + 1 == end || isSeparator(bytes[index + 1]) || isKnownName(at: index + 1) { break }
      } else if isSeparator(bytes[index]) {
        break
      }
      index += 1
    }
    return .text(String(decoding: bytes[start..<index], as: UTF8.self))
  }

  /// The text between quotes, in which a backslash takes the next byte as it is, but `\n` for a line
  /// feed; `nil` where no quote ends it.
  private mutating func quoted(by quote: UInt8) -> String? {
    var text: [UInt8] = []
    var at = index + 1
    while at < end, bytes[at] != quote {
      if bytes[at] == UInt8(ascii: "\\"), at + 1 < end {
        at += 1
        text.append(bytes[at] == UInt8(ascii: "n") ? 0x0A : bytes[at])
      } else {
        text.append(bytes[at])
      }
      at += 1
    }
    guard at < end else { return nil }
    index = at + 1
    return String(decoding: text, as: UTF8.self)
  }

  /// The place of the brace or bracket that closes the one at `start`.
  private func balancedEnd(from start: Int) -> Int? {
    var depth = 0
    var quote: UInt8?
    for at in start..<end {
      let byte = bytes[at]
      if let open = quote {
        if byte == open, bytes[at - 1] != UInt8(ascii: "\\") { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): quote = byte
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return at }
      default: break
      }
    }
    return nil
  }

  /// Whether `name=` stands there with a name that is known.
  private func isKnownName(at start: Int) -> Bool {
    let name = bytes[start..<end].prefix(while: isNameByte)
    guard start + name.count < end, bytes[start + name.count] == UInt8(ascii: "=") else {
      return false
    }
    return AnnotationKey.meaning(of: String(decoding: name, as: UTF8.self)) != nil
  }

  private mutating func word() -> String {
    let start = index
    while index < end, isNameByte(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".") || byte >= 0x80
  }

  private func isSeparator(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == UInt8(ascii: ",")
      || byte == UInt8(ascii: "}")
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  fileprivate var isLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }
}

extension Attribute.Value {
  /// A node of YAML, of which JSON is a part; `nil` stands for a key that holds no text.
  init?(_ node: Node) {
    switch node {
    case .scalar(let scalar): self = .text(scalar.string)
    case .sequence(let nodes): self = .list(nodes.compactMap(Attribute.Value.init))
    case .mapping(let mapping): self = .mapping(mapping.compactMap(Attribute.init))
    case .alias: return nil
    }
  }
}

extension Attribute {
  /// A key of a mapping in YAML that stands on one line.
  init?(_ pair: Node.Mapping.Element) {
    guard let name = pair.key.string, let value = Value(pair.value) else { return nil }
    self.init(name: name, value: value, offset: pair.key.mark.map { $0.column - 1 } ?? 0)
  }
}
