internal import Markdown

/// Checks the tree of a document: fences that are never closed, nesting too deep to show.
enum DocumentCheck {
  static func diagnostics(_ document: Document, in source: SourceFile) -> [Diagnostic] {
    var open: [SourceRange] = []
    document.blocksAndNotes.visit { block in
      if case .codeBlock(let code) = block.content, code.form == .fenced(isClosed: false) {
        open.append(block.range)
      }
    }
    var result = open.map { range in
      Diagnostic(
        path: source.path, position: source.filePosition(range.start), severity: .error,
        message:
          "code fence is never closed, so that all below it up to line \(range.end.line) is code",
        rule: "unclosed-fence", mend: "add a closing fence on a line of its own")
    }
    if let position = document.flattenedAt {
      result.append(
        Diagnostic(
          path: source.path, position: source.filePosition(position), severity: .warning,
          message:
            "nesting goes beyond \(Document.maximumNesting) levels; deeper ones are shown flat",
          rule: "nesting"))
    }
    return result
  }
}
