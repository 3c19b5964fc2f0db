extension Duration {
  /// Reads `30`, `30s`, `500ms`, `1.5m`, `1h30m`, `30d` and `1m 30s`; a bare number counts seconds.
  public init?(notation: String) {
    var total = Duration.zero
    var rest = notation.utf8.filter { $0 != 0x20 }[...]
    guard !rest.isEmpty else { return nil }
    while !rest.isEmpty {
      let digits = rest.prefix { ($0 >= 0x30 && $0 <= 0x39) || $0 == UInt8(ascii: ".") }
      guard let number = Double(String(decoding: digits, as: UTF8.self)), number < 1e9 else {
        return nil
      }
      rest = rest.dropFirst(digits.count)
      let letters = rest.prefix { $0 >= UInt8(ascii: "A") }
      rest = rest.dropFirst(letters.count)
      switch String(decoding: letters, as: UTF8.self).lowercased() {
      case "ms", "millis", "milliseconds": total += .milliseconds(Int64(number))
      case "", "s", "sec", "secs", "second", "seconds": total += .seconds(number)
      case "m", "min", "mins", "minute", "minutes": total += .seconds(number * 60)
      case "h", "hr", "hour", "hours": total += .seconds(number * 3600)
      case "d", "day", "days": total += .seconds(number * 86_400)
      default: return nil
      }
    }
    self = total
  }
}

extension WaitCondition {
  /// Reads `8080`, `port:8080`, `http://localhost:8080/`, `output:Ready`, `5s`, a list of these, or
  /// a mapping with the keys `port`, `output`, `url` and `delay`.
  static func all(in value: Attribute.Value) -> [WaitCondition]? {
    switch value {
    case .flag: return nil
    case .text(let text): return WaitCondition(text).map { [$0] }
    case .list(let values):
      let conditions = values.map { all(in: $0) }
      return conditions.contains { $0 == nil } ? nil : conditions.flatMap { $0 ?? [] }
    case .mapping(let entries):
      let conditions = entries.map { entry in
        entry.value.text.flatMap { WaitCondition(name: entry.name, $0) }
      }
      return conditions.contains(nil) ? nil : conditions.compactMap(\.self)
    }
  }

  private init?(_ text: String) {
    if text.hasPrefix("http://") || text.hasPrefix("https://") {
      self = .url(text)
    } else if let colon = text.firstIndex(of: ":") {
      self.init(name: String(text[..<colon]), String(text[text.index(after: colon)...]))
    } else if let port = Int(text) {
      self.init(name: "port", String(port))
    } else {
      self.init(name: "delay", text)
    }
  }

  private init?(name: String, _ text: String) {
    switch name.lowercased() {
    case "port", "localhost", "":
      guard let port = Int(text), (1...65535).contains(port) else { return nil }
      self = .port(port)
    case "output", "line", "stdout", "stdio", "log", "text":
      guard !text.isEmpty else { return nil }
      self = .output(text)
    case "url", "httpget", "http": self = .url(text)
    case "delay", "sleep", "time":
      guard let delay = Duration(notation: text) else { return nil }
      self = .delay(delay)
    case "delayms":
      guard let milliseconds = Int64(text) else { return nil }
      self = .delay(.milliseconds(milliseconds))
    default: return nil
    }
  }
}
