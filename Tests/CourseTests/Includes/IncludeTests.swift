import Course
import Markdown
import TestSupport
import Testing

/// Blocks that are to be equal to a part of a file.
struct IncludeTests {
  private static let file = """
    #!/bin/sh
    # region docker
      apt-get install docker
      # region inner
      service docker start
      # endregion
    # endregion docker
    // ANCHOR: run
    docker run a
    // ANCHOR_END: run
    # [START end]
    echo done
    # [END end]
    <!-- tag::x[] -->
    x
    <!-- end::x[] -->

    """

  @Test(arguments: [
    ("lines=1", ["#!/bin/sh"], 1), ("lines=12-12", ["echo done"], 12),
    ("region=docker", ["apt-get install docker", "service docker start"], 3),
    ("region=inner", ["service docker start"], 5), ("region=run", ["docker run a"], 9),
    ("region=end", ["echo done"], 12), ("region=x", ["x"], 15),
    (
      "from=\"docker run\" to=done",
      ["docker run a", "// ANCHOR_END: run", "# [START end]", "echo done"], 9
    ),
  ])
  func `a part is found by its lines, its name or its texts`(
    attributes: String, lines: [String], first: Int
  ) throws {
    let include = try #require(page(attributes, "").includes.first)
    #expect(include.file.path == "a.sh")
    let found = try FileExcerpt(include.file.part, of: Self.file)
    #expect(found.lines == lines)
    #expect(found.first == first)
  }

  @Test(arguments: [
    ("region=dokcer", "it has no region 'dokcer'", "write `region=docker`"),
    ("lines=9-99", "it has 16 lines", "write `lines=1-16`"),
    ("lines=x", "'x' is no range such as 3-9", "name a part that it has"),
    ("lines=9-3", "'9-3' is no range", "name a part that it has"),
    ("lines=9-", "'9-' is no range", "name a part that it has"),
    ("from='apt install docker'", "no line of it holds", "write `from='apt-get install docker'`"),
    ("from=done to=none", "no line after 12", "name a part that it has"),
    ("to=done", "'to' needs a 'from'", "name a part that it has"),
    ("regoin=a", "'regoin' is none of", "name a part that it has"),
  ])
  func `a part that is not there is told with the nearest that is`(
    attributes: String, message: String, mend: String
  ) throws {
    let page = page(attributes, "x\n")
    let include = try #require(page.includes.first)
    let check = IncludeCheck(include, on: page, path: "a.sh", text: Self.file)
    let trouble = try #require(check.diagnostics.first)
    #expect(trouble.message.contains("a.sh has no such part: \(message)"))
    #expect(trouble.rule == "include-drift" && !trouble.isFixable)
    #expect(trouble.position.line == 2 && trouble.mend == mend)
    #expect(IncludeCheck.mended(page, [check]) == page.source.bytes)
  }

  @Test(arguments: [
    ("```sh\ndocker run b\n```\n", "```sh\ndocker run a\n```\n", 4),
    ("~~~sh x=1\n~~~\n", "~~~sh x=1\ndocker run a\n~~~\n", 3),
  ])
  func `a block that differs is told at both places and mended from the file`(
    block: String, expected: String, line: Int
  ) throws {
    for (indent, mark) in [("", ""), ("  ", "- "), ("> ", "> "), ("   ", "1. ")] {
      func contained(_ text: String) -> String {
        text.split(separator: "\n").enumerated().map { "\($0 == 0 ? mark : indent)\($1)\n" }
          .joined()
      }
      let comment = "<!-- include: a.sh region=run -->\n"
      let notes = "# A\n" + contained(comment + block)
      let page = Page(path: "content/a.md", bytes: Array(notes.utf8))
      let include = try #require(page.includes.first)
      let check = IncludeCheck(include, on: page, path: "a.sh", text: Self.file)
      #expect(check.diagnostics.map(\.message) == ["differs from a.sh:9, which the block includes"])
      #expect(check.diagnostics.first?.position.line == line)
      #expect(check.diff.contains("+docker run a\n"))
      let mended = IncludeCheck.mended(page, [check])
      #expect(String(decoding: mended, as: UTF8.self) == "# A\n" + contained(comment + expected))
      let again = Page(path: "content/a.md", bytes: mended)
      let second = IncludeCheck(
        try #require(again.includes.first), on: again, path: "a.sh", text: Self.file)
      #expect(second.diagnostics.isEmpty && second.diff.isEmpty)
    }
  }

  @Test func `a fence is made as long as the file needs`() throws {
    let page = page("", "x\n")
    let check = IncludeCheck(
      try #require(page.includes.first), on: page, path: "a.sh", text: "cat <<'X'\n```\nX\n")
    #expect(
      String(decoding: IncludeCheck.mended(page, [check]), as: UTF8.self)
        == "# A\n<!-- include: a.sh  -->\n````sh\ncat <<'X'\n```\nX\n````\n")
  }

  @Test func `a file that is not there is told`() throws {
    let page = page("", "x\n")
    let check = IncludeCheck(
      try #require(page.includes.first), on: page, path: "a.sh", text: nil,
      files: ["setup/a.sh", "b.sh"])
    #expect(check.diagnostics.map(\.message) == ["there is no file a.sh"])
    #expect(check.diagnostics.map(\.mend) == ["write `setup/a.sh`"])
  }

  @Test func `the comment is no attribute of the step, and the step is as ever`() {
    let page = page("region=run", "ls\n")
    #expect(page.diagnostics.isEmpty)
    #expect(page.steps.first?.settings.isHidden == nil)
    #expect(page.steps.first?.isRunnable == true)
  }

  @Test func `a comment above no block is told`() {
    let page = Page(
      path: "a.md", bytes: Array("# A\n\n<!-- include: a.sh -->\n\nText.\n\n    ls\n".utf8))
    #expect(page.diagnostics.map(\.rule) == ["stray-attribute"])
    #expect(page.includes.isEmpty)
  }

  @Test func `a page that silences the rule keeps its block`() throws {
    let notes = "---\nsilence: include-drift\n---\n<!-- include: a.sh -->\n```sh\nls\n```\n"
    let page = Page(path: "content/a.md", bytes: Array(notes.utf8))
    let check = IncludeCheck(
      try #require(page.includes.first), on: page, path: "a.sh", text: Self.file)
    #expect(check.diagnostics.map(\.isSilenced) == [true])
    #expect(IncludeCheck.mended(page, [check]) == page.source.bytes)
  }

  private func page(_ attributes: String, _ code: String) -> Page {
    let notes = "# A\n<!-- include: a.sh \(attributes) -->\n```sh\n\(code)```\n"
    return Page(path: "content/a.md", bytes: Array(notes.utf8))
  }
}
