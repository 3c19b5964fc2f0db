import TestSupport
import Testing

@testable import Course

/// Pages as notebooks, and back.
struct PageNotebookTests {
  private func page(_ text: String) -> Page { Page(path: "content/a.md", bytes: Array(text.utf8)) }

  /// The page that its notebook gives, once the notebook has been a file.
  private func back(_ page: Page, files: [String: [UInt8]] = [:]) throws -> String {
    let text = Notebook(page, record: nil, files: files).text
    var diagnostics: [Diagnostic] = []
    let notebook = try #require(
      Notebook(path: "a.ipynb", bytes: Array(text.utf8), diagnostics: &diagnostics))
    #expect(diagnostics == [])
    #expect(notebook.text == text)
    #expect(Set(notebook.cells.map(\.id)).count == notebook.cells.count)
    return notebook.page(folder: "a.files").text
  }

  @Test(arguments: [
    "", "\n", "a", "a\n", "a\n\n", "\n\na\n", "```sh\nls\n```", "  ", "a\n  ",
    "---\na: b\n---\n \n", "```sh\nls\n```\n  ", "```sh\nls\n```\n",
    "```sh\nls\n```\n\n\n```sh\npwd\n```\n\n", "```sh\nls\n```\ntext\n```sh\npwd\n```\ntext",
    "---\ntitle: A\n---\n\n```sh\nls\n```\n", "---\ntitle: A\n---\n",
    "- a\n\n  ```sh\n  ls\n  ```\n\n- b\n", "> ```sh\n> ls\n> ```\n", "- ```sh\n  ls\n  ```\n",
    "    $ ls\n    a\n\ntext\n", "1. a\n   ~~~sh\n   ls\n   ~~~\n2. b  \n   \n",
    "```sh\n\n\nls\n\n\n```\n", "```sh\nls\n", "text  \n\n\t\n```console\n$ false\n[1]\n```\n  \n",
    "```sh {cwd=/tmp}\nls\n```\n", "```sh\nnano ~/.bashrc\n```\n\nAdd:\n\n```\na=1\n```\n",
  ])
  func `a page comes back from its notebook`(text: String) throws {
    #expect(try back(page(text)) == text)
  }

  @Test func `the pages of the repository come back`() throws {
    let paths =
      ["content", "docs", "Tests/Fixtures", "Tests/SiteAudit"]
      .flatMap { (try? Checkout.files(in: $0, ending: ".md")) ?? [] } + ["README.md"]
    #expect(paths.count > 30)
    for path in paths {
      let page = page(try Checkout.text(path))
      #expect(try back(page) == page.source.text, "\(path)")
    }
  }

  @Test(.readsSharedData) func `the pages of the corpus come back`() throws {
    let paths = try SharedData.corpus()
    #expect(!paths.isEmpty)
    for path in paths {
      let page = Page(path: path, bytes: try SharedData.bytes(path))
      #expect(try back(page) == page.source.text, "\(path)")
    }
  }

  @Test(arguments: [
    ("```sh\n# look\nls | head\n```\n", "# look\nls | head"),
    ("```console\n$ cd /tmp\n$ ls\na\n```\n", "cd /tmp\nls"),
    ("```sh exit=2\nls\n(exit 2)\n```\n", "ls\n{\n(exit 2)\n} || [[ $? -eq 2 ]]"),
    (
      "Add to `~/.bashrc`:\n\n```\nexport A=1\n```\n",
      "notes_edit append ~/.bashrc folders <<'LINES'\nexport A=1\nLINES"
    ),
  ])
  func `a cell does what its step does`(text: String, expected: String) throws {
    let cells = Notebook(page(text), record: nil).cells
    #expect(cells.last?.source == expected)
    // Where a page begins, and what its edits need, stands in the first.
    #expect(cells.first?.source.hasPrefix("cd") == true)
    #expect(cells.first?.source.contains("notes_edit()") == expected.contains("notes_edit"))
  }

  @Test func `ids are those of the steps, and optional steps are left out of runs`() throws {
    let notebook = Notebook(
      page(
        "# A\n\nText.\n\n## Make it\n\n```sh\nls\n```\n\n## [Optional] Größe\n\n```sh\npwd\n```\n\nEnd.\n"
      ),
      record: nil)
    let hash = Checksum.of("größe").prefix(8)
    #expect(
      notebook.cells.map(\.id) == [
        "notes-setup", "before-make-it", "make-it", "before-gr-e-\(hash)", "gr-e-\(hash)", "end",
      ])
    #expect(notebook.cells[4].metadata["notes"]?["step"] == .string("größe"))
    #expect(notebook.cells[2].metadata["notes"]?["step"] == nil)
    #expect(
      notebook.cells[4].metadata["tags"]
        == .array([.string("optional"), .string("skip-execution")]))
  }

  @Test(arguments: ["größe", "grüße", "大", "小", "a-b", String(repeating: "x", count: 70)])
  func `a cell's id has the letters and the length that nbformat wants`(name: String) throws {
    let text = "```sh\nls\n```\n\n<!-- step: name=\"\(name)\" -->\n```sh\npwd\n```\n"
    let ids = Notebook(page(text + "\n" + text.replacing(name, with: name + "z")), record: nil)
      .cells.compactMap(\.id)
    #expect(Set(ids).count == ids.count)
    for id in ids {
      #expect((1...64).contains(id.utf8.count))
      #expect(
        id.utf8.allSatisfy {
          $0 < 0x80
            && ($0 == 0x2D || $0 == 0x5F || Character(UnicodeScalar($0)).isLetter
              || Character(UnicodeScalar($0)).isNumber)
        })
    }
    if name == "a-b" { #expect(ids.contains("a-b")) }
  }

  @Test func `recorded outputs are those of the cells, and those of changed steps are left out`()
    throws
  {
    let page = page("```sh\necho a\n```\n\n```sh\nfalse\n```\n\n```sh\npwd\n```\n")
    let entries = page.steps.enumerated().map { index, step in
      StepRecord(
        id: step.id, number: nil, title: "", line: 1, hash: index == 2 ? "old" : step.fingerprint,
        outcome: index == 1 ? .failed : .passed,
        actions: [RecordedAction(line: 1, command: "x", status: index, duration: 0, output: "a\n")])
    }
    let record = PageRecord(
      page: page.path, title: "", date: "", duration: 0, system: SystemRecord(place: "host"),
      steps: entries)
    let contents = Notebook(page, record: record).cells.dropFirst().map(\.content)
    #expect(
      contents == [
        .code(count: 1, outputs: [.stream("stdout", "a\n")]),
        .code(count: 2, outputs: [.stream("stdout", "a\n"), .error(status: 1)]),
        .code(count: nil, outputs: []),
      ])
  }

  @Test func `pictures are attached, and come back as the notes have them`() throws {
    let text =
      "![a](img/x%20y.png) and ![b](<img/x%20y.png>)\n\n![c][r]\n\n![d](https://e.org/x.png) ![e](../../s.png)\n\n[r]: z.png\n"
    let page = page(text)
    #expect(page.localPictures == ["img/x%20y.png": "img/x y.png", "z.png": "z.png"])
    let files = ["img/x%20y.png": [UInt8](0...2), "z.png": [3]]
    let cell = try #require(Notebook(page, record: nil, files: files).cells.first)
    #expect(cell.source.hasPrefix("![a](attachment:x-20y.png) and ![b](<attachment:x-20y.png>)\n"))
    #expect(cell.source.contains("https://e.org/x.png"))
    #expect(cell.attachments?["x-20y.png"] == .object(["image/png": .string("AAEC")]))
    #expect(try back(page, files: files) == text)
  }

  @Test func `what was changed in Jupyter is in the page`() throws {
    let text = "---\ntitle: A\n---\n# A\n\n![a](x.png)\n\n```console\n$ ls\nb\n```\n\nEnd.\n"
    var notebook = Notebook(page(text), record: nil, files: ["x.png": [1]])
    notebook.cells[1].source += "\n\nMore."
    notebook.cells[2].source = "ls -l"
    notebook.cells.append(
      Notebook.Cell(
        .code(count: 1, outputs: [.stream("stdout", "c\n")]), id: "new", source: "echo c"))
    #expect(
      notebook.page(folder: "f").text
        == "---\ntitle: A\n---\n# A\n\n![a](x.png)\n\nMore.\n\n```bash\nls -l\n```\n\nEnd.\n\n"
        + "```bash\necho c\n```\n\n```output\nc\n```\n")
  }
}
