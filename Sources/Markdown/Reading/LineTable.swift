/// The lines of a source text, by number.
struct LineTable {
  private let bytes: [UInt8]
  /// The offset of the first byte of each line, and one past the last.
  private let starts: [Int]

  /// - Parameter source: text with line feeds as line endings.
  init(_ source: String) {
    bytes = Array(source.utf8)
    var starts = [0]
    starts.reserveCapacity(bytes.count / 32)
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    if starts.last != bytes.count { starts.append(bytes.count) }
    self.starts = starts
  }

  /// The number of the last line; 0 for an empty text.
  var count: Int { starts.count - 1 }

  /// The bytes of a 1-based line without its line feed; nothing for a line beyond the end.
  func line(_ number: Int) -> ArraySlice<UInt8> {
    guard number >= 1, number <= count else { return [] }
    let line = bytes[starts[number - 1]..<starts[number]]
    return line.last == UInt8(ascii: "\n") ? line.dropLast() : line
  }

  /// How many bytes a 1-based line has without its line feed; 0 beyond the end.
  func length(ofLine number: Int) -> Int {
    guard number >= 1, number <= count else { return 0 }
    let end = starts[number]
    return end - starts[number - 1] - (bytes[end - 1] == UInt8(ascii: "\n") ? 1 : 0)
  }

  /// The place of the last byte of a line, or of its start when it is empty.
  func end(ofLine number: Int) -> SourcePosition {
    SourcePosition(line: number, column: max(1, length(ofLine: number)))
  }
}
