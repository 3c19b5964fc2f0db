extension Block {
  /// Makes a block quote an alert when its first line is nothing but `[!NOTE]` or one of its like and
  /// something follows.
  mutating func becomeAlert(in source: SourceText) {
    guard case .blockQuote(var blocks) = content, let first = blocks.first,
      case .paragraph(var inlines) = first.content, case .text(let text)? = inlines.first?.content,
      let kind = Alert.Kind(mark: text)
    else { return }
    // The tree does not tell a bracket behind a backslash from a plain one.
    let line = source.line(first.range.start.line).dropFirst(first.range.start.column - 1)
    guard line.trimmed.elementsEqual(text.utf8) else { return }
    if inlines.count > 1 {
      inlines.removeFirst(2)
      blocks[0].content = .paragraph(inlines)
      let next = first.range.start.line + 1
      let length = LinePrefix(of: source.line(next), quoteDepth: .max).length
      blocks[0].range = SourceRange(
        start: min(SourcePosition(line: next, column: length + 1), first.range.end),
        end: first.range.end)
    } else {
      blocks.removeFirst()
    }
    guard !blocks.isEmpty else { return }
    content = .alert(Alert(kind: kind, blocks: blocks))
  }
}

extension Alert.Kind {
  /// - Parameter mark: `[!NOTE]`, in capitals or not.
  fileprivate init?(mark: String) {
    guard mark.hasPrefix("[!"), mark.hasSuffix("]") else { return nil }
    self.init(rawValue: mark.dropFirst(2).dropLast().lowercased())
  }
}
