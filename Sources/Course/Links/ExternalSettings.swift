/// How a course wants its links to other sites asked for; `external` in `notes.yml`.
public struct ExternalSettings: Sendable, Equatable {
  /// Addresses that are not asked for, with `*` for any text and `?` for one character.
  public var ignored: [String] = []
  /// Whether this machine and those near it are asked as well.
  public var asksNear = false
  /// Seconds between two requests to one host, and the unit in which waiting after trouble grows.
  public var delay = 1.0
  /// Seconds that an answer may take.
  public var timeout = 20.0

  public init() {}

  /// Whether an address is asked for.
  public func asks(_ address: WebAddress) -> Bool {
    switch address.reach {
    case .nobody: return false
    case .near where !asksNear: return false
    default: break
    }
    return !ignored.contains { Glob($0, hasEscapes: false).matches(address.text) }
  }
}
