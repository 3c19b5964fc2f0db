/// What a command printed, of which a long middle is left out.
public struct OutputBuffer: Sendable, Equatable {
  private var head: [UInt8] = []
  private var tail: [UInt8] = []
  /// How many bytes were printed in all.
  public private(set) var count = 0

  /// How many bytes are kept of the beginning, and as many of the end.
  static let limit = 64 * 1024

  public init() {}

  mutating func append(_ bytes: [UInt8]) {
    count += bytes.count
    let room = Self.limit - head.count
    head += bytes.prefix(room)
    tail += bytes.dropFirst(room)
    // Cut only now and then, so that the cost stays linear.
    if tail.count > 2 * Self.limit { tail.removeFirst(tail.count - Self.limit) }
  }

  /// Takes every occurrence of a text out.
  mutating func remove(_ text: String) {
    for part in [\OutputBuffer.head, \OutputBuffer.tail] {
      guard self[keyPath: part].contains(text.utf8) else { continue }
      let rest = String(decoding: self[keyPath: part], as: UTF8.self).replacing(text, with: "")
      count -= self[keyPath: part].count - rest.utf8.count
      self[keyPath: part] = Array(rest.utf8)
    }
  }

  /// The bytes as they were printed; `nil` where some are left out.
  public var bytes: [UInt8]? {
    let end = tail.suffix(Self.limit)
    return head.count + end.count == count ? head + end : nil
  }

  /// The text, with a line that tells how much was left out.
  public var text: String {
    let end = tail.suffix(Self.limit)
    let missing = count - head.count - end.count
    let gap = missing > 0 ? "\n… \(missing) bytes left out …\n" : ""
    return String(decoding: head, as: UTF8.self) + gap + String(decoding: end, as: UTF8.self)
  }

  /// The last line that holds anything but blanks.
  public var lastLine: String {
    let bytes = tail.isEmpty ? head[...] : tail.suffix(4096)
    let lines = bytes.split { $0 == 0x0A || $0 == 0x0D }
    return lines.last { !$0.allSatisfy { $0 == 0x20 || $0 == 0x09 } }
      .map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
