/// What stands in a line before its text: blanks, and the marks of block quotes.
struct LinePrefix {
  /// In bytes.
  var length = 0
  /// In columns as they are seen.
  var width = 0
  var quoteMarks = 0
  /// The columns up to where a quote's content can begin, and the bytes up to its last mark.
  private var quoteWidth = 0
  private var quoteLength = 0

  /// - Parameter quoteDepth: how many marks at most belong to the prefix.
  init(of line: ArraySlice<UInt8>, quoteDepth: Int) {
    for byte in line {
      switch byte {
      case UInt8(ascii: " "): width += 1
      case UInt8(ascii: "\t"): width = (width / 4 + 1) * 4
      case UInt8(ascii: ">") where quoteMarks < quoteDepth:
        width += 1
        quoteMarks += 1
        quoteLength = length + 1
        quoteWidth = width + 1
      default: return
      }
      length += 1
    }
  }

  /// Whether a line continues a paragraph of the container without standing in it.
  func isLazy(in container: Container) -> Bool {
    quoteMarks < container.quoteDepth || width < container.contentColumn - 1
  }

  /// How many columns the text stands in from where the container's content begins.
  func indent(in container: Container) -> Int { width - base(in: container) }

  /// A prefix for another line of the same container.
  func plain(of line: ArraySlice<UInt8>, in container: Container) -> [UInt8] {
    let marks = Array(line.prefix(quoteLength))
    let markWidth = max(0, quoteWidth - 1)
    return marks
      + Array(repeating: UInt8(ascii: " "), count: max(0, base(in: container) - markWidth))
  }

  private func base(in container: Container) -> Int {
    max(container.contentColumn - 1, quoteWidth)
  }
}

/// What a block stands in.
struct Container {
  /// How many block quotes there are around it.
  var quoteDepth = 0
  /// The 1-based column, as it is seen, at which the content of the innermost list item begins.
  var contentColumn = 1
  /// How many levels of the tree there are around it.
  var depth = 0
}

extension [Block] {
  /// Visits every block that holds no other blocks, in order.
  ///
  /// - Parameter isWanted: whether to visit the block of a range, or those within it; most are not, and
  ///   are not even copied for the question.
  func forEachLeaf(
    of source: SourceText, in container: Container = Container(),
    where isWanted: (SourceRange) -> Bool,
    _ visit: (Block, Container) -> Void
  ) {
    // A loop over the array itself would copy each block, and count what it holds.
    let blocks = span
    for index in blocks.indices where isWanted(blocks[index].range) {
      switch blocks[index].content {
      case .blockQuote(let blocks):
        var inner = container
        inner.quoteDepth += 1
        inner.depth += 1
        blocks.forEachLeaf(of: source, in: inner, where: isWanted, visit)
      case .list(let list):
        for item in list.items {
          var inner = container
          inner.contentColumn = item.contentColumn(in: source)
          inner.depth += 2
          item.blocks.forEachLeaf(of: source, in: inner, where: isWanted, visit)
        }
      default: visit(blocks[index], container)
      }
    }
  }
}

extension List.Item {
  /// Where the content begins as it is seen: at the first block when that stands beside the marker,
  /// else after the marker and a blank (CommonMark 0.30 section 5.2).
  fileprivate func contentColumn(in source: SourceText) -> Int {
    let line = source.line(range.start.line)
    guard let first = blocks.first?.range.start, first.line == range.start.line else {
      return line.prefix(range.start.column - 1).columns + 3
    }
    return line.prefix(first.column - 1).columns + 1
  }
}

extension ArraySlice<UInt8> {
  /// How many columns the bytes take as they are seen.
  fileprivate var columns: Int {
    reduce(0) { width, byte in byte == UInt8(ascii: "\t") ? (width / 4 + 1) * 4 : width + 1 }
  }
}
