import Course
import Markdown
import Testing

/// Diagnostics as people read them.
struct DiagnosticTextTests {
  /// A line, the byte column of a place in it, and what stands before the caret.
  @Test(arguments: [
    ("ab c", 4, "   "), ("\tab", 2, "\t"), ("é x", 4, "  "), ("中文 x", 8, "     "),
    ("か\u{3099}x", 7, "  "), ("🙂x", 5, "  "),
  ])
  func `the caret stands below its place`(line: String, column: Int, before: String) {
    let diagnostic = Diagnostic(
      path: "a.md", position: SourcePosition(line: 1, column: column), severity: .hint,
      message: "m", rule: "r")
    let text = DiagnosticText(isColored: false).text(diagnostic, sourceLine: line)
    #expect(text.split(separator: "\n").last.map(String.init) == "  \(before)^")
  }
}
