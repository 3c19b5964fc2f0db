internal import Yams

/// What scrut reads as YAML: the braces behind a block's language, lines that begin with `% `, and a
/// document's front matter.
extension TestOptions {
  /// - Throws: what is wrong, in words.
  mutating func read(yaml: String) throws(TestFault) {
    let node: Node?
    do { node = try Yams.compose(yaml: yaml) } catch {
      throw TestFault("not YAML: \(error.yamlPlace.problem)")
    }
    guard let node else { return }
    try read(node)
  }

  mutating func read(_ node: Node) throws(TestFault) {
    guard let mapping = node.mapping else { throw TestFault("settings are `key: value` pairs") }
    for (key, value) in mapping { try read(key.string ?? "", value) }
  }

  private mutating func read(_ key: String, _ value: Node) throws(TestFault) {
    let flag = value.bool
    switch key {
    case "output_stream":
      guard let stream = value.string.flatMap(Dialect.Stream.init) else { throw .value(key) }
      self.stream = stream
    case "skip_document_code":
      guard let status = value.int else { throw .value(key) }
      skipStatus = status
    case "timeout": timeout = try Self.duration(value, key)
    case "keep_crlf":
      guard let flag else { throw .value(key) }
      keepsCarriageReturns = flag
    case "strip_ansi_escaping":
      guard let flag else { throw .value(key) }
      stripsEscapes = flag
    case "detached":
      guard let flag else { throw .value(key) }
      isDetached = flag
    case "fail_fast":
      guard let flag else { throw .value(key) }
      failsFast = flag
    case "interpolated":
      guard let flag else { throw .value(key) }
      isInterpolated = flag
    case "environment":
      guard let mapping = value.mapping else { throw .value(key) }
      for (name, text) in mapping {
        guard let name = name.string, let text = text.string else { throw .value(key) }
        environment.append(StepSettings.Variable(name: name, value: text))
      }
    case "wait":
      if let mapping = value.mapping {
        guard let limit = mapping["timeout"] else { throw .value(key) }
        wait = Wait(limit: try Self.duration(limit, key), path: mapping["path"]?.string)
      } else {
        wait = Wait(limit: try Self.duration(value, key), path: nil)
      }
    // All that a session starts ends with it.
    case "detached_kill_signal": break
    case "mode" where value.string == "output": break
    case "mode": skipReason = "output cannot be held against a JSON schema here"
    default: throw TestFault("'\(key)' is no setting of a test")
    }
  }

  /// `5s`, `1m 30s` or `250ms`.
  static func duration(_ node: Node, _ key: String) throws(TestFault) -> Duration {
    let units: [String: Double] = [
      "ms": 0.001, "s": 1, "sec": 1, "secs": 1, "second": 1, "seconds": 1, "m": 60, "min": 60,
      "mins": 60, "minute": 60, "minutes": 60, "h": 3600, "hour": 3600, "hours": 3600,
    ]
    var rest = (node.string ?? "")[...]
    var total = 0.0
    guard !rest.isEmpty else { throw .value(key) }
    while !rest.isEmpty {
      let number = rest.prefix { $0.isNumber || $0 == "." }
      rest = rest.dropFirst(number.count)
      let unit = rest.prefix { $0.isLetter }
      rest = rest.dropFirst(unit.count).drop { $0 == " " }
      guard let number = Double(number), let factor = units[String(unit)] else {
        throw .value(key)
      }
      total += number * factor
    }
    return .seconds(total)
  }
}

/// Something in a document that makes a test of it impossible, in words without a full stop.
struct TestFault: Error {
  var message: String

  init(_ message: String) { self.message = message }

  static func value(_ key: String) -> TestFault { TestFault("'\(key)' has no such value") }
}
