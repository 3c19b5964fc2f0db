internal import Course
internal import Markdown

/// Colours shell text by the lexer that the steps are read with.
enum ShellHighlight {
  /// Appends the text as HTML with a span around each token that has a colour.
  static func append(_ text: String, to output: inout [UInt8]) {
    let bytes = Array(text.utf8)
    var copied = 0
    func copy(to end: Int, _ output: inout [UInt8]) {
      output.append(escaping: String(decoding: bytes[copied..<end], as: UTF8.self))
      copied = end
    }
    for token in ShellScript(text).tokens {
      guard let name = className(token.kind) else { continue }
      copy(to: token.range.lowerBound, &output)
      output.append(html: "<span class=\"\(name)\">")
      copy(to: token.range.upperBound, &output)
      output.append(html: "</span>")
    }
    copy(to: bytes.count, &output)
  }

  /// The style sheet's class for a token, or `nil` for one in the colour of text.
  private static func className(_ kind: ShellToken.Kind) -> String? {
    switch kind {
    case .commandName: "t-cmd"
    case .flag: "t-flag"
    case .operator, .redirection, .continuation: "t-op"
    case .keyword: "t-kw"
    case .singleQuoted, .doubleQuoted, .ansiCQuoted, .hereDocumentBody, .escape: "t-str"
    case .expansion, .assignment: "t-var"
    case .comment: "t-com"
    case .argument, .hereDocumentDelimiter, .invalid: nil
    }
  }
}
