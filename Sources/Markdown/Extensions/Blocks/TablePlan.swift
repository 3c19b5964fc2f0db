/// A table that was found in the lines of a paragraph, its cells not yet read.
struct TablePlan {
  var alignments: [Table.Alignment?]
  /// The header and the rows below it.
  var rows: [Row]

  struct Row {
    var range: SourceRange
    /// As many as the line has, but not more than the table has columns.
    var cells: [Cell]
  }

  /// A cell's text in its line.
  struct Cell {
    var start: SourcePosition
    /// Among the cells of all tables.
    var index = 0
    /// With the backslashes before pipes taken out.
    var text: [UInt8] = []
    /// How many bytes of `text` stand before each backslash that was taken out.
    var removals: [Int] = []

    init(_ bytes: ArraySlice<UInt8>, start: SourcePosition) {
      self.start = start
      for (index, byte) in bytes.enumerated() {
        let next = bytes.startIndex + index + 1
        if byte == UInt8(ascii: "\\"), next < bytes.endIndex, bytes[next] == UInt8(ascii: "|") {
          removals.append(text.count)
        } else {
          text.append(byte)
        }
      }
    }

    /// The cell as a heading, which like a cell holds inlines of one line and nothing else.
    var heading: [UInt8] { Array("# ".utf8) + text + Array(" #".utf8) }

    /// The place in the source for one in the heading.
    func position(_ inHeading: SourcePosition) -> SourcePosition {
      let offset = max(0, min(inHeading.column - 3, text.count))
      let removed = removals.count { $0 <= offset }
      return SourcePosition(line: start.line, column: start.column + offset + removed)
    }
  }
}
