internal import Markdown

/// Finds `[text][label]` that stayed text because nothing defines the label (CommonMark 0.30 section
/// 6.3).
///
/// Brackets mean much else: indices, tasks, footnotes. So both parts must hold words, nothing may
/// touch the whole, and the source must have it just as it is seen, without a backslash.
enum ReferenceCheck {
  static func diagnostics(_ page: Page) -> [Diagnostic] {
    guard page.source.text.contains(ascii: "][") else { return [] }
    let lines = page.source.text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    var result: [Diagnostic] = []
    for inline in page.document.blocks.flatMap(\.texts) {
      guard case .text(let text) = inline.content, inline.start.line <= lines.count else {
        continue
      }
      // Text begins at its place; what libcmark resolved before makes it stand further on.
      let line = Substring(lines[inline.start.line - 1].dropFirst(inline.start.column - 1))
      var searched = line.startIndex
      for found in references(in: text) {
        guard let range = line.firstRange(ofASCII: found.text, from: searched) else { break }
        searched = range.upperBound
        if line.utf8[..<range.lowerBound].last == UInt8(ascii: "\\") { continue }
        let offset = line.utf8.distance(from: line.startIndex, to: range.lowerBound)
        let position = SourcePosition(
          line: inline.start.line, column: inline.start.column + offset)
        result.append(
          Diagnostic(
            path: page.path, position: page.source.filePosition(position), severity: .hint,
            message: "'\(found.text)' is shown as it is, since '\(found.label)' is defined nowhere",
            rule: "undefined-reference",
            mend: "add a line `[\(found.label)]: address`, or mend the label"))
      }
    }
    return result
  }

  private static func references(in text: String) -> [(text: String, label: String)] {
    guard text.contains(ascii: "][") else { return [] }
    let bytes = Array(text.utf8)
    var result: [(text: String, label: String)] = []
    var open: Int?
    var index = 0
    while index < bytes.count {
      defer { index += 1 }
      guard bytes[index] == UInt8(ascii: "[") else {
        if bytes[index] == UInt8(ascii: "]"), let start = open {
          open = nil
          guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "["),
            let length = bytes[(index + 2)...].firstIndex(where: { "[]".utf8.contains($0) }),
            bytes[length] == UInt8(ascii: "]")
          else { continue }
          let label = bytes[(index + 2)..<length]
          let isFree =
            (start == 0 || touches(bytes[start - 1]) == false)
            && (length + 1 == bytes.count || touches(bytes[length + 1]) == false)
          if isFree, isWord(bytes[(start + 1)..<index]), isWord(label) {
            result.append(
              (
                String(decoding: bytes[start...length], as: UTF8.self),
                String(decoding: label, as: UTF8.self)
              ))
          }
          index = length
        }
        continue
      }
      open = index
    }
    return result
  }

  /// Whether a byte beside the brackets makes them an index, a footnote or a part of something else.
  private static func touches(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "[](){}_$=:\\".utf8.contains(byte) || byte >= 0x80
    }
  }

  /// Two letters or more, and no sign of a footnote, a formula or a pattern.
  private static func isWord(_ bytes: ArraySlice<UInt8>) -> Bool {
    let letters = bytes.count {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) || $0 >= 0x80
    }
    return letters >= 2 && bytes.first != UInt8(ascii: "^") && bytes.first != UInt8(ascii: "!")
      && !bytes.contains { "\\$={}<>\"".utf8.contains($0) }
  }
}

extension Block {
  fileprivate var texts: [Inline] {
    switch content {
    case .paragraph(let inlines), .heading(_, _, let inlines): inlines.flatMap(\.texts)
    case .table(let table): ([table.header] + table.rows).flatMap(\.cells).joined().flatMap(\.texts)
    case .codeBlock, .htmlBlock, .thematicBreak, .math: []
    case .blockQuote, .list, .alert, .definitionList: children.flatMap(\.texts)
    }
  }
}

extension Inline {
  fileprivate var texts: [Inline] {
    if case .text = content { return [self] }
    return children.flatMap(\.texts)
  }
}
