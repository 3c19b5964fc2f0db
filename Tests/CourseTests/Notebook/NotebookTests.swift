import Markdown
import Testing

@testable import Course

/// Reading notebooks, and notebooks as Markdown and back.
struct NotebookTests {
  private func notebook(_ text: String) throws -> Notebook {
    var diagnostics: [Diagnostic] = []
    let notebook = Notebook(path: "a.ipynb", bytes: Array(text.utf8), diagnostics: &diagnostics)
    #expect(diagnostics == [])
    return try #require(notebook)
  }

  private func cells(_ cells: String, minor: Int = 5) -> String {
    #"{"cells": [\#(cells)], "metadata": {}, "nbformat": 4, "nbformat_minor": \#(minor)}"#
  }

  @Test(arguments: [
    ("{", "1:2: not JSON: a key in quotes is missing"),
    ("[]", "1:1: a notebook is a JSON object, and this is a list"),
    ("{}", "1:1: 'nbformat' with the version is missing: this is no notebook"),
    ("{\n \"nbformat\": 2}", "2:14: notebooks of version 2 are not read"),
    ("{\"nbformat\": 4}", "1:1: 'cells' must be a list, and is missing"),
    (
      "{\"nbformat\": 4, \"cells\": [\n {\"cell_type\": \"kode\", \"source\": \"\"}]}",
      "2:16: 'cell_type' must be code, markdown or raw, and is 'kode'"
    ),
    (
      "{\"nbformat\": 4, \"cells\": [\n {\"cell_type\": \"raw\"}]}",
      "2:2: 'source' must be a text or a list of lines, and is missing"
    ),
    (
      "{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"raw\", \"source\": [1]}]}",
      "1:58: 'source' must be a text or a list of lines, and is a list"
    ),
    (
      "{\"nbformat\": 4, \"metadata\": 3, \"cells\": []}",
      "1:29: 'metadata' must be an object, and is a number"
    ),
    (
      "{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\", \"source\": \"\",\n\"outputs\": [{}, 1]}]}",
      "2:13: an output must have a text 'output_type'\n2:17: an output must be an object, and is a number"
    ),
  ])
  func `all that is wrong with a notebook is told with its place`(text: String, expected: String) {
    var diagnostics: [Diagnostic] = []
    #expect(Notebook(path: "a", bytes: Array(text.utf8), diagnostics: &diagnostics) == nil)
    let told = diagnostics.map { "\($0.position.line):\($0.position.column): \($0.message)" }
    #expect(told.joined(separator: "\n") == expected)
  }

  static let cases = [
    #"{"cell_type": "markdown", "id": "a", "metadata": {}, "source": "x"}"#,
    // blank lines at either end, none at all, tabs, fences that do not end
    #"{"cell_type": "markdown", "metadata": {}, "source": "\n\nx\n\n"}"#,
    #"{"cell_type": "markdown", "metadata": {"a": [1, 2.50, null]}, "source": ""}"#,
    #"{"cell_type": "markdown", "metadata": {}, "source": "```python\n\tx"}"#,
    // lines that look like this program's, control characters, a byte-order mark
    #"{"cell_type": "markdown", "metadata": {}, "source": "a\n<!-- cell: {} -->\nb"}"#,
    #"{"cell_type": "markdown", "metadata": {}, "source": "a\r\n\u0000\u001b[1mb\ufeff\u0085"}"#,
    #"{"cell_type": "raw", "metadata": {"format": "text/latex"}, "source": "\\LaTeX ```` x"}"#,
    #"{"cell_type": "code", "execution_count": null, "metadata": {}, "outputs": [], "source": ""}"#,
    #"{"cell_type": "code", "execution_count": 7, "metadata": {}, "outputs": [], "source": "\n"}"#,
    #"{"cell_type": "code", "execution_count": 7, "metadata": {}, "outputs": [], "source": "```\n~~~"}"#,
    // attachments, and a type that is no picture
    ##"{"attachments": {"../../a b.png": {"image/png": "AAEC\n", "text/plain": "q"}}, "cell_type": "markdown", "metadata": {}, "source": "![x](attachment:../../a b.png)"}"##,
    // a key of a later version
    #"{"cell_type": "markdown", "metadata": {}, "source": "x", "later": {"x": "-->"}}"#,
  ]

