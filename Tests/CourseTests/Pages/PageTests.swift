import Course
import Markdown
import Testing

/// Titles, front matter, order and nearest names of pages.
struct PageTests {
  private func page(_ text: String, path: String = "content/week1.md") -> Page {
    Page(path: path, bytes: Array(text.utf8))
  }

  @Test(arguments: [
    ("# A *b* `c`\n", "A b c"), ("no heading\n", "week1"), ("---\ntitle: T\n---\n# A\n", "T"),
    ("---\ntitle: ''\n---\n# A\n", "A"), ("", "week1"), ("## B\n", "B"),
  ])
  func `a page has a title`(text: String, title: String) {
    #expect(page(text).title == title)
  }

  @Test(arguments: [
    ("---\ntitle: [a\n---\nx\n", ["3:1 front-matter"]),
    (
      "---\ntitle: a\norder: soon\ndraft: perhaps\n---\n", ["3:8 front-matter", "4:8 front-matter"]
    ),
    ("---\na: 1\na: 2\n---\n", ["2:1 front-matter"]),
    ("---\nHeading\n---\n", []), ("---\n\ntext\n", []), ("---\n---\n", []), ("---\nx: y\n", []),
    ("---\ntags: [a, b]\nlayout: post\n---\n", []),
    ("```sh\nls\n", ["1:1 unclosed-fence"]),
    ("- ```\n  a\n- ```\n", ["1:3 unclosed-fence", "3:3 unclosed-fence"]),
    ("> > > deep\n", []),
  ])
  func `troubles are told at their place`(text: String, expected: [String]) {
    let found = page(text).diagnostics.map {
      "\($0.position.line):\($0.position.column) \($0.rule)"
    }
    #expect(found == expected)
  }

  @Test func `nesting that is flattened is told`() {
    let found = page(String(repeating: ">", count: 300) + " a\n").diagnostics
    #expect(found.map(\.rule) == ["nesting"])
  }

  @Test func `a course without an index gets one that lists its pages`() {
    let pages = ["b", "c#1"].map { page("# T *\($0)*\n", path: "content/\($0).md") }
    let course = Course(settings: CourseSettings(), pages: pages)
    #expect(course.pages.map(\.path) == ["content/index.md", "content/b.md", "content/c#1.md"])
    #expect(course.pages.first?.title == "Course notes")
    #expect(Course(settings: CourseSettings(), pages: []).pages.isEmpty)
  }

  @Test(arguments: [
    ("```sh\necho \"a\n```\n", ["2:6"]),
    ("1. x\n   ```sh\n   ls\n   if true; then\n   ```\n", ["4:4"]),
    ("```sh\n$ echo \"a\nout\n$ ls\n```\n", ["2:3"]), ("```sh\nls\n```\n", []),
  ])
  func `a command that bash cannot read is told at its place`(text: String, expected: [String]) {
    let found = PageCheck.diagnostics(page(text)).map {
      "\($0.position.line):\($0.position.column)"
    }
    #expect(found == expected)
  }

  @Test func `pages stand in the order a reader goes through them`() {
    let names = ["week10", "week2", "b/c", "index", "z", "week1"]
    var pages = names.map { page("# \($0)\n", path: "content/\($0).md") }
    pages.append(page("---\norder: 1\n---\n", path: "content/last.md"))
    pages.append(page("---\ndraft: true\n---\n", path: "content/draft.md"))
    let course = Course(settings: CourseSettings(), pages: pages)
    #expect(
      course.pages.map(\.names.name) == ["index", "last", "c", "week1", "week2", "week10", "z"])
  }

  @Test(arguments: [
    ("wek1", ["week1"]), ("week", ["week1", "week2", "weeks"]), ("WEEK1", ["week1", "week2"]),
    ("xyzzy", []), ("ewek2", ["week2"]),
  ])
  func `the nearest names are found`(name: String, expected: [String]) {
    let names = ["index", "week1", "week2", "weeks"]
    let found = NearestName.suggestions(for: name, among: names)
    #expect(found.prefix(expected.count) == expected[...])
    #expect(expected.isEmpty == found.isEmpty)
  }

  @Test(arguments: [
    ("title: A\ndescription: B\nlanguage: de\n", []), ("", []), ("titel: A\n", ["1:1"]),
    ("- a\n", ["1:1"]), ("title: [\n", ["2:1"]), ("title: {a: b}\n", ["1:1"]),
  ])
  func `the settings are read`(text: String, expected: [String]) {
    var diagnostics: [Diagnostic] = []
    _ = CourseSettings(path: "notes.yml", text: text, diagnostics: &diagnostics)
    #expect(diagnostics.map { "\($0.position.line):\($0.position.column)" } == expected)
  }
}
