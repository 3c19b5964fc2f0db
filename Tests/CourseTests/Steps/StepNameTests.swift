import Testing

@testable import Course

/// What headings and numbered paragraphs say of a step.
struct StepNameTests {
  @Test(arguments: [
    ("1. Download", "1", "Download", false),
    ("4.2 To get it:", "4.2", "To get it", false),
    ("4.2.1. Deep", "4.2.1", "Deep", false),
    ("4.1 Do it. Then you may rest. Or not.", "4.1", "Do it", false),
    ("Is v2.5.0 here? Yes", nil, "Is v2.5.0 here", false),
    ("3) Run", "3", "Run", false),
    ("Step 3: Run", "3", "Run", false),
    ("3 ways to start", nil, "3 ways to start", false),
    ("2024 in review", nil, "2024 in review", false),
    ("[Optional] Run Docker", nil, "Run Docker", true),
    ("Run Docker (optional)", nil, "Run Docker", true),
    ("Optional: Run Docker", nil, "Run Docker", true),
    ("5. [OPTIONAL] Run", "5", "Run", true),
    ("⚙ Environment Setup", nil, "Environment Setup", false),
    ("🚀️ 2. Launch 🎉", "2", "Launch", false),
    ("C++ and #1", nil, "C++ and #1", false),
    ("", nil, "", false),
  ])
  func `a name is taken apart`(text: String, number: String?, title: String, isOptional: Bool) {
    let name = StepName(text)
    #expect(name.number == number)
    #expect(name.title == title)
    #expect(name.isOptional == isOptional)
  }

  @Test(arguments: [
    ("Make it executable", "make-it-executable"),
    ("Don't panic", "dont-panic"),
    ("Get it from https://example.org/a now", "get-it-from-now"),
    ("One two three four five six seven eight nine", "one-two-three-four-five-six-seven-eight"),
    ("Größe ändern", "größe-ändern"),
  ])
  func `an id is made of the first words`(text: String, id: String) {
    #expect(StepName(text).id == id)
  }

  @Test(arguments: [
    ("Environment Setup", "environment-setup"), ("⚙ Environment Setup", "-environment-setup"),
    ("Run Docker without `sudo`?", "run-docker-without-sudo"), ("a_b - c", "a_b---c"),
    ("Ünï 1.2", "ünï-12"),
  ])
  func `a heading's id follows GitHub's rule`(text: String, id: String) {
    #expect(Slug.heading(text) == id)
  }

  /// GitHub names emoji as their author does, and leaves out those that are written as themselves.
  @Test func `an emoji's shortcode is a part of the id`() {
    let text = "# :rocket: Go\r\n## 🚀 Go\n> ## `:rocket:` – :+1: :rocket:\n## a :no-such: b\n"
    let page = Page(path: "a.md", bytes: Array("---\ntitle: :rocket: –\n---\n\(text)".utf8))
    #expect(page.headings.map(\.id) == ["rocket-go", "-go", "rocket--1-rocket", "a-no-such-b"])
  }

  @Test func `ids on a page are unique`() {
    let text = "# A\n## B\n## B\n## B-1\n## B\n"
    let page = Page(path: "a.md", bytes: Array(text.utf8))
    #expect(page.headings.map(\.id) == ["a", "b", "b-1", "b-1-1", "b-2"])
  }
}
