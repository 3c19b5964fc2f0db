/// Writes a document as HTML into a byte buffer.
///
/// Without ``blockOverride`` and ``linkTarget`` it gives exactly the HTML of the CommonMark 0.30
/// specification's examples, and that of cmark-gfm for what GFM adds. Only addresses that a browser
/// would run are never written.
public struct HTMLRenderer {
  /// UTF-8.
  public var output: [UInt8] = []
  /// Asked for every block; writes it and returns true, or returns false to leave it to the renderer.
  public var blockOverride: ((Block, inout HTMLRenderer) -> Bool)?
  /// Gives the address to write for a link or an image.
  public var linkTarget: ((Inline) -> String)?

  /// Gives further attributes for an image, with a blank before each.
  public var imageAttributes: ((Inline) -> String)?
  /// Gives what to write for raw HTML that is allowed.
  public var rawHTML: ((String) -> String)?

  /// Gives the HTML of a formula; one for which it gives none is shown as its source.
  public var formula: ((_ tex: String, _ isDisplay: Bool) -> String?)?
  /// What becomes of raw HTML.
  public var html = RawHTML.allow
  /// Whether it writes what browsers, validators and screen readers of today want where the examples of
  /// the specifications are older: void elements without a slash, a class for the alignment of a cell,
  /// a name for the box of a task, and a role for the notes.
  public var isCurrent = false
  /// Whether raw HTML that is written loses the tags that GFM 0.29 section 6.11 disallows.
  public var filtersTags = false

  public init() {}

  /// Writes a whole document, its notes at the end.
  public mutating func render(_ document: Document) {
    render(document.blocks)
    render(document.footnotes)
  }

  public mutating func render(_ blocks: [Block]) {
    for block in blocks { render(block, inTightList: false) }
  }

  public mutating func render(_ inlines: [Inline]) {
    for inline in inlines { render(inline) }
  }

  var voidEnd: String { isCurrent ? ">" : " />" }

  /// Begins a new line unless the output stands at the start of one.
  public mutating func startLine() {
    if let last = output.last, last != UInt8(ascii: "\n") { output.append(UInt8(ascii: "\n")) }
  }

  mutating func render(_ block: Block, inTightList: Bool) {
    if let blockOverride, blockOverride(block, &self) { return }
    switch block.content {
    case .paragraph(let inlines) where inTightList: render(inlines)
    case .paragraph(let inlines): line("<p>", "</p>") { $0.render(inlines) }
    case .heading(let level, let id, let inlines): renderHeading(level, id: id, inlines)
    case .blockQuote(let blocks):
      line("<blockquote>\n", "</blockquote>") { renderer in
        renderer.render(blocks)
        renderer.startLine()
      }
    case .list(let list): render(list)
    case .codeBlock(let code): render(code)
    case .htmlBlock(let html):
      startLine()
      append(raw: html)
      startLine()
    case .thematicBreak: line("<hr", voidEnd) { _ in }
    case .table(let table): render(table)
    case .alert(let alert): render(alert)
    case .math(let math): render(math)
    case .definitionList(let list): render(list)
    }
  }

  private mutating func renderHeading(_ level: Int, id: String?, _ inlines: [Inline]) {
    startLine()
    output.append(html: "<h")
    output.append(number: level)
    if let id {
      output.append(html: " id=\"")
      output.append(escaping: id)
      output.append(UInt8(ascii: "\""))
    }
    output.append(UInt8(ascii: ">"))
    render(inlines)
    output.append(html: "</h")
    output.append(number: level)
    output.append(html: ">\n")
  }

  private mutating func render(_ list: List) {
    startLine()
    switch list.marker {
    case .bullet: output.append(html: "<ul>\n")
    case .ordered(start: 1): output.append(html: "<ol>\n")
    case .ordered(let start):
      output.append(html: "<ol start=\"")
      output.append(number: start)
      output.append(html: "\">\n")
    }
    for item in list.items {
      line("<li>", "</li>") { renderer in
        if let isChecked = item.isChecked { renderer.renderBox(isChecked: isChecked) }
        for block in item.blocks { renderer.render(block, inTightList: list.isTight) }
      }
    }
    output.append(html: list.marker == .bullet ? "</ul>\n" : "</ol>\n")
  }

  /// Writes a code block.
  ///
  /// - Parameter attributes: those of the `pre` element, with a blank before each.
  public mutating func render(_ code: CodeBlock, attributes: String = "") {
    startLine()
    output.append(html: "<pre")
    output.append(html: attributes)
    output.append(html: "><code")
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
  mutating func line(
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
    case .lineBreak: output.append(html: "<br\(voidEnd)\n")
    case .code(let code):
      output.append(html: "<code>")
      output.append(escaping: code)
      output.append(html: "</code>")
    case .html(let html): append(raw: html)
    case .emphasis(let children): span("<em>", children, "</em>")
    case .strong(let children): span("<strong>", children, "</strong>")
    case .strikethrough(let children): span("<del>", children, "</del>")
    case .footnoteReference(let number, let occurrence):
      renderReference(number: number, occurrence: occurrence)
    case .math(let tex, let isDisplay): render(tex: tex, isDisplay: isDisplay)
    case .abbreviation(let text, let title): render(abbreviation: text, title: title)
    case .link(let destination, let title, let children):
      output.append(html: "<a href=\"")
      append(address: linkTarget?(inline) ?? destination)
      appendTitle(title)
      output.append(html: "\">")
      render(children)
      output.append(html: "</a>")
    case .image(let source, let title, let children):
      output.append(html: "<img src=\"")
      append(address: linkTarget?(inline) ?? source, isImage: true)
      output.append(html: "\" alt=\"")
      output.append(escaping: children.alternativeText)
      appendTitle(title)
      output.append(UInt8(ascii: "\""))
      if let imageAttributes { output.append(html: imageAttributes(inline)) }
      output.append(html: voidEnd)
    }
  }

  private mutating func span(_ opening: String, _ children: [Inline], _ closing: String) {
    output.append(html: opening)
    render(children)
    output.append(html: closing)
  }

  private mutating func append(raw text: String) {
    switch html {
    case .allow where filtersTags: output.append(filtering: rawHTML?(text) ?? text)
    case .allow: output.append(html: rawHTML?(text) ?? text)
    case .escape: output.append(escaping: text)
    case .safe: output.append(html: RawHTML.omission)
    }
  }

  /// Appends an address unless a browser would run it; a picture may stand in its address.
  private mutating func append(address: String, isImage: Bool = false) {
    guard !address.isActiveAddress || isImage && address.isEmbeddedImage else { return }
    output.append(escapingURL: address)
  }

  /// Ends the attribute before it and begins the title, when there is one.
  private mutating func appendTitle(_ title: String) {
    guard !title.isEmpty else { return }
    output.append(html: "\" title=\"")
    output.append(escaping: title)
  }
}
