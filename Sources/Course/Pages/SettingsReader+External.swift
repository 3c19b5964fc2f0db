internal import Markdown
internal import Yams

extension SettingsReader {
  private static let externalKeys = ["ignore", "private", "delay", "timeout"]

  /// Reads what `external` says.
  mutating func readExternal(_ key: Node, _ value: Node, into settings: inout ExternalSettings) {
    guard let mapping = value.mapping else {
      return tell(
        key.place, "'external' must be `name: value` lines",
        "write `external: {ignore: [\"https://example.org/*\"]}`")
    }
    for (key, value) in mapping {
      switch key.string ?? "" {
      case "ignore":
        guard let patterns = Attribute.Value(value)?.words else {
          tell(value.place, "'ignore' must be a list of addresses", "write each as a line `- …`")
          continue
        }
        settings.ignored = patterns
      case "private":
        guard let flag = value.bool else {
          tell(value.place, "'private' must be true or false", "write `private: true`")
          continue
        }
        settings.asksNear = flag
      case "delay": settings.delay = seconds(key, value) ?? settings.delay
      case "timeout": settings.timeout = seconds(key, value) ?? settings.timeout
      case let name:
        let nearest = NearestName.suggestions(for: name, among: Self.externalKeys).first
        tell(
          key.place, "'\(name)' is no setting of 'external'", nearest.map { "write `\($0)`" })
      }
    }
  }

  private mutating func seconds(_ key: Node, _ value: Node) -> Double? {
    if let seconds = value.float, (0.01...600).contains(seconds) { return seconds }
    tell(
      value.place, "'\(key.string ?? "")' must be seconds, from 0.01 to 600",
      "write a number such as `2`")
    return nil
  }
}
