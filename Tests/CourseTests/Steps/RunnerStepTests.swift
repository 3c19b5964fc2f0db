import Course
import Testing

/// Blocks of languages that the course has a runner for.
struct RunnerStepTests {
  private static let runners = [
    "python": LanguageRunner(language: "python", command: "python3", kind: .session),
    "sql": LanguageRunner(language: "sql", command: "sqlite3 a.db", kind: .once),
    "c": LanguageRunner(language: "c", command: "cat >a.c && cc a.c && ./a.out", kind: .once),
  ]

  private func page(_ text: String) -> Page {
    Page(path: "content/a.md", bytes: Array(text.utf8), runners: Self.runners)
  }

  @Test(arguments: [
    ("```python\n\nx = 1\n\nx\n\n```\n", ["run: x = 1⏎⏎x"]),
    ("```{.python #load}\nx\n```\n", ["run: x"]), ("```Python\nx\n```\n", ["run: x"]),
    ("- A\n\n  ```python\n  if x:\n      y\n  ```\n", ["run: if x:⏎    y"]),
    ("```python skip\nx\n```\n", ["skipped: x"]),
    ("```python kind=sample\nx\n```\n", ["sample: x"]),
    ("Alternatively:\n\n```python\nx\n```\n", ["sample: x"]),
    ("```python\n>>> 1\n1\n```\n", ["context: >>> 1⏎1"]),
    // The text says that it is a file.
    ("Create `a.py` with:\n\n```python\nx\n```\n", ["edit a.py"]),
    ("```python file=b.py\nx\n```\n", ["edit b.py"]),
    // Nothing runs these.
    ("```{{python}}\nx\n```\n", []), ("```ruby\nx\n```\n", []), ("```python\n\n```\n", []),
    ("```python\n#| exit: 1\nx\n```\n", ["run: x, exit 1"]),
  ])
  func `a block is a step where its language has a runner`(text: String, expected: [String]) {
    let found = page(text).steps.map { step -> String in
      switch step.actions.first {
      case .command(let command)?:
        let kind = step.settings.isSkipped == true ? "skipped" : step.kind.rawValue
        let exit = command.expectedStatus == 0 ? "" : ", exit \(command.expectedStatus)"
        return
          "\(kind): \(command.text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "⏎"))\(exit)"
      case .edit(let edit)?: return "edit \(edit.file)"
      case nil: return step.kind.rawValue
      }
    }
    #expect(found == expected)
  }

  @Test(arguments: [
    ("sql", "select 1;", "sqlite3 a.db <<'NOTES_BLOCK'\nselect 1;\nNOTES_BLOCK"),
    ("sql", "NOTES_BLOCK", "sqlite3 a.db <<'NOTES_BLOCK_'\nNOTES_BLOCK\nNOTES_BLOCK_"),
    // All of a list reads the block.
    (
      "c", "int x;",
      "{ cat >a.c && cc a.c && ./a.out\n} <<'NOTES_BLOCK'\nint x;\nNOTES_BLOCK"
    ),
    ("python", "x", "notes_block session-python 'python3' 'a-b' <<'NOTES_BLOCK'\nx\nNOTES_BLOCK"),
  ])
  func `a block is shell text for scripts and notebooks`(
    language: String, block: String, expected: String
  ) throws {
    let step = try #require(page("# P\n\n## A b\n\n```\(language)\n\(block)\n```\n").steps.first)
    #expect(try #require(step.commands.first).shellText(in: step) == expected)
  }

  @Test func `a block below tells what a block prints`() throws {
    let step = try #require(page("```python\nx\n```\n\n```output\n1\n```\n").steps.first)
    #expect(step.expectation?.text == "1\n")
  }

  @Test func `a step that is run in another way is another step`() throws {
    let block = "```sql\nx\n```\n"
    let other = LanguageRunner(language: "sql", command: "sqlite3 b.db", kind: .once)
    let changed = Page(path: "content/a.md", bytes: Array(block.utf8), runners: ["sql": other])
    #expect(page(block).steps.first?.fingerprint != changed.steps.first?.fingerprint)
  }
}
