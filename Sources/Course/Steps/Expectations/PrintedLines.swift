/// What was printed, cut into lines as a dialect compares them.
struct PrintedLines {
  struct Line: Equatable {
    /// Without blanks at its end, where they mean nothing.
    var text: [UInt8]
    /// As it was printed, without the line feed.
    var whole: [UInt8]
  }

  private(set) var lines: [Line] = []
  /// Whether the last line has no line feed.
  private(set) var endsWithoutFeed = false

  init(_ output: String) { self.init(Array(output.utf8)) }

  /// - Parameter status: what the command ended with, where that counts as printed.
  init(_ output: [UInt8], status: Int = 0, _ dialect: Dialect = .notes) {
    if dialect.comparesWritten {
      lines = Self.written(output).map { Line(text: $0, whole: $0) }
      if status != 0 {
        let mark = Array("[\(status)]".utf8)
        lines.append(Line(text: mark, whole: mark))
      }
      return
    }
    var pieces = output.split(separator: 0x0A, omittingEmptySubsequences: false)[...]
    let isEnded = pieces.last?.isEmpty == true
    if isEnded { pieces.removeLast() }
    lines = pieces.map { piece in
      var whole = piece
      // A CR that is no part of a line's end stays.
      let isLast = piece.endIndex == output.endIndex
      if dialect.blanks != .trimmed, !dialect.keepsCarriageReturns, !isLast,
        whole.last == 0x0D
      {
        whole.removeLast()
      }
      let end =
        dialect.blanks == .kept
        ? whole.endIndex
        : whole.lastIndex { !Self.isBlank($0, dialect) }.map { $0 + 1 } ?? whole.startIndex
      return Line(text: Array(whole[..<end]), whole: Array(whole))
    }
    endsWithoutFeed = !isEnded && lines.last?.text.isEmpty == false
    if dialect.blanks == .trimmed {
      while lines.last?.text.isEmpty == true { lines.removeLast() }
    }
    // What is trimmed for good cannot be asked for.
    if dialect.blanks == .trimmedOutput {
      for index in lines.indices { lines[index].whole = lines[index].text }
    }
  }

  private static func isBlank(_ byte: UInt8, _ dialect: Dialect) -> Bool {
    if dialect.blanks == .trimmedOutput { return byte == 0x20 || byte == 0x09 }
    return byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// The lines as cram writes them into its documents (`_test.py`): a CR ends a line too, though not
  /// as it should.
  private static func written(_ output: [UInt8]) -> [[UInt8]] {
    var result: [[UInt8]] = []
    var line: [UInt8] = []
    func end(_ line: [UInt8], _ mark: String) {
      let text = line + Array(mark.utf8)
      let escaped = LineEscapes.written(text, isASCII: true).map { Array("\($0) (esc)".utf8) }
      result.append(escaped ?? text)
    }
    for (index, byte) in output.enumerated() {
      if byte == 0x0A {
        end(line, "")
        line = []
      } else {
        line.append(byte)
        if byte == 0x0D, index + 1 < output.count, output[index + 1] != 0x0A {
          end(line, " (no-eol)")
          line = []
        }
      }
    }
    if !line.isEmpty { end(line, " (no-eol)") }
    return result
  }
}
