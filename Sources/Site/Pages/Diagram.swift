internal import Course
internal import Markdown

/// A fence in the language of Mermaid: as its source with a caption, or for a script that draws it.
enum Diagram {
  static func isOne(_ code: CodeBlock) -> Bool {
    ["mermaid", "{mermaid}"].contains(code.language?.lowercased() ?? "")
  }

  static func append(_ code: CodeBlock, to renderer: inout HTMLRenderer, in context: PageContext) {
    renderer.startLine()
    renderer.output.append(html: "<figure class=\"diagram\">\n")
    var caption = code.title
    if context.drawsDiagrams {
      renderer.output.append(html: "<pre class=\"mermaid\">")
      renderer.output.append(escaping: code.literal)
      renderer.output.append(html: "</pre>\n")
    } else {
      var source = code
      source.info = "mermaid"
      renderer.render(source, attributes: ScrollingCode.code)
      caption = caption ?? label(context.settings)
    }
    if let caption {
      renderer.output.append(html: "<figcaption>")
      renderer.output.append(escaping: caption)
      renderer.output.append(html: "</figcaption>\n")
    }
    renderer.output.append(html: "</figure>\n")
  }

  /// What a diagram without a title is called; `diagram` under `theme` of the settings says it in the
  /// language of the course.
  private static func label(_ settings: CourseSettings) -> String {
    if case .text(let text)? = settings.theme["diagram"] { return text }
    return "Diagram (Mermaid source)"
  }
}

/// The script by which a course's own theme draws diagrams: `mermaid.js`, or the file of the theme
/// that `mermaid` under `theme` of the settings names.
struct DiagramScript {
  /// In the site, where the theme has it.
  let path: String?
  /// What is wrong with the name.
  private(set) var problem: Diagnostic?

  init(settings: CourseSettings, theme: Theme) {
    guard let value = settings.theme["mermaid"] else {
      path = theme.assets["mermaid.js"] == nil ? nil : "mermaid.js"
      return
    }
    if case .text(let name) = value, theme.assets[name] != nil {
      path = name
      return
    }
    path = nil
    problem = Diagnostic(
      path: CourseSettings.path, position: SourcePosition(line: 1, column: 1), severity: .error,
      message: "'mermaid' under 'theme' is no file of the folder theme/", rule: "settings",
      mend: "write the file's path in theme/, such as `mermaid.min.js`")
  }
}
