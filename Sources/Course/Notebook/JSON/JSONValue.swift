/// What a JSON text says (RFC 8259).
public indirect enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  /// As it is written, so that no digit is lost; Python's `NaN`, `Infinity` and `-Infinity` too.
  case number(String)
  case string(String)
  case array([JSONValue])
  /// Of keys that are written twice the last one holds.
  case object([String: JSONValue])

  public static func integer(_ number: Int) -> JSONValue { .number(String(number)) }

  public var string: String? { if case .string(let text) = self { text } else { nil } }
  public var array: [JSONValue]? { if case .array(let values) = self { values } else { nil } }
  public var object: [String: JSONValue]? {
    if case .object(let members) = self { members } else { nil }
  }
  public var bool: Bool? { if case .bool(let flag) = self { flag } else { nil } }
  public var integer: Int? { if case .number(let text) = self { Int(text) } else { nil } }

  /// A member of an object.
  public subscript(key: String) -> JSONValue? { object?[key] }

  /// The kind in words, as messages name it.
  var kind: String {
    switch self {
    case .null: "null"
    case .bool: "a truth value"
    case .number: "a number"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}

/// A way into a JSON text: the member of an object or the element of a list.
enum JSONKey: Sendable, Equatable {
  case member(String)
  case element(Int)
}
