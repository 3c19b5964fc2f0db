internal import Markdown

/// Raw HTML that stands right above a block.
struct Comment: Equatable {
  var html: String
  /// Where it begins in the page's text.
  var start: SourcePosition

  /// A piece of a comment with its place.
  struct Text {
    var text: String
    var start: SourcePosition

    /// The place of what stands after `offset` bytes.
    func position(_ offset: Int) -> SourcePosition {
      let before = text.utf8.prefix(offset)
      let feeds = before.count { $0 == 0x0A }
      guard let last = before.lastIndex(of: 0x0A) else {
        return SourcePosition(line: start.line, column: start.column + offset)
      }
      let column = before.distance(from: last, to: before.endIndex)
      return SourcePosition(line: start.line + feeds, column: column)
    }
  }

  /// The attributes of the last comment in it, `nil` where it ends with something else.
  ///
  /// The mark is the word with which a comment says that it is for this program: `<!-- step: … -->`
  /// and `<!-- $MDX … -->` about a step, `<!-- notes: … -->` about any block.
  var attributes: (Text, mark: String?)? {
    // Most HTML ends with a tag.
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x0A || byte == 0x09 }
    guard let last = html.utf8.lastIndex(where: { !isBlank($0) }),
      let close = html.utf8.index(last, offsetBy: -2, limitedBy: html.startIndex),
      html.utf8[close...last].elementsEqual("-->".utf8),
      let open = html.lastRange(ofASCII: "<!--"), open.upperBound <= close
    else { return nil }
    var begin = open.upperBound
    func skipBlanks() {
      while begin < close, [0x20, 0x09, 0x0A].contains(html.utf8[begin]) {
        begin = html.utf8.index(after: begin)
      }
    }
    skipBlanks()
    var marked: String?
    for mark in ["step", "notes", "$MDX"] where html.utf8[begin...].starts(with: mark.utf8) {
      let after = html.utf8.index(begin, offsetBy: mark.utf8.count)
      let next = html.utf8[after]
      // `step=…` is an attribute, `steps` another word.
      guard next == UInt8(ascii: ":") || next == 0x20 || next == UInt8(ascii: "{") else { continue }
      begin = next == UInt8(ascii: ":") ? html.utf8.index(after: after) : after
      marked = mark
      skipBlanks()
      break
    }
    let whole = Text(text: html, start: start)
    let offset = html.utf8.distance(from: html.startIndex, to: begin)
    let text = String(html[begin..<max(begin, close)])
    return (Text(text: text, start: whole.position(offset)), marked)
  }
}
