internal import Markdown

/// Tells admonitions and tabs whose content is indented, as MkDocs has it: to CommonMark that is code,
/// and so are its fences. Their blocks are steps all the same; see ``ContainedBlocks``.
enum IndentedContentCheck {
  static func diagnostics(_ document: Document, in source: SourceFile) -> [Diagnostic] {
    var result: [Diagnostic] = []
    visit(document.blocks, in: source, &result)
    return result
  }

  private static func visit(_ blocks: [Block], in source: SourceFile, _ result: inout [Diagnostic])
  {
    var announced = AnnouncedContent()
    var start: SourcePosition?
    for block in blocks {
      switch block.content {
      case .codeBlock(let code):
        if code.form == .indented, announced.isAwaited, let start {
          result.append(diagnostic(at: start, isTab: !announced.tabs.isEmpty, in: source))
        }
      case .list(let list): for item in list.items { visit(item.blocks, in: source, &result) }
      case .blockQuote(let inner): visit(inner, in: source, &result)
      default: break
      }
      announced.pass(block)
      start = block.range.start
    }
  }

  private static func diagnostic(at start: SourcePosition, isTab: Bool, in source: SourceFile)
    -> Diagnostic
  {
    Diagnostic(
      path: source.path, position: source.filePosition(start), severity: .hint,
      message: "what is indented below it is code to CommonMark, and the page shows it so",
      rule: "indented-content",
      mend: isTab
        ? "write fences with `tab=\"…\"` between `<!-- tabs -->` and `<!-- /tabs -->`"
        : "write `> [!NOTE]` and `> ` before each line")
  }
}
