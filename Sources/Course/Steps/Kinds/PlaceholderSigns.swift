/// Signs of which every placeholder of some shape has one; most commands have none of them.
struct PlaceholderSigns: OptionSet {
  let rawValue: UInt8

  /// A `<`.
  static let angle = PlaceholderSigns(rawValue: 1 << 0)
  /// A `[`.
  static let bracket = PlaceholderSigns(rawValue: 1 << 1)
  /// A `{`.
  static let brace = PlaceholderSigns(rawValue: 1 << 2)
  static let star = PlaceholderSigns(rawValue: 1 << 3)
  static let at = PlaceholderSigns(rawValue: 1 << 4)
  static let underscore = PlaceholderSigns(rawValue: 1 << 5)
  /// A capital of ASCII.
  static let capital = PlaceholderSigns(rawValue: 1 << 6)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(in text: String) {
    let bytes = text.utf8Span.span
    let table = Self.table
    let signs = table.span
    var found: UInt8 = 0
    for index in bytes.indices { found |= signs[Int(bytes[index])] }
    rawValue = found
  }

  /// What each byte is a sign of.
  private static let table = (UInt8.min...UInt8.max).map { byte in
    let sign: PlaceholderSigns =
      switch byte {
      case ShellByte.less: .angle
      case ShellByte.openBracket: .bracket
      case ShellByte.openBrace: .brace
      case ShellByte.asterisk: .star
      case ShellByte.at: .at
      case ShellByte.underscore: .underscore
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): .capital
      default: []
      }
    return sign.rawValue
  }
}
