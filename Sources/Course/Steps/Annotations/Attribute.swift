/// One `key=value` as an author wrote it, in an info string, a comment or front matter.
struct Attribute: Equatable {
  /// As it is written.
  var name: String
  var value: Value
  /// The bytes before it in the text it was read from.
  var offset: Int

  indirect enum Value: Equatable {
    /// The name stands alone.
    case flag
    case text(String)
    case list([Value])
    case mapping([Attribute])
  }
}

extension Attribute.Value {
  /// `true` for a flag that stands alone; `nil` for what is no truth value.
  var bool: Bool? {
    switch self {
    case .flag: true
    case .text(let text):
      switch text.lowercased() {
      case "true", "yes", "on", "1", "t": true
      case "false", "no", "off", "0", "f": false
      default: nil
      }
    case .list, .mapping: nil
    }
  }

  /// The text of a scalar.
  var text: String? { if case .text(let text) = self { text } else { nil } }

  /// The texts of a list, or the words of a text, which commas and blanks part.
  var words: [String]? {
    switch self {
    case .text(let text): text.split { $0 == " " || $0 == "," }.map(String.init)
    case .list(let values):
      values.contains { $0.text == nil } ? nil : values.compactMap(\.text)
    case .flag, .mapping: nil
    }
  }
}
