/// The lines that a `<<` redirection feeds to its command (POSIX.1-2017 XCU 2.7.4).
///
/// The body is kept as one text: expansions in it are not taken apart, since bash does that when
/// the command runs.
public struct HereDocument: Sendable, Equatable {
  /// The delimiter after quote removal.
  public let delimiter: String

  /// Whether any part of the delimiter was quoted, so that the body is taken literally.
  public let isQuoted: Bool

  /// Whether leading tabs are dropped, as `<<-` asks.
  public let stripsTabs: Bool

  /// The lines before the delimiter, as written, with their newlines.
  public let body: ShellText

  /// Whether the delimiter line was found; without it the body reaches to the end of the block.
  public let isTerminated: Bool

  /// The body as the command receives it before any expansion.
  public var content: String {
    guard stripsTabs else { return body.string }
    var kept: [UInt8] = []
    var isAtLineStart = true
    for byte in body.bytes where !(isAtLineStart && byte == ShellByte.tab) {
      kept.append(byte)
      isAtLineStart = byte == ShellByte.newline
    }
    return String(decoding: kept, as: UTF8.self)
  }
}
