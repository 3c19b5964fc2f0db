internal import Course

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
  public var text: String { text(limit: Self.limit) }

  /// The text with at most `limit` bytes of the beginning and as many of the end, or less, so that
  /// what is cut is cut between lines where it has lines.
  public func text(limit: Int) -> String {
    let tail = tail.suffix(Self.limit)
    let isWhole = head.count + tail.count == count
    if isWhole, count <= 2 * limit { return String(decoding: head + tail, as: UTF8.self) }
    let all = head + tail
    let start = (isWhole ? all : head).prefix(limit)
    let end = (isWhole ? all[...] : tail).suffix(limit)
    let gap = "\n… \(count - start.count - end.count) bytes left out …\n"
    return String(decoding: start, as: UTF8.self) + gap + String(decoding: end, as: UTF8.self)
  }

  /// The output as a screen would show it, with secrets masked.
  ///
  /// Where a middle is left out, the lines that it cuts go too: of half a secret nothing could tell
  /// that it is one.
  func shown(_ masking: Masking) -> OutputBuffer {
    func shown(_ bytes: some Collection<UInt8>) -> [UInt8] {
      Array(masking.masked(ScreenText(String(decoding: bytes, as: UTF8.self)).text).utf8)
    }
    let end = tail.suffix(Self.limit)
    var result = OutputBuffer()
    guard head.count + end.count < count else {
      result.head = shown(head + end)
      result.count = result.head.count
      return result
    }
    let first = head[..<(head.lastIndex(of: 0x0A) ?? head.startIndex)]
    let last = end[(end.firstIndex(of: 0x0A).map { $0 + 1 } ?? end.endIndex)...]
    let missing = count - first.count - last.count
    result.head = shown(first)
    result.tail = shown(last)
    result.count = result.head.count + missing + result.tail.count
    return result
  }

  /// The last line that holds anything but blanks.
  public var lastLine: String {
    let bytes = tail.isEmpty ? head[...] : tail.suffix(4096)
    let lines = bytes.split { $0 == 0x0A || $0 == 0x0D }
    return lines.last { !$0.allSatisfy { $0 == 0x20 || $0 == 0x09 } }
      .map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
