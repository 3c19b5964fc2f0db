/// Writes a document as HTML into a byte buffer.
///
/// Without ``blockOverride`` and ``linkTarget`` it gives exactly the HTML of the CommonMark 0.30
/// specification's examples.
public struct HTMLRenderer {
  /// UTF-8.
  public var output: [UInt8] = []
  /// Asked for every block; writes it and returns true, or returns false to leave it to the renderer.
  public var blockOverride: ((Block, inout HTMLRenderer) -> Bool)?
  /// Gives the address to write for a link or an image.
  public var linkTarget: ((Inline) -> String)?

  public init() {}

  public mutating func render(_ blocks: [Block]) {
    for block in blocks { render(block, inTightList: false) }
  }

  public mutating func render(_ inlines: [Inline]) {
    for inline in inlines { render(inline) }
  }

  /// Begins a new line unless the output stands at the start of one.
  public mutating func startLine() {
    if let last = output.last, last != UInt8(ascii: "\n") { output.append(UInt8(ascii: "\n")) }
  }

  private mutating func render(_ block: Block, inTightList: Bool) {
    if let blockOverride, blockOverride(block, &self) { return }
    switch block.content {
    case .paragraph(let inlines) where inTightList: render(inlines)
    case .paragraph(let inlines): line("<p>", "</p>") { $0.render(inlines) }
    case .heading(let level, _, let inlines):
      line("<h\(level)>", "</h\(level)>") { $0.render(inlines) }
    case .blockQuote(let blocks):
      line("<blockquote>\n", "</blockquote>") { renderer in
        renderer.render(blocks)
        renderer.startLine()
      }
    case .list(let list): render(list)
    case .codeBlock(let code): render(code)
    case .htmlBlock(let html):
      startLine()
      output.append(html: html)
      startLine()
    case .thematicBreak: line("<hr />", "") { _ in }
    case .table, .alert, .math: break
    }
  }

  private mutating func render(_ list: List) {
    let (opening, closing) =
      switch list.marker {
      case .bullet: ("<ul>\n", "</ul>")
      case .ordered(start: 1): ("<ol>\n", "</ol>")
      case .ordered(let start): ("<ol start=\"\(start)\">\n", "</ol>")
      }
    line(opening, closing) { renderer in
      for item in list.items {
        renderer.line("<li>", "</li>") { renderer in
          for block in item.blocks { renderer.render(block, inTightList: list.isTight) }
        }
      }
    }
  }

  /// Writes a code block.
  ///
  /// - Parameter attributes: those of the `pre` element, with a blank before each.
  public mutating func render(_ code: CodeBlock, attributes: String = "") {
    startLine()
    output.append(html: "<pre\(attributes)><code")
    if let language = code.language {
      output.append(html: " class=\"language-")
      output.append(escaping: language)
      output.append(html: "\"")
    }
    output.append(html: ">")
    output.append(escaping: code.literal)
    output.append(html: "</code></pre>\n")
  }

  /// Writes a block element that stands on lines of its own.
  private mutating func line(
    _ opening: String, _ closing: String, content: (inout HTMLRenderer) -> Void
  ) {
    startLine()
    output.append(html: opening)
    content(&self)
    output.append(html: closing)
    startLine()
  }

  private mutating func render(_ inline: Inline) {
    switch inline.content {
    case .text(let text): output.append(escaping: text)
    case .softBreak: output.append(html: "\n")
    case .lineBreak: output.append(html: "<br />\n")
    case .code(let code):
      output.append(html: "<code>")
      output.append(escaping: code)
      output.append(html: "</code>")
    case .html(let html): output.append(html: html)
    case .emphasis(let children): span("em", children)
    case .strong(let children): span("strong", children)
    case .strikethrough(let children): span("del", children)
    case .footnoteReference, .math: break
    case .link(let destination, let title, let children):
      output.append(html: "<a href=\"")
      output.append(escapingURL: linkTarget?(inline) ?? destination)
      appendTitle(title)
      output.append(html: "\">")
      render(children)
      output.append(html: "</a>")
    case .image(let source, let title, let children):
      output.append(html: "<img src=\"")
      output.append(escapingURL: linkTarget?(inline) ?? source)
      output.append(html: "\" alt=\"")
      output.append(escaping: children.alternativeText)
      appendTitle(title)
      output.append(html: "\" />")
    }
  }

  private mutating func span(_ name: String, _ children: [Inline]) {
    output.append(html: "<\(name)>")
    render(children)
    output.append(html: "</\(name)>")
  }

  /// Ends the attribute before it and begins the title, when there is one.
  private mutating func appendTitle(_ title: String) {
    guard !title.isEmpty else { return }
    output.append(html: "\" title=\"")
    output.append(escaping: title)
  }
}
