import Course
import Markdown
import Testing

/// A page as it is read with what notes hold beyond CommonMark.
@Suite struct PageExtensionTests {
  @Test func `a step in a note is a step, after those of the text`() {
    let page = Page(
      path: "a.md",
      bytes: Array(
        "# A\n\na[^n]\n\n[^n]: b\n\n    ```sh\n    ls\n    ```\n\n```sh\npwd\n```\n".utf8))
    #expect(page.steps.map(\.range.start.line) == [11, 7])
    #expect(page.steps.map { $0.commands.map(\.text) } == [["pwd"], ["ls"]])
  }

  @Test func `a heading has its author's id, and a fence left open in a note is told`() {
    let page = Page(path: "a.md", bytes: Array("# A {#b}\n\na[^n]\n\n[^n]: ```sh\n    ls\n".utf8))
    #expect(page.headings.map(\.id) == ["b"])
    #expect(page.headings.map(\.text) == ["A"])
    #expect(page.diagnostics.contains { $0.position.line == 5 })
  }
}
