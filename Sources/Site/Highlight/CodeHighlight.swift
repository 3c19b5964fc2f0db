internal import Markdown

/// Colours code when the site is built, so that pages need no script for it.
package enum CodeHighlight {
  /// Appends the code as HTML with a span around each range that has a role; the class of the span is
  /// the role's letter.
  ///
  /// The text of that HTML is the code, whatever it holds. It takes time linear in the code's length.
  package static func append(
    _ code: some StringProtocol, _ language: CodeLanguage, to output: inout [UInt8]
  ) {
    let bytes = Array(code.utf8)
    output.append(highlighting: bytes, language.tokens(of: bytes, 0..<bytes.count))
  }

  /// A part of code in whose place something else is written.
  struct Gap {
    var range: Range<Int>
    var html: [UInt8]
  }

  /// The same with other HTML for some parts.
  ///
  /// - Parameter gaps: in order and without overlap, counted in the code's bytes.
  static func append(
    _ code: some StringProtocol, _ language: CodeLanguage, leavingOut gaps: [Gap],
    to output: inout [UInt8]
  ) {
    guard !gaps.isEmpty else { return append(code, language, to: &output) }
    let bytes = Array(code.utf8)
    let tokens = language.tokens(of: bytes, 0..<bytes.count).all
    func appendCode(_ part: Range<Int>) {
      let inside = tokens.filter { $0.start < part.upperBound && $0.end > part.lowerBound }
      output.append(highlighting: bytes, part, inside[...])
    }
    var position = 0
    for gap in gaps {
      appendCode(position..<gap.range.lowerBound)
      output += gap.html
      position = gap.range.upperBound
    }
    appendCode(position..<bytes.count)
  }

  /// The same with each line in an element `ins`.
  package static func appendInserted(
    _ code: some StringProtocol, _ language: CodeLanguage?, to output: inout [UInt8]
  ) {
    let bytes = Array(code.utf8)
    let tokens = language?.tokens(of: bytes, 0..<bytes.count).all ?? []
    var first = 0
    var line = 0
    while line < bytes.count {
      let end = bytes[line...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      var last = first
      while last < tokens.count, tokens[last].start < end { last += 1 }
      output.append(html: "<ins>")
      output.append(highlighting: bytes, line..<end, tokens[first..<last])
      output.append(html: "</ins>")
      // The last one may reach into the next line.
      first = last > first && tokens[last - 1].end > end ? last - 1 : last
      line = end
    }
  }
}
