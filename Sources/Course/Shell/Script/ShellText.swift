/// A piece of a shell block: where it lies, and its bytes exactly as they were written.
///
/// Offsets count UTF-8 bytes from the start of the block, from 0, also for pieces found deep inside
/// a command substitution. The bytes are a view of the block, not a copy, so that the same text may
/// be held by a command, its words, and their parts without growing with the nesting.
public struct ShellText: Sendable, Equatable {
  /// The bytes of the piece; their indices are their offsets in the block.
  public let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
  }

  /// The byte offsets of the piece in its block.
  public var range: Range<Int> { bytes.startIndex..<bytes.endIndex }

  /// The piece as a string.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Two pieces are equal if they lie at the same place and say the same.
  public static func == (one: ShellText, other: ShellText) -> Bool {
    one.range == other.range && one.bytes == other.bytes
  }
}
