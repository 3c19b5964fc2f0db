internal import Course
internal import Markdown

/// The content of a page as HTML: its Markdown with anchors at the headings and cards for the steps.
struct PageBody {
  private(set) var html: [UInt8] = []
  /// Whether there are diagrams that a script draws.
  private(set) var drawsDiagrams = false
  /// The paths of the course's pictures whose names stand in the page.
  private(set) var images: Set<String> = []

  /// - Parameters:
  ///   - links: those of the page within the course.
  ///   - resolutions: where they lead.
  ///   - recorded: what its record says; `nil` without one.
  init(
    _ page: Page, _ places: PagePlaces, _ links: PageLinks, _ resolutions: PageResolutions,
    _ recorded: RecordedSteps?, in context: PageContext
  ) {
    let found = Findings()
    let earlierIDs = context.lock?.earlier(of: links) ?? [:]
    let earlier = Dictionary(grouping: earlierIDs.keys.sorted()) { earlierIDs[$0] ?? "" }
    var renderer = HTMLRenderer()
    // About what it comes to, so that it need not be moved as it grows.
    renderer.output.reserveCapacity(page.source.bytes.count * 3)
    renderer.isCurrent = true
    renderer.html = context.settings.rawHTML
    renderer.formula = { tex, isDisplay in Formula(tex: tex, isDisplay: isDisplay).mathML }
    let target: (String) -> LinkResolution = { address in
      let resolution = resolutions[address]
      if case .asset(let path, _) = resolution.target, context.images[path] != nil {
        found.images.insert(path)
      }
      return resolution
    }
    renderer.linkTarget = { inline in
      switch inline.content {
      case .link(let address, _, _), .image(let address, _, _): target(address).href
      default: ""
      }
    }
    renderer.rawHTML = { html in
      RawHTMLText.replacingAddresses(in: html) { address in
        // As links of Markdown do, whatever raw HTML may hold besides.
        address.isActiveAddress && !address.isEmbeddedImage ? "" : target(address).href
      }
    }
    renderer.imageAttributes = { inline in
      guard case .image(let source, _, _) = inline.content else { return "" }
      defer { found.imageCount += 1 }
      // The first one is most likely on the screen at once.
      let loading = found.imageCount == 0 ? "" : " loading=\"lazy\" decoding=\"async\""
      guard case .asset(let path, _) = target(source).target else { return loading }
      return (context.images[path]?.attributes ?? "") + loading
    }
    let tabs = page.tabs
    let values = context.settings.values.merging(page.frontMatter.values) { $1 }
    renderer.blockOverride = { block, renderer in
      if let marks = tabs.before[block.range.start] { TabMarkup.append(marks, to: &renderer) }
      switch block.content {
      case .heading(let level, _, let inlines):
        guard let heading = places.heading(block), !heading.id.isEmpty else { return false }
        renderer.startLine()
        for id in earlier[heading.id] ?? [] {
          renderer.output.append(html: "<span id=\"")
          renderer.output.append(escaping: id)
          renderer.output.append(html: "\"></span>\n")
        }
        Self.append(heading, level: level, inlines, to: &renderer)
        return true
      case .codeBlock(let code):
        let step = places.step(block)
        if step?.settings.isHidden == true { return true }
        if let step, step.kind != .foreign {
          renderer.startLine()
          StepCard(step, recorded: recorded, values: values).append(to: &renderer.output)
        } else if Diagram.isOne(code) {
          Diagram.append(code, to: &renderer, in: context)
          found.drawsDiagrams = context.drawsDiagrams
        } else {
          if !code.append(to: &renderer, attributes: ScrollingCode.code) {
            renderer.render(code, attributes: ScrollingCode.code)
          }
        }
        if let marks = tabs.after[block.range.start] { TabMarkup.append(marks, to: &renderer) }
        return true
      case .htmlBlock: return tabs.comments.contains(block.range.start)
      default: return false
      }
    }
    let hasTitle = page.headings.first?.level == 1
    if !hasTitle && (context.settings.rawHTML != .allow || page.rawTitle == nil) {
      renderer.output.append(html: "<h1>")
      renderer.output.append(escaping: page.title)
      renderer.output.append(html: "</h1>\n")
    }
    renderer.render(page.document)
    Self.appendEditFunctions(page, to: &renderer.output)
    html = renderer.output
    drawsDiagrams = found.drawsDiagrams
    // What the page shows of raw HTML says nothing of the copy of its notes.
    if context.settings.rawHTML != .allow {
      for link in links.links { _ = target(link.destination) }
    }
    images = found.images
  }

  /// The shell functions that make edits, for commands that are copied along.
  private static func appendEditFunctions(_ page: Page, to output: inout [UInt8]) {
    // Few steps are edits.
    guard page.steps.contains(where: { !$0.edits.isEmpty && $0.isTask && $0.isCopiedAlong }) else {
      return
    }
    output.append(html: "<template id=\"site:edits\">")
    output.append(escaping: StepEdit.functions)
    output.append(html: "</template>\n")
  }

  /// What turns up on the way.
  private final class Findings {
    var drawsDiagrams = false
    var images: Set<String> = []
    var imageCount = 0
  }

  private static func append(
    _ heading: Heading, level: Int, _ inlines: [Inline], to renderer: inout HTMLRenderer
  ) {
    let digit = UInt8(ascii: "0") + UInt8(level)
    renderer.output.append(html: "<h")
    renderer.output.append(digit)
    renderer.output.append(html: " id=\"")
    renderer.output.append(escaping: heading.id)
    renderer.output.append(html: "\">")
    renderer.render(inlines)
    if level > 1 {
      renderer.output.append(html: " <a class=\"anchor\" href=\"#")
      renderer.output.append(escapingURL: heading.id)
      renderer.output.append(html: "\" aria-label=\"Link to this section\">#</a>")
    }
    renderer.output.append(html: "</h")
    renderer.output.append(digit)
    renderer.output.append(html: ">\n")
  }
}