  static let outputs = [
    #"{"name": "stdout", "output_type": "stream", "text": "a\nb\n"}"#,
    #"{"name": "stderr", "output_type": "stream", "text": "no end"}"#,
    #"{"name": "stdout", "output_type": "stream", "text": ""}"#,
    #"{"name": "stdout", "output_type": "stream", "text": "\u001b[31mred\u001b[0m\r 10%\r100%\n"}"#,
    #"{"name": "stdout", "output_type": "stream", "text": "```\n<!-- output: {} -->\n"}"#,
    #"{"data": {"text/plain": "4"}, "execution_count": 7, "metadata": {}, "output_type": "execute_result"}"#,
    #"{"data": {"text/plain": "4\n"}, "execution_count": 9, "metadata": {"a": 1}, "output_type": "execute_result"}"#,
    #"{"data": {"text/plain": "4"}, "execution_count": null, "metadata": {}, "output_type": "execute_result"}"#,
    #"{"data": {"image/png": "iVBORw0=", "text/plain": "<Figure>"}, "metadata": {}, "output_type": "display_data"}"#,
    #"{"data": {"image/png": "no base64!", "text/html": "<b>-->x</b>"}, "metadata": {}, "output_type": "display_data"}"#,
    #"{"data": {"image/svg+xml": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"}, "metadata": {}, "output_type": "display_data"}"#,
    #"{"data": {"application/json": ["a", "b"], "application/vnd.x+json": {"a": [1.0]}}, "metadata": {}, "output_type": "display_data"}"#,
    #"{"data": {"text/html": "LONG"}, "metadata": {}, "output_type": "display_data"}"#,
    #"{"data": {"application/vnd.x+json": {"a": "LONG"}}, "metadata": {}, "output_type": "display_data"}"#,
    #"{"data": {}, "metadata": {}, "output_type": "display_data"}"#,
    #"{"ename": "E", "evalue": "v", "output_type": "error", "traceback": ["\u001b[31mE\u001b[0m", "b"]}"#,
    #"{"output_type": "later", "x": 1}"#,
  ]

