internal import Markdown

/// Writes diagnostics as people read them in a terminal and editors parse them.
public struct DiagnosticText {
  /// Whether to colour the severity and the caret (ECMA-48 SGR sequences).
  public var isColored: Bool

  public init(isColored: Bool) { self.isColored = isColored }

  /// - Parameter sourceLine: the line of the file that the diagnostic is about, without line ending;
  ///   `nil` when there is none to show.
  public func text(_ diagnostic: Diagnostic, sourceLine: String?) -> String {
    let place = "\(diagnostic.path):\(diagnostic.position.line):\(diagnostic.position.column)"
    let color =
      switch diagnostic.severity {
      case .error: "31"
      case .warning: "33"
      case .hint: "36"
      }
    let severity = paint(diagnostic.severity.rawValue + ":", "1;\(color)")
    var result = "\(place): \(severity) \(diagnostic.message.printable) [\(diagnostic.rule)]\n"
    if let sourceLine, !sourceLine.isEmpty {
      let excerpt = Excerpt(of: sourceLine, column: diagnostic.position.column)
      result += "  \(excerpt.line)\n  \(excerpt.indent)\(paint("^", "1;\(color)"))\n"
    }
    if let mend = diagnostic.mend { result += "  \(paint("mend:", "1")) \(mend.printable)\n" }
    return result
  }

  private func paint(_ text: String, _ code: String) -> String {
    isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

/// A source line cut to a width that a terminal shows, with the blanks that put a caret below it.
private struct Excerpt {
  let line: String
  let indent: String

  private static let width = 100

  init(of source: String, column: Int) {
    let bytes = source.utf8
    let offset = bytes.index(bytes.startIndex, offsetBy: column - 1, limitedBy: bytes.endIndex)
    let before = String(decoding: bytes[..<(offset ?? bytes.endIndex)], as: UTF8.self)
    let rest = String(decoding: bytes[(offset ?? bytes.endIndex)...], as: UTF8.self)
    let lead = before.count > 60 ? "…" + before.suffix(50) : before
    let tail =
      rest.count > Self.width - lead.count
      ? rest.prefix(max(0, Self.width - lead.count)) + "…" : rest
    line = (lead + tail).printable
    // A tab keeps its place, so that the caret moves with it.
    indent = lead.map { $0 == "\t" ? "\t" : String(repeating: " ", count: String($0).columns) }
      .joined()
  }
}
