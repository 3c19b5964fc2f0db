import Course
import Markdown
import Testing

/// Blocks of code in the indented content of MkDocs' tabs and admonitions.
struct ContainedBlocksTests {
  @Test(arguments: [
    (
      "=== \"pip\"\n\n    ```bash\n    pip install x\n    ```\n\n    Well.\n\n=== \"uv\"\n\n    ```bash\n    uv add x\n    ```",
      "run shell, sample another-tab"
    ),
    (
      "1. Do:\n\n    === \"Windows\"\n\n        ```bash\n        a.exe\n        ```\n\n    === \"Linux\"\n\n        ```bash\n        ls\n        ```",
      "sample lead-names-another-system, run shell"
    ),
    (
      "=== \"A\"\n\n    ```bash\n    ls\n    ```\n\nText.\n\n=== \"B\"\n\n    ```bash\n    ls\n    ```",
      "run shell, run shell"
    ),
    (
      "!!! note\n    Look here.\n\n    ```bash\n    ls\n    ```\n\n    Then:\n\n    ```bash\n    pwd\n    ```",
      "run shell, run shell"
    ),
    (
      "!!! note\n\n    Look here.\n\n    ```bash\n    ls\n    ```\n\n    Then:\n\n    ```bash\n    pwd\n    ```",
      "run shell, run shell"
    ),
    // With no blank line between.
    (
      "!!! note\n    ```bash\n    ls\n\n    cd a\n    ```\n    Then:\n\n    ```bash\n    pwd\n    ```\n\n```bash\nid\n```",
      "run shell, run shell, run shell"
    ),
    (
      "=== \"pip\"\n    ```bash\n    pip install x\n    ```\n=== \"uv\"\n    ```bash\n    uv add x\n    ```",
      "run shell, sample another-tab"
    ),
    ("!!! note\n    no fence\n    at all\n\n```bash\nls\n```", "run shell"),
    ("!!! note\nnot indented\n```bash\nls\n```", "run shell"),
    (
      ":::::{tabs}\n  ::::{group-tab} A\n    We look:\n\n    ```sh\n    $ ls\n    ```\n\n    Then:\n\n    ```sh\n    $ id\n    ```\n  ::::\n:::::",
      "transcript prompts, transcript prompts"
    ),
    ("The source:\n\n    ```sh\n    rm a\n    ```\n\n    It is gone.", "output text-that-is-shown"),
    ("!!! tip\n\n    make sure that you are there", ""),
    ("!!! tip\n\n    ~~~sh\n    ls\n    ~~~", "run shell"),
    (
      "=== \"Terminal 1\"\n\n    ```sh\n    ls\n    ```\n\n=== \"Terminal 2\"\n\n    ```sh\n    pwd\n    ```",
      "run shell, run shell"
    ),
  ])
  func `blocks in indented content are steps`(markdown: String, expected: String) {
    let page = Page(path: "a.md", bytes: Array(("# T\n\n" + markdown + "\n").utf8))
    let found = page.steps.map { "\($0.kind.rawValue) \($0.decision.rule)" }
    #expect(found.joined(separator: ", ") == expected)
  }

  @Test func `their places are those of the page`() {
    let text =
      "# T\n\n- A\n\n    !!! note\n\n        Look.\n\n        ```sh\n        ls \"x\n        ```\n"
    let page = Page(path: "a.md", bytes: Array(text.utf8))
    #expect(page.steps.map(\.range.start) == [.init(line: 9, column: 9)])
    #expect(page.steps.first?.commands.map(\.position) == [.init(line: 10, column: 9)])
  }

  @Test func `so are those of lines right below the mark`() {
    let text = "# T\n\n- A\n\n    !!! note\n        ```sh\n        ls \"x\n        ```\n"
    let page = Page(path: "a.md", bytes: Array(text.utf8))
    #expect(page.steps.map(\.range.start) == [.init(line: 6, column: 9)])
    #expect(page.steps.first?.commands.map(\.position) == [.init(line: 7, column: 9)])
  }
}
