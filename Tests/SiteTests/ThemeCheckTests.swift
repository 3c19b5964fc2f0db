import Course
import Testing

@testable import Site

/// What is told of a course's own files of the theme.
struct ThemeCheckTests {
  @Test(arguments: [
    ("{{title}} {{{body}}} {{& head}}", nil),
    ("<p>\n  {{titel}}", ("2:3", "'titel' is no variable of the theme", "write `{{title}}`")),
    (
      "ä{{#stepCuont}}", ("1:3", "'stepCuont' is no variable of the theme", "write `{{stepCount}}`")
    ),
    ("{{> sidebr}}", ("1:1", "'sidebr' is no partial of the theme", "write `{{> sidebar}}`")),
    (
      "{{> nothing-like-it}}",
      ("1:1", "'nothing-like-it' is no partial of the theme", "make theme/nothing-like-it.mustache")
    ),
    ("{{#previous}}{{href}} {{title}} {{home}}{{/previous}}", nil),
    ("{{previous.href}}", nil),
    (
      "{{#previous}}{{/previous}}{{href}}",
      ("1:27", "'href' is no variable of the theme", "see what there is with `notes theme vars`")
    ),
    ("{{theme.accent}} {{#theme.logo}}{{theme.logo}}{{/theme.logo}} {{theme.motto}}", nil),
    (
      "{{theme.acent}}",
      ("1:1", "'theme.acent' is no variable of the theme", "write `{{theme.accent}}`")
    ),
    ("{{#theme.links}}{{name}} {{.}}{{/theme.links}}", nil),
    ("{{! titel }}{{^description}}{{.}}{{/description}}", nil),
    ("{{uppercased(title)}}", nil),
    (
      "{{=<% %>=}}{{titel}}<%titel%>",
      ("1:21", "'titel' is no variable of the theme", "write `{{title}}`")
    ),
  ])
  func `a name that nothing gives is told with its place and the nearest`(
    template: String, expected: (place: String, message: String, mend: String)?
  ) {
    let found = ThemeCheck.diagnostics(
      overrides: ["own.mustache": Array(template.utf8)], values: ["accent"])
    let text = DiagnosticText(isColored: false)
    let words = found.map { text.text($0, sourceLine: nil).split(separator: "\n") }
    let lines = expected.map { (place, message, mend) in
      ["theme/own.mustache:\(place): error: \(message) [template]", "  mend: \(mend)"]
    }
    #expect(words.map { $0.map(String.init) } == [lines].compactMap(\.self))
  }

  @Test func `all names are told at once, and partials of the course's own are known`() {
    let found = ThemeCheck.diagnostics(
      overrides: [
        "page.mustache": Array("{{a}}{{> own}}\n{{> own2}}".utf8),
        "own.mustache": Array("{{b}}".utf8), "data.txt": Array("{{c}}".utf8),
      ], values: [])
    #expect(
      found.map(\.path) == ["theme/own.mustache", "theme/page.mustache", "theme/page.mustache"])
  }

  @Test func `the default theme uses only what the list of variables has`() {
    #expect(ThemeCheck.diagnostics(overrides: Theme.builtIn, values: []) == [])
  }

  @Test func `the list of variables has what pages are filled with, and nothing else`() throws {
    let shared = SiteBuilder.shared(
      CourseSettings(), ThemeAssets(try Theme()), root: "", [], hasWhole: true)
    let filled = Set(PageFrame.Hole.allCases.map(\.name)).union(shared.keys)
    let listed = Set(
      ThemeVariable.all.filter { $0.kind != .group || $0.name == "theme" }.map(\.name))
    #expect(listed == filled)
  }

  @Test(arguments: ["pager.mustache", "style.css", "notes.js"])
  func `a copy of a default is warned of when another default has taken its place`(name: String)
    throws
  {
    let file = try #require(ThemeDefault(name))
    #expect(ThemeCheck.diagnostics(overrides: [name: file.copy], values: []) == [])
    #expect(ThemeCheck.diagnostics(overrides: [name: Array("a".utf8)], values: []) == [])
    let old = String(decoding: file.copy, as: UTF8.self).replacing(file.digits, with: "0123456789")
    let found = ThemeCheck.diagnostics(overrides: [name: Array(old.utf8)], values: [])
    #expect(found.map(\.rule) == ["outdated-theme"])
    let text = found.first.map { DiagnosticText(isColored: false).text($0, sourceLine: nil) }
    #expect(text?.hasPrefix("theme/\(name):1:") == true)
    #expect(found.first?.mend?.contains(file.digits) == true)
  }
}
