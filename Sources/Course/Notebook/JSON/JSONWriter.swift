/// Writes JSON in one way only: keys in the order of their code points, as nbformat writes them.
struct JSONWriter {
  /// How the values are laid out.
  enum Layout {
    /// A value a line, indented by one blank a level, as nbformat writes notebooks.
    case lines
    /// On one line, with nothing in it that would end an HTML comment.
    case comment
  }

  private let layout: Layout
  private var bytes: [UInt8] = []

  private init(_ layout: Layout) { self.layout = layout }

  static func text(of value: JSONValue, _ layout: Layout) -> String {
    var writer = JSONWriter(layout)
    writer.write(value, depth: 0)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private mutating func write(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: add("null")
    case .bool(let flag): add(flag ? "true" : "false")
    case .number(let text): add(text)
    case .string(let text): write(text)
    case .array(let values):
      guard !values.isEmpty else { return add("[]") }
      add("[")
      for (index, value) in values.enumerated() {
        if index > 0 { add(",") }
        breakLine(depth + 1)
        write(value, depth: depth + 1)
      }
      breakLine(depth)
      add("]")
    case .object(let members):
      guard !members.isEmpty else { return add("{}") }
      add("{")
      let keys = members.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      for (index, key) in keys.enumerated() {
        if index > 0 { add(",") }
        breakLine(depth + 1)
        write(key)
        add(layout == .lines ? ": " : ":")
        write(members[key] ?? .null, depth: depth + 1)
      }
      breakLine(depth)
      add("}")
    }
  }

  private mutating func breakLine(_ depth: Int) {
    guard layout == .lines else { return }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: depth))
  }

  private mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): add("\\\"")
      case UInt8(ascii: "\\"): add("\\\\")
      case 0x0A: add("\\n")
      case 0x0D: add("\\r")
      case 0x09: add("\\t")
      case 0x08: add("\\b")
      case 0x0C: add("\\f")
      case ..<0x20: add("\\u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16))
      case UInt8(ascii: ">") where layout == .comment: add("\\u003e")
      // Two in a row may not stand in a comment (HTML, 13.1.6).
      case UInt8(ascii: "-") where layout == .comment && bytes.last == UInt8(ascii: "-"):
        add("\\u002d")
      case 0x7F where layout == .comment: add("\\u007f")
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
