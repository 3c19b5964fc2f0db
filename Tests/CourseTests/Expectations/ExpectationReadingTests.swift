import Course
import Markdown
import Testing

import struct Course.Expectation

/// What notes say that a step prints, outside of transcripts: blocks below it, and comments.
struct ExpectationReadingTests {
  @Test(arguments: [
    ("", "text", "expects a⏎"), ("", "output", "expects a⏎"), ("", "{.output}", "expects a⏎"),
    ("", "python", nil), ("", "yaml", nil),
    ("Output:", "text", "expects a⏎"), ("Output:", "", "expects a⏎"),
    ("You should see:", "txt", "expects a⏎"), ("The program prints:", "plain", "expects a⏎"),
    ("Wait a while. You will see this:", "stdout", "expects a⏎"),
    ("If all went well, you should see:", "text", "expects a⏎"),
    ("Output:", "sh", "expects a⏎"),
    // what it is like
    ("You should see something like:", "text", "hint a⏎"), ("Output (example):", "", "hint a⏎"),
    ("The output is similar to this:", "text", "hint a⏎"), ("Output, e.g.:", "text", "hint a⏎"),
    ("Now wait.\n\nYou should see:", "text", "hint a⏎"),
    // what is about something else
    ("The folders are now:", "text", nil), ("Now some art.", "text", nil),
    ("If you see an error:", "text", nil), ("You may see:", "text", nil),
    ("In the browser you should see:", "text", nil), ("Create `a.txt` with:", "text", nil),
    ("Output:\n\n## Next", "text", nil), ("You should see:\n```py\nx\n```", "text", nil),
  ])
  func `a block below a step may be what it prints`(
    between: String, language: String, expected: String?
  ) {
    let source = "```sh\necho a\n```\n\(between)\n```\(language)\na\n```\n"
    #expect(page(source).steps[0].expectation.map(text) == expected)
  }

  @Test(arguments: [
    "```sh\nssh <name>@example.org\n```\n```text\na\n```\n",
    "```console\n$ echo a\na\n```\n```text\na\n```\n",
    "```sh\n$ nano a\n# add:\nb\n```\n```text\na\n```\n",
    "```sh\necho a\n```\n```text\n$ ls\na\n```\n", "```sh\necho a\n```\n```text\n```\n",
    "```python\na\n```\nOutput:\n```text\na\n```\n",
  ])
  func `no block is what a step prints that is not run, or tells it itself`(source: String) {
    #expect(page(source).steps.allSatisfy { $0.expectation == nil })
  }

  @Test(arguments: [
    // forms that the command is known to print
    ("which a\n# /usr/bin/a", "/usr/bin/a⏎"), ("which a\n# /usr/bin/a\nls", "/usr/bin/a⏎"),
    ("cd a && pwd\n# ~/a", "~/a⏎"), ("ls | wc -l\n# 12", "12⏎"), ("whoami\n# ubuntu", "ubuntu⏎"),
    ("python3 --version\n# Python 3.9.1", "Python 3.9.1⏎"), ("node -v\n# v18.2.0", "v18.2.0⏎"),
    (
      "java -version\n# openjdk version \"17.0.1\" 2021-10-19",
      "openjdk version \"17.0.1\" 2021-10-19⏎"
    ),
    ("ls\n# a.txt\n# b.txt", "a.txt⏎b.txt⏎"), ("echo a b\n# a b\nls", "a b⏎"),
    ("echo $HOME\n# /home/ubuntu", "/home/ubuntu⏎"),
    // comments that say so
    ("f 2\n# => 4", "4⏎"), ("f 2 #=> 4", "4⏎"), ("f 2\n#=> a b\n#=> c\n# remark", "a b⏎c⏎"),
    ("f\n# Output: x y\nls", "x y⏎"), ("f\n# Output:\n# a\n# b\nls", "a⏎b⏎"),
    ("f 2  # prints 4", "4⏎"), ("f\n# Output: a.* (re)", "a.* (re)⏎"),
    // remarks
    ("which a\n# now b", nil), ("ls\n# Start the server\n./a", nil), ("pwd\n# note", nil),
    ("whoami\n# root\nls", nil), ("mkdir a\n# /a", nil), ("which a\n\n# /usr/bin/a", nil),
    ("python --version\n# Python 3.9 or later", nil), ("python --version\n# needs 3.9", nil),
    ("python --version\n# install pip", nil), ("f\n# prints the folder", nil),
    ("f\n# Output: a list of files", nil), ("f\n# Output:\nls", nil), ("echo a >b\n# a", nil),
    ("ls # a.txt", nil), ("ls\n# /etc is next\nls", nil), ("cat a\n# a:\n", nil),
    ("sleep 1\n# 2\n", nil), ("ls\n# done", nil), ("ls\n# 1.", nil), ("whoami\n# done.", nil),
    ("cat <<EOF\n# => a\nEOF", nil), ("echo '# => a'", nil),
    ("ls\n# a.txt\n# is the first\n", nil), ("docker version\n# see above", nil),
  ])
  func `a comment may be what the command before it prints`(code: String, expected: String?) {
    let command = page("```sh\n\(code)\n```\n").steps[0].commands[0]
    #expect(command.expectation.map(text) == expected.map { "hint \($0)" })
  }

  @Test func `an expectation has the place of its first byte`() {
    let text =
      "1. x\n   ```sh\n   f  # => 4\n   which f\n   #  /bin/f \n   ```\n   ```text\n   a\n   ```\n"
    let steps = page(text).steps
    let places = (steps[0].commands.map(\.expectation) + [steps[0].expectation]).map {
      $0.map { "\($0.position.line):\($0.position.column)" }
    }
    #expect(places == ["3:12", "5:7", "8:4"])
  }

  private func text(_ expectation: Expectation) -> String {
    (expectation.isHint ? "hint " : "expects ") + expectation.text.replacing("\n", with: "⏎")
  }

  private func page(_ source: String) -> Page { Page(path: "a.md", bytes: Array(source.utf8)) }
}
