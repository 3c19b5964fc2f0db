internal import Yams

/// A value that `theme:` of the settings gives to templates.
public indirect enum ThemeValue: Sendable, Equatable {
  case text(String)
  case flag(Bool)
  case list([ThemeValue])
  case mapping([String: ThemeValue])

  /// As templates take it: a text, a Bool, an array or a dictionary.
  public var value: any Sendable {
    switch self {
    case .text(let text): text
    case .flag(let flag): flag
    case .list(let list): list.map(\.value)
    case .mapping(let mapping): mapping.mapValues(\.value)
    }
  }

  init(_ node: Node) {
    if let mapping = node.mapping {
      self = .mapping(Self.values(mapping))
    } else if let sequence = node.sequence {
      self = .list(sequence.map(ThemeValue.init))
    } else if let scalar = node.scalar, scalar.style == .plain, let flag = node.bool {
      self = .flag(flag)
    } else {
      self = .text(node.string ?? "")
    }
  }

  /// The values of a mapping by name; of two keys that read the same the last holds.
  static func values(_ mapping: Node.Mapping) -> [String: ThemeValue] {
    mapping.reduce(into: [:]) { result, pair in
      if let name = pair.key.string { result[name] = ThemeValue(pair.value) }
    }
  }
}
