internal import Course
internal import Markdown

/// The content of a page as HTML: its Markdown with anchors at the headings and cards for the steps.
struct PageBody {
  private(set) var html: [UInt8] = []
  /// Whether there are diagrams that a script draws.
  private(set) var drawsDiagrams = false

  init(_ page: Page, in context: PageContext) {
    let found = Findings()
    let headings = Dictionary(
      page.headings.map { ($0.range.start, $0) }, uniquingKeysWith: { first, _ in first })
    let steps = Dictionary(
      page.steps.map { ($0.range.start, $0) }, uniquingKeysWith: { first, _ in first })
    var renderer = HTMLRenderer()
    renderer.html = context.settings.rawHTML
    renderer.formula = { tex, isDisplay in Formula(tex: tex, isDisplay: isDisplay).mathML }
    renderer.linkTarget = { Self.target($0, on: page.path, context.links) }
    let tabs = page.tabs
    renderer.blockOverride = { block, renderer in
      if let marks = tabs.before[block.range.start] { TabMarkup.append(marks, to: &renderer) }
      switch block.content {
      case .heading(let level, _, let inlines):
        guard let heading = headings[block.range.start], !heading.id.isEmpty else { return false }
        Self.append(heading, level: level, inlines, to: &renderer)
        return true
      case .codeBlock(let code):
        if steps[block.range.start]?.settings.isHidden == true { return true }
        if let step = steps[block.range.start], step.kind != .foreign {
          renderer.startLine()
          StepCard(step).append(to: &renderer.output)
        } else if Diagram.isOne(code) {
          Diagram.append(code, to: &renderer, in: context)
          found.drawsDiagrams = context.drawsDiagrams
        } else {
          // It takes the focus, so that long lines scroll by keyboard.
          renderer.render(code, attributes: " tabindex=\"0\"")
        }
        if let marks = tabs.after[block.range.start] { TabMarkup.append(marks, to: &renderer) }
        return true
      case .htmlBlock: return tabs.comments.contains(block.range.start)
      default: return false
      }
    }
    if page.headings.first?.level != 1 {
      renderer.output.append(html: "<h1>")
      renderer.output.append(escaping: page.title)
      renderer.output.append(html: "</h1>\n")
    }
    renderer.render(page.document)
    html = renderer.output
    drawsDiagrams = found.drawsDiagrams
  }

  /// What turns up on the way.
  private final class Findings {
    var drawsDiagrams = false
  }

  private static func append(
    _ heading: Heading, level: Int, _ inlines: [Inline], to renderer: inout HTMLRenderer
  ) {
    renderer.startLine()
    renderer.output.append(html: "<h\(level) id=\"")
    renderer.output.append(escaping: heading.id)
    renderer.output.append(html: "\">")
    renderer.render(inlines)
    if level > 1 {
      renderer.output.append(html: " <a class=\"anchor\" href=\"#")
      renderer.output.append(escapingURL: heading.id)
      renderer.output.append(html: "\" aria-label=\"Link to this section\">#</a>")
    }
    renderer.output.append(html: "</h\(level)>\n")
  }

  /// The address to write: notes become their pages.
  private static func target(_ inline: Inline, on page: String, _ links: LinkTable) -> String {
    switch inline.content {
    case .link(let destination, _, _), .image(let destination, _, _):
      links.resolution(of: destination, on: page).href
    default: ""
    }
  }
}
