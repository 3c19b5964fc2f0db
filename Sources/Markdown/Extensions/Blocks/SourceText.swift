/// A text as bytes, and where its lines are.
struct SourceText {
  private(set) var bytes: [UInt8]
  /// The number of the first line.
  let firstLine: Int
  /// The offset of the first byte of each line, and one past the last.
  private let starts: [Int]

  init(_ bytes: [UInt8], firstLine: Int) {
    self.bytes = bytes
    self.firstLine = firstLine
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    if starts.last != bytes.count { starts.append(bytes.count) }
    self.starts = starts
  }

  /// The numbers of all lines.
  var lines: Range<Int> { firstLine..<firstLine + starts.count - 1 }

  /// The bytes of a line without its line feed; the indices are offsets in ``bytes``.
  func line(_ number: Int) -> ArraySlice<UInt8> {
    guard lines.contains(number) else { return [] }
    let line = bytes[starts[number - firstLine]..<starts[number - firstLine + 1]]
    return line.last == UInt8(ascii: "\n") ? line.dropLast() : line
  }

  /// The place of a byte of a line, by its offset in ``bytes``.
  func position(_ offset: Int, line: Int) -> SourcePosition {
    SourcePosition(line: line, column: offset - starts[line - firstLine] + 1)
  }

  /// The text with some lines others and with lines before the first; no place changes its line.
  func replacing(_ lines: [Int: [UInt8]], prepending first: [[UInt8]] = []) -> SourceText {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + first.count * 32)
    for line in first {
      result += line
      result.append(UInt8(ascii: "\n"))
    }
    for number in self.lines {
      let range = starts[number - firstLine]..<starts[number - firstLine + 1]
      guard let line = lines[number] else {
        result += bytes[range]
        continue
      }
      result += line
      if bytes[range].last == UInt8(ascii: "\n") { result.append(UInt8(ascii: "\n")) }
    }
    return SourceText(result, firstLine: firstLine - first.count)
  }

  /// Writes other bytes over those that stand at an offset.
  mutating func overwrite(_ offset: Int, with new: some Sequence<UInt8>) {
    for (index, byte) in new.enumerated() { bytes[offset + index] = byte }
  }
}
