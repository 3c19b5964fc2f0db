internal import Markdown

extension CodeBlock {
  /// Appends the block in the colours of its language; false where that is not known.
  func append(to renderer: inout HTMLRenderer, attributes: String) -> Bool {
    guard let name = language, let language = CodeLanguage(infoString: name) else { return false }
    renderer.startLine()
    renderer.output.append(html: "<pre")
    renderer.output.append(html: attributes)
    renderer.output.append(html: "><code class=\"language-")
    renderer.output.append(escaping: name)
    renderer.output.append(html: "\">")
    CodeHighlight.append(literal, language, to: &renderer.output)
    renderer.output.append(html: "</code></pre>\n")
    return true
  }
}
