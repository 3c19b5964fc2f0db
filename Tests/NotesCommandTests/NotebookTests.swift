import Foundation
import TestSupport
import Testing

/// `notes export` and `notes import`, read by Jupyter's own packages.
struct NotebookProgramTests {
  /// Notebooks that were not made here, of two Python packages.
  private static let foreign: [String] = {
    let folder = Checkout.root + "/.build/notebooks/packages"
    let names =
      FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".ipynb") }.sorted().map { "\(folder)/\($0)" }
  }()

  /// Imports a notebook and exports the page.
  ///
  /// - Returns: the path of the second notebook.
  private func back(_ path: String, _ number: Int, in folder: TemporaryFolder) throws -> String {
    let made = try runNotes(["import", path, "-o", "\(number)/a.md"], in: folder.path)
    #expect(made.status == 0, "\(path): \(made.error)")
    let result = try runNotes(
      ["export", "\(number)/a.md", "--to", "ipynb", "-o", "\(number).ipynb"], in: folder.path)
    #expect(result.status == 0, "\(path): \(result.error)")
    return "\(folder.path)/\(number).ipynb"
  }

  @Test(.reads(with: .notebooks)) func `notebooks that were not made here come back`() throws {
    let folder = try TemporaryFolder()
    #expect(Self.foreign.count >= 20)
    var pairs: [String] = []
    for (number, path) in Self.foreign.enumerated() {
      pairs += [path, try back(path, number, in: folder)]
    }
    #expect(try Reader.notebooks.read(["same"] + pairs) == "")
    // The reader does tell a difference.
    #expect(try Reader.notebooks.read("same", pairs[0], pairs[3]) != "")
  }

  @Test(.reads(with: .notebooks)) func `notebooks of version 3 become those that nbformat makes`()
    throws
  {
    let folder = try TemporaryFolder()
    let paths = Self.foreign.filter { $0.contains("/papermill/") }
    #expect(paths.count >= 10)
    for (number, path) in paths.enumerated() {
      let old = "\(folder.path)/old-\(number).ipynb"
      #expect(try Reader.notebooks.read("older", path, old) == "")
      let new = try back(old, number, in: folder)
      #expect(try Reader.notebooks.read("upgraded", old, new) == "", "\(path)")
    }
  }

  @Test(.reads(with: .notebooks)) func `Jupyter runs the weeks that need no network`() throws {
    let folder = try TemporaryFolder()
    // The commands write below the home folder.
    try folder.write("", to: "home/.empty")
    for week in ["week2", "week3"] {
      let result = try runNotes(
        [
          "export", week, "--to", "ipynb", "-o", "\(folder.path)/\(week).ipynb", "--course",
          Checkout.root,
        ], in: folder.path)
      #expect(result.status == 0, "\(result.error)")
    }
    let told = try Reader.notebooks.read(
      ["run", "\(folder.path)/week2.ipynb", "\(folder.path)/week3.ipynb"],
      environment: ["HOME": "\(folder.path)/home"])
    let lines = told.split(separator: "\n").filter { $0.contains(" cells, ") }
    #expect(lines == ["17 cells, 17 ran, 0 failed", "16 cells, 16 ran, 0 failed"], "\(told)")
  }

  @Test(.reads(with: .notebooks)) func `edits, expected failures and records are cells that run`()
    throws
  {
    let folder = try TemporaryFolder()
    try folder.write(Self.week, to: "content/week.md")
    try folder.write([0x89, 0x50], to: "content/p.png")
    #expect(try runNotes(["exec", "week", "--record"], in: folder.path).status == 0)
    let result = try runNotes(["export", "week", "--to", "ipynb"], in: folder.path)
    #expect(result.status == 0 && result.output == "week.ipynb written\n", "\(result.error)")
    let notebook = try folder.text("week.ipynb")
    #expect(notebook.contains("\"iVA=\""))
    #expect(notebook.contains("\"execution_count\": 3"))
    #expect(notebook.contains("\n      \"one two\\n\"\n     ]"))
    try folder.write("", to: "home/.empty")
    let told = try Reader.notebooks.read(
      ["run", "\(folder.path)/week.ipynb"], environment: ["HOME": "\(folder.path)/home"])
    #expect(told.hasPrefix("4 cells, 4 ran, 0 failed\n"), "\(told)")
    #expect(try folder.text("home/a/b.conf") == "one = 1\n\ttab\n")
    // And the page comes back, byte for byte.
    let back = try runNotes(["import", "week.ipynb", "-o", "-"], in: folder.path)
    #expect(back.output == Self.week)
  }

  private static let week = """
    # Week

    ![Picture](p.png)

    ## Make a file

    ```sh
    mkdir -p a
    ```

    Create `a/b.conf` with:

    ```
    one = 1
    \ttab
    ```

    ## Look

    ```console
    $ cat missing
    cat: missing: No such file or directory
    [1]
    $ echo one two
    one two
    ```

    """

  @Test func `pictures of a notebook with blanks in its name are shown on its page`() throws {
    let folder = try TemporaryFolder()
    let notebook = """
      {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{"cell_type": "markdown",
       "id": "a", "metadata": {}, "source": "![A](attachment:p.png)",
       "attachments": {"p.png": {"image/png": "iVBORw0KGgo="}}}]}
      """
    try folder.write(notebook, to: "my plot (2).ipynb")
    try folder.write("", to: "content/.keep")
    for flags in [[], ["--plain", "--force"]] {
      let made = try runNotes(["import", "my plot (2).ipynb"] + flags, in: folder.path)
      #expect(made.status == 0, "\(made.error)")
      #expect(try runNotes(["build"], in: folder.path).status == 0)
      let page = try folder.text("site/my plot (2).html")
      #expect(page.contains("<img src=\"my-plot--2-.files/a-p"), "\(page)")
    }
  }

  @Test func `nothing that is there is overwritten unasked`() throws {
    let folder = try TemporaryFolder()
    try folder.write("# A\n\n```sh\nls\n```\n", to: "content/a.md")
    try folder.write("mine", to: "a.ipynb")
    let refused = try runNotes(["export", "a", "--to", "ipynb"], in: folder.path)
    #expect(refused.status == 2)
    #expect(
      refused.error
        == "notes: 'a.ipynb' is there already; --force overwrites it, --output names another\n")
    #expect(try folder.text("a.ipynb") == "mine")
    #expect(try runNotes(["export", "a", "--to", "ipynb", "--force"], in: folder.path).status == 0)
    let again = try runNotes(["export", "a", "--to", "ipynb"], in: folder.path)
    #expect(again.output == "a.ipynb is up to date\n")
    // The page that it was made of is the same; another one is not.
    #expect(try runNotes(["import", "a.ipynb"], in: folder.path).status == 0)
    try folder.write("# Mine\n", to: "content/a.md")
    #expect(try runNotes(["import", "a.ipynb"], in: folder.path).status == 2)
    #expect(try folder.text("content/a.md") == "# Mine\n")
    #expect(try runNotes(["import", "a.ipynb", "--force"], in: folder.path).status == 0)
    #expect(try folder.text("content/a.md") == "# A\n\n```sh\nls\n```\n")
  }

  @Test func `a broken notebook is told with its place`() throws {
    let folder = try TemporaryFolder()
    try folder.write("{\n \"nbformat\": 4,\n \"cells\": [1]\n}\n", to: "a.ipynb")
    let result = try runNotes(["import", "a.ipynb"], in: folder.path)
    #expect(result.status == 1)
    #expect(
      result.error
        == """
        a.ipynb:3:12: error: a cell must be an object, and is a number [notebook]
           "cells": [1]
                     ^

        """)
    #expect(!folder.exists("a.md"))
  }

  @Test(arguments: [
    ("sh", "week.sh", "set -euo pipefail\n"), ("md", "week.md", "```output\n9\n```\n"),
    ("json", "week.json", "\"schema\" : \"notes.export/1\""),
  ])
  func `a page is exported in other forms`(format: String, file: String, part: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "---\ntitle: T\n---\n# Week\n\n- a\n\n  ```sh\n  echo $((4 + 5))\n  ```\n",
      to: "content/week.md")
    _ = try runNotes(["exec", "week", "--record"], in: folder.path)
    let result = try runNotes(["export", "week", "--to", format], in: folder.path)
    #expect(result.status == 0 && result.output == "\(file) written\n", "\(result.error)")
    let text = try folder.text(file).replacing("  ```", with: "```").replacing("  9", with: "9")
    #expect(text.contains(part), "\(text)")
    #expect(!text.contains("title: T"))
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/chromium")))
  func `Chromium prints a page`() throws {
    let folder = try TemporaryFolder()
    try folder.write("# Week\n\nText.\n", to: "content/week.md")
    let result = try runNotes(["export", "week", "--to", "pdf"], in: folder.path)
    #expect(result.status == 0, "\(result.error)")
    #expect(try folder.bytes("week.pdf").starts(with: Array("%PDF-".utf8)))
  }

  @Test func `without Chromium it is said what to install`() throws {
    let folder = try TemporaryFolder()
    try folder.write("# Week\n", to: "content/week.md")
    let result = try runNotes(
      ["export", "week", "--to", "pdf"], in: folder.path, environment: ["PATH": folder.path])
    #expect(result.status == 3)
    #expect(
      result.error
        == "notes: no Chromium is there to print the page\n  mend: install it: sudo apt install chromium\n"
    )
  }
}
