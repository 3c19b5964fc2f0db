/// A table that was found in the lines of a paragraph, its cells not yet read.
struct TablePlan {
  var alignments: [Table.Alignment?]
  /// The header and the rows below it.
  var rows: [Row]
  var range: SourceRange
  /// The text of the paragraph that stands before the header, if there is one.
  var before: Cell?

  struct Row {
    var range: SourceRange
    /// As many as the line has, but not more than the table has columns.
    var cells: [Cell]
  }

  /// Running text of the table, and how it becomes inlines.
  struct Cell {
    var text: LeafText
    var reading = Reading.plain
  }

  enum Reading {
    /// It is text and nothing else.
    case plain
    /// By the index of a piece; it has what the triggers tell.
    case piece(Int, Triggers)
  }
}
