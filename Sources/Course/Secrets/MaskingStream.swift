/// Masks what is shown while it is printed, in whatever pieces it comes.
///
/// Lines go on once they are whole, so that no secret is shown because it came in two pieces.
public struct MaskingStream {
  private let masking: Masking
  private var held: [UInt8] = []

  /// How many bytes are held back at most for the end of a private key, and of a line.
  private static let limit = 16 * 1024

  public init(_ masking: Masking) { self.masking = masking }

  /// Takes bytes as they come and gives what may be shown now.
  public mutating func append(_ bytes: some Sequence<UInt8>) -> String {
    held += bytes
    var lines = held[..<(held.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)]
    // A line without end goes on up to its last blank.
    if lines.isEmpty, held.count >= Self.limit {
      lines = held[..<(held.lastIndex(of: 0x20).map { $0 + 1 } ?? held.count)]
    }
    let text = String(decoding: lines, as: UTF8.self)
    if held.count < Self.limit, let key = text.lastRange(ofASCII: "-----BEGIN "),
      text.lastRange(ofASCII: "-----END ").map({ $0.lowerBound < key.lowerBound }) ?? true
    {
      return ""
    }
    held.removeFirst(lines.count)
    return masking.masked(text)
  }

  /// Gives what is held back, when nothing more comes or the command waits for an answer.
  public mutating func finish() -> String {
    defer { held = [] }
    return masking.masked(String(decoding: held, as: UTF8.self))
  }
}
