/// A text as bytes, and where its lines are.
struct SourceText {
  let bytes: [UInt8]
  /// The number of the first line.
  let firstLine: Int
  /// The offset of the first byte of each line, and one past the last.
  private let starts: [Int]

  /// Where those signs stand that were looked for, in ascending order.
  let signs: [Int]

  /// - Parameters:
  ///   - bytes: text with line feeds as line endings.
  ///   - signs: what to look for on the way.
  init(_ bytes: [UInt8], firstLine: Int, signs: ByteSet = ByteSet([])) {
    self.bytes = bytes
    self.firstLine = firstLine
    var starts = [0]
    starts.reserveCapacity(bytes.count / 24)
    var found: [Int] = []
    if !signs.isEmpty { found.reserveCapacity(bytes.count / 48) }
    var isWanted = signs.table
    isWanted[Int(UInt8(ascii: "\n"))] = true
    var offset = 0
    for byte in bytes {
      if isWanted[Int(byte)] {
        if byte == UInt8(ascii: "\n") { starts.append(offset + 1) } else { found.append(offset) }
      }
      offset += 1
    }
    if starts.last != bytes.count { starts.append(bytes.count) }
    self.starts = starts
    self.signs = found
  }

  /// The numbers of all lines.
  var lines: Range<Int> { firstLine..<firstLine + starts.count - 1 }

  /// The bytes of a line without its line feed, nothing for a line that there is not; the indices are
  /// offsets in ``bytes``.
  func line(_ number: Int) -> ArraySlice<UInt8> {
    guard lines.contains(number) else { return [] }
    let start = starts[number - firstLine]
    return bytes[start..<start + length(ofLine: number)]
  }

  /// How many bytes a line has without its line feed; 0 for a line that there is not.
  func length(ofLine number: Int) -> Int {
    guard lines.contains(number) else { return 0 }
    let end = starts[number - firstLine + 1]
    return end - starts[number - firstLine] - (bytes[end - 1] == UInt8(ascii: "\n") ? 1 : 0)
  }

  /// The place of the last byte of a line, or of its start when it is empty.
  func end(ofLine number: Int) -> SourcePosition {
    SourcePosition(line: number, column: max(1, length(ofLine: number)))
  }

  /// The offset in ``bytes`` at which a line begins; that of the text's end for one behind the last.
  func start(ofLine number: Int) -> Int {
    starts[min(number - firstLine, starts.count - 1)]
  }

  /// The place of a byte of a line, by its offset in ``bytes``.
  func position(_ offset: Int, line: Int) -> SourcePosition {
    SourcePosition(line: line, column: offset - starts[line - firstLine] + 1)
  }

  /// The text with some lines others; no place changes its line.
  func replacing(_ lines: [Int: [UInt8]]) -> SourceText {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + lines.count * 8)
    var done = 0
    for (number, line) in lines.sorted(by: { $0.key < $1.key }) {
      let start = starts[number - firstLine]
      result += bytes[done..<start]
      result += line
      done = start + length(ofLine: number)
    }
    result += bytes[done...]
    return SourceText(result, firstLine: firstLine)
  }
}
