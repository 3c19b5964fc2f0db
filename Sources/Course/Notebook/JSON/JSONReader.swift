/// Reads JSON (RFC 8259), and the numbers beyond it that Python writes.
struct JSONReader {
  /// What is wrong with a text, and at which byte.
  struct Failure: Error, Equatable {
    var offset: Int
    /// Without a full stop.
    var message: String
  }

  /// A tree of values is released by recursion, see ``Document/maximumNesting``.
  static let maximumNesting = 200

  private let bytes: [UInt8]
  private var offset = 0
  private var depth = 0
  /// Where the reader is, kept only while a place is looked for.
  private var path: [JSONKey] = []
  private var wanted: [JSONKey]?
  private var found: Int?

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  static func value(of bytes: [UInt8]) throws(Failure) -> JSONValue {
    var reader = JSONReader(bytes)
    return try reader.whole()
  }

  /// The byte at which a value begins in a text, or the last one on the way that is there.
  static func offset(of path: [JSONKey], in bytes: [UInt8]) -> Int {
    for length in (0...path.count).reversed() {
      var reader = JSONReader(bytes)
      reader.wanted = Array(path[..<length])
      _ = try? reader.whole()
      if let found = reader.found { return found }
    }
    return 0
  }

  private mutating func whole() throws(Failure) -> JSONValue {
    // A byte-order mark, which RFC 8259 section 8.1 lets readers pass over.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    let value = try value()
    skipBlanks()
    guard offset == bytes.count else { throw failure("something follows the end of the value") }
    return value
  }

  private func failure(_ message: String, at place: Int? = nil) -> Failure {
    Failure(offset: place ?? offset, message: message)
  }

  private mutating func skipBlanks() {
    while offset < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[offset]) { offset += 1 }
  }

  private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func value() throws(Failure) -> JSONValue {
    skipBlanks()
    if wanted == path { found = offset }
    switch next {
    case UInt8(ascii: "{"): return try nested { reader throws(Failure) in try reader.object() }
    case UInt8(ascii: "["): return try nested { reader throws(Failure) in try reader.list() }
    case UInt8(ascii: "\""): return .string(try string())
    case nil: throw failure("the text ends before its value does")
    default: return try word()
    }
  }

  private mutating func nested(
    _ read: (inout JSONReader) throws(Failure) -> JSONValue
  ) throws(Failure) -> JSONValue {
    guard depth < Self.maximumNesting else {
      throw failure("nested deeper than \(Self.maximumNesting) levels")
    }
    depth += 1
    offset += 1
    let value = try read(&self)
    depth -= 1
    return value
  }

  private mutating func object() throws(Failure) -> JSONValue {
    var members: [String: JSONValue] = [:]
    skipBlanks()
    if take("}") { return .object(members) }
    repeat {
      skipBlanks()
      guard next == UInt8(ascii: "\"") else { throw failure("a key in quotes is missing") }
      let key = try string()
      skipBlanks()
      guard take(":") else { throw failure("':' is missing after the key '\(key.printable)'") }
      if wanted != nil { path.append(.member(key)) }
      members[key] = try value()
      if wanted != nil { path.removeLast() }
      skipBlanks()
    } while take(",")
    guard take("}") else { throw failure("',' or '}' is missing") }
    return .object(members)
  }

  private mutating func list() throws(Failure) -> JSONValue {
    var values: [JSONValue] = []
    skipBlanks()
    if take("]") { return .array(values) }
    repeat {
      if wanted != nil { path.append(.element(values.count)) }
      values.append(try value())
      if wanted != nil { path.removeLast() }
      skipBlanks()
    } while take(",")
    guard take("]") else { throw failure("',' or ']' is missing") }
    return .array(values)
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: sign) else { return false }
    offset += 1
    return true
  }

  private mutating func string() throws(Failure) -> String {
    offset += 1
    let start = offset
    var text: [UInt8]?
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        let result = text ?? Array(bytes[start..<offset])
        offset += 1
        return String(decoding: result, as: UTF8.self)
      case UInt8(ascii: "\\"):
        if text == nil { text = Array(bytes[start..<offset]) }
        text?.append(contentsOf: String(try escape()).utf8)
      case ..<0x20:
        throw failure("a control character stands in a text; write it as \\n or \\u000a")
      default:
        text?.append(byte)
        offset += 1
      }
    }
    throw failure("the closing quote of a text is missing", at: start - 1)
  }

  /// RFC 8259 section 7. Half a surrogate pair becomes U+FFFD, since no text can hold it.
  private mutating func escape() throws(Failure) -> Unicode.Scalar {
    let start = offset
    guard offset + 1 < bytes.count else { throw failure("the text ends in an escape") }
    let letter = bytes[offset + 1]
    offset += 2
    if letter == UInt8(ascii: "u") {
      guard let unit = hexadecimal() else { throw failure("no four digits after \\u", at: start) }
      guard (0xD800...0xDBFF).contains(unit) else { return Unicode.Scalar(unit) ?? "\u{FFFD}" }
      let after = offset
      if offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "\\"),
        bytes[offset + 1] == UInt8(ascii: "u")
      {
        offset += 2
        if let low = hexadecimal(), (0xDC00...0xDFFF).contains(low) {
          return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
        }
        offset = after
      }
      return "\u{FFFD}"
    }
    guard let scalar = Self.escapes[letter] else { throw failure("unknown escape", at: start) }
    return scalar
  }

  private mutating func hexadecimal() -> UInt32? {
    guard offset + 4 <= bytes.count else { return nil }
    let digits = bytes[offset..<offset + 4]
    guard digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }) else { return nil }
    offset += 4
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  private static let escapes: [UInt8: Unicode.Scalar] = [
    UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/",
    UInt8(ascii: "b"): "\u{8}", UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n",
    UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
  ]

  /// A number or one of the names.
  private mutating func word() throws(Failure) -> JSONValue {
    let start = offset
    while let byte = next, byte > 0x20, !",:]}[{\"".utf8.contains(byte) { offset += 1 }
    let word = String(decoding: bytes[start..<offset], as: UTF8.self)
    switch word {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    case "NaN", "Infinity", "-Infinity": return .number(word)
    default:
      guard Self.isNumber(word) else {
        throw failure(
          word.isEmpty ? "a value is missing" : "'\(word.printable)' is no value", at: start)
      }
      return .number(word)
    }
  }

  /// RFC 8259 section 6.
  private static func isNumber(_ word: String) -> Bool {
    var rest = word.utf8[...]
    func digits() -> Int {
      let count = rest.prefix { ShellByte.isDigit($0) }.count
      rest = rest.dropFirst(count)
      return count
    }
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    let startsWithZero = rest.first == UInt8(ascii: "0")
    let whole = digits()
    guard whole > 0, !startsWithZero || whole == 1 else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      guard digits() > 0 else { return false }
    }
    if let sign = rest.first, sign | 0x20 == UInt8(ascii: "e") {
      rest.removeFirst()
      if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
        rest.removeFirst()
      }
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }
}