  @Test(
    arguments: cases
      + outputs.map {
        #"{"cell_type": "code", "execution_count": 7, "metadata": {}, "outputs": [\#($0), \#($0)], "source": "x"}"#
      })
  func `a notebook comes back from Markdown`(cell: String) throws {
    let cell = cell.replacing("LONG", with: String(repeating: "<p>long</p>\\n", count: 200))
    // With the same on both sides, so that nothing runs into its neighbour.
    let notebook = try notebook(cells("\(cell), \(cell), \(cell)", minor: 4))
    let (text, files) = notebook.markdown(folder: "a.files")
    var diagnostics: [Diagnostic] = []
    let contents = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) })
    let back = Notebook(markdown: text, path: "a.md", diagnostics: &diagnostics) { contents[$0] }
    #expect(diagnostics == [])
    #expect(back == notebook, "\(text)")
    #expect(back?.text == notebook.text)
    // Editors and git may end lines otherwise.
    let windows = Notebook(
      markdown: text.replacing("\n", with: "\r\n"), path: "a.md", diagnostics: &diagnostics
    ) { contents[$0] }
    #expect(windows == notebook)
    for file in files {
      #expect(file.path.hasPrefix("a.files/") && !file.path.contains(".."), "\(file.path)")
    }
  }

  @Test func `Markdown of a notebook shows texts, code, outputs and pictures`() throws {
    let code =
      #"{"cell_type": "code", "execution_count": 1, "id": "b", "metadata": {}, "source": "1 + 1\n```", "outputs": [\#(Self.outputs[5]), \#(Self.outputs[8]), \#(Self.outputs[3])]}"#
    let (text, files) = try notebook(cells("\(Self.cases[0]), \(code)")).markdown(folder: "f")
    #expect(
      text == ##"""
        <!-- notebook: {"metadata":{},"nbformat_minor":5} -->
        <!-- cell: {"id":"a"} -->
        x

        <!-- cell: {"cell_type":"code","execution_count":1,"id":"b"} -->
        ````python
        1 + 1
        ```
        ````

        <!-- output: {"execution_count":7,"output_type":"execute_result"} -->
        ```output
        4
        ```

        <!-- output: {"data":{"text/plain":"<Figure\u003e"},"files":{"image/png":{"path":"f/b-2.png"}},"output_type":"display_data"} -->

        ![Output](f/b-2.png)

        <!-- output: {"text":"\u001b[31mred\u001b[0m\r 10%\r100%\n"} -->
        ```output
        100%
        ```


        """##)
    #expect(files == [NotebookFile(path: "f/b-2.png", bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D])])
  }

  @Test func `what an author changes in the Markdown is in the notebook`() throws {
    let text = """
      <!-- notebook: {"nbformat_minor":5} -->
      New words before it.
      <!-- cell: {"cell_type":"code","id":"b","source":"gone"} -->
      ```python
      2 + 2
      ```
      <!-- output: {"text":"gone"} -->
      ```output
      5
      ```

      And below.
      """
    var diagnostics: [Diagnostic] = []
    let notebook = try #require(
      Notebook(markdown: text, path: "a.md", diagnostics: &diagnostics) { _ in nil })
    #expect(diagnostics == [])
    #expect(notebook.cells.map(\.source) == ["New words before it.", "2 + 2", "And below."])
    #expect(
      notebook.cells[1].content == .code(count: nil, outputs: [.stream("stdout", "5\n")]))
    #expect(Set(notebook.cells.map(\.id)).count == 3)
  }

  @Test(arguments: [
    ("<!-- cell: {a} -->", "2:13: a notebook's comment is not JSON: a key in quotes is missing"),
    (
      "<!-- cell: {\"cell_type\":\"code\"} -->\nx",
      "2:1: the fence of a cell is missing below its comment"
    ),
    (
      "<!-- cell: {\"cell_type\":\"code\"} -->\n```\n```\n<!-- output: {\"output_type\":\"display_data\",\"files\":{\"image/png\":{\"path\":\"p.png\"}}} -->",
      "5:1: the file 'p.png' of a notebook is missing"
    ),
    (
      "<!-- notebook: {\"metadata_file\":\"a/../../x\"} -->",
      "2:1: the file 'a/../../x' of a notebook lies outside of the page's folder"
    ),
  ])
  func `what is wrong with the Markdown of a notebook is told`(text: String, expected: String) {
    var diagnostics: [Diagnostic] = []
    let whole = "<!-- notebook: {} -->\n\(text)\n"
    _ = Notebook(markdown: whole, path: "a.md", diagnostics: &diagnostics) { _ in nil }
    #expect(
      diagnostics.map { "\($0.position.line):\($0.position.column): \($0.message)" } == [expected])
  }

  @Test func `output of a shell's cell is what its step is expected to print`() throws {
    let kernel = #""metadata": {"kernelspec": {"name": "bash", "language": "bash"}}"#
    let code =
      #"{"cell_type": "code", "execution_count": 1, "metadata": {}, "source": "echo a", "outputs": [\#(Self.outputs[0])]}"#
    let text = cells(code).replacing(
      "\"metadata\": {}, \"nbformat\"", with: "\(kernel), \"nbformat\"")
    for page in [
      try notebook(text).markdown(folder: "f").text, try notebook(text).page(folder: "f").text,
    ] {
      let step = try #require(Page(path: "a.md", bytes: Array(page.utf8)).steps.first)
      #expect(step.expectation?.text == "a\nb\n", "\(page)")
      #expect(step.commands.map(\.text) == ["echo a"])
    }
  }
}
