internal import Yams

/// A value that `theme:` of the settings gives to templates.
public indirect enum ThemeValue: Sendable, Equatable {
  case text(String)
  case flag(Bool)
  case list([ThemeValue])
  case mapping([String: ThemeValue])

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
