import Course
import Site
import Testing

/// Fences in the language of Mermaid.
struct DiagramTests {
  private static let notes = "# A\n\n```mermaid\na-->b\n```\n"

  private func page(
    _ markdown: String, theme: [String: String] = [:], settings: [String: ThemeValue] = [:]
  ) throws -> String {
    var course = CourseSettings()
    course.theme = settings
    let files = try testSite(
      ["content/x/a.md": markdown, "content/b.md": "# B\n"], theme: theme, settings: course)
    let other = files.first { $0.path == "b.html" }
    let text = String(decoding: other?.bytes ?? [], as: UTF8.self)
    #expect(text.contains("<h1") && !text.contains("mermaid"))
    return String(decoding: files.first { $0.path == "x/a.html" }?.bytes ?? [], as: UTF8.self)
  }

  @Test(arguments: [
    ("```mermaid\na-->b\n```\n", "Diagram (Mermaid source)"),
    ("```mermaid title=\"A <b>\"\na-->b\n```\n", "A &lt;b>"),
    ("```{mermaid}\na-->b\n```\n", "Diagram (Mermaid source)"),
  ])
  func `a diagram is its source with a caption`(fence: String, caption: String) throws {
    let html = try page(fence)
    #expect(
      html.contains(
        "<figure class=\"diagram\">\n<pre tabindex=\"0\" role=\"group\" aria-label=\"Code\"><code class=\"language-mermaid\">a--&gt;b\n"
          + "</code></pre>\n<figcaption>\(caption.replacing(">", with: "&gt;"))</figcaption>\n</figure>"
      ),
      "\(html)")
    #expect(html.ranges(of: "<script").count == 1)
  }

  @Test func `the caption is in the language of the course`() throws {
    let html = try page(Self.notes, settings: ["diagram": .text("Diagramm")])
    #expect(html.contains("<figcaption>Diagramm</figcaption>"))
  }

  @Test(arguments: ["mermaid.js", "lib/m.js"])
  func `a script of the theme draws it, on pages with diagrams alone`(script: String) throws {
    let settings: [String: ThemeValue] =
      script == "mermaid.js" ? [:] : ["mermaid": .text(script)]
    let html = try page(Self.notes, theme: [script: "1"], settings: settings)
    #expect(
      html.contains(
        "<figure class=\"diagram\">\n<pre class=\"mermaid\">a--&gt;b\n</pre>\n</figure>"))
    #expect(html.contains("<script defer src=\"../\(script)\"></script>"))
    #expect(html.contains("style-src 'self' 'unsafe-inline';"))
  }

  @Test func `a script that is not there is told`() throws {
    var settings = CourseSettings()
    settings.theme = ["mermaid": .text("m.js")]
    let builder = SiteBuilder(settings: settings, theme: try Theme(), pages: [])
    #expect(builder.diagnostics.map(\.rule) == ["settings"])
  }
}
