extension List.Item {
  /// Makes the item a task when its text begins with `[ ]` or `[x]` in the marker's line
  /// (GFM 0.29 section 5.3).
  mutating func becomeTask(in source: SourceText) {
    guard let first = blocks.first, case .paragraph(var inlines) = first.content,
      first.range.start.line == range.start.line, case .text(let text)? = inlines.first?.content
    else { return }
    let line = source.line(range.start.line).dropFirst(first.range.start.column - 1)
    let box = line.prefix(3)
    guard box.count == 3, box.first == UInt8(ascii: "["), box.last == UInt8(ascii: "]"),
      text.utf8.prefix(3).elementsEqual(box), line.dropFirst(3).first?.isSpaceOrTab ?? false
    else { return }
    switch box[box.startIndex + 1] {
    case UInt8(ascii: " "): isChecked = false
    case UInt8(ascii: "x"), UInt8(ascii: "X"): isChecked = true
    default: return
    }
    let rest = text.utf8.dropFirst(3).drop(while: \.isSpaceOrTab)
    inlines[0].content = .text(String(Substring(rest)))
    inlines[0].start.column += text.utf8.count - rest.count
    if rest.isEmpty {
      inlines.removeFirst()
      if inlines.first?.content == .softBreak { inlines.removeFirst() }
    }
    if inlines.isEmpty {
      blocks.removeFirst()
      return
    }
    blocks[0].content = .paragraph(inlines)
    let following = line.dropFirst(3).drop(while: \.isSpaceOrTab)
    if !following.isEmpty { blocks[0].range.start.column += following.startIndex - line.startIndex }
  }
}
