/// Lines that are taken out before libcmark reads the text and put into the tree as a block.
///
/// They are rewritten as one HTML comment, the only block that can stand anywhere, holds anything
/// and surely ends with the line it is meant to end with.
struct OpaqueBlock {
  var range: SourceRange
  /// What the comment's lines begin with, one for each line.
  var prefixes: [[UInt8]]
  var content: Content

  enum Content {
    case math(MathBlock)
    case table(TablePlan)
  }

  /// What the comment begins with; U+0081 is a control character that no text uses.
  static let opening = "<!--\u{81}"

  /// Whether raw HTML stands for an opaque block; blanks may stand before it.
  static func isOne(_ html: String) -> Bool {
    html.utf8.drop(while: \.isSpaceOrTab).starts(with: opening.utf8)
  }

  /// The lines that stand for the block, by number.
  var lines: [(number: Int, bytes: [UInt8])] {
    prefixes.indices.map { index in
      let text =
        index == 0 ? Self.opening : index == prefixes.count - 1 ? "-->" : "x"
      return (range.start.line + index, prefixes[index] + Array(text.utf8))
    }
  }
}

extension [Block] {
  /// The lines on which blocks begin that stand for opaque ones.
  var opaqueLines: Set<Int> {
    var found: Set<Int> = []
    collectOpaqueLines(into: &found)
    return found
  }

  private func collectOpaqueLines(into found: inout Set<Int>) {
    for block in self {
      if case .htmlBlock(let html) = block.content {
        if OpaqueBlock.isOne(html) { found.insert(block.range.start.line) }
      } else {
        block.children.collectOpaqueLines(into: &found)
      }
    }
  }
}
