import Foundation
import TestSupport
import Testing

/// The whole program on whole courses.
struct ProgramTests {
  static let week = """
    # Week

    ## 1. Make

    ```sh
    mkdir -p ~/week-test
    cd ~/week-test
    ```

    ## 2. Say

    ```console
    $ echo hello
    hello
    ```

    ## 3. Fail

    ```sh
    false
    ```

    """

  private func course(_ pages: [String: String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (path, text) in pages { try folder.write(text, to: path) }
    return folder
  }

  @Test func `a folder with nothing but content builds`() throws {
    let folder = try course(["content/week.md": Self.week, "content/pictures/a.svg": "<svg/>"])
    let result = try runNotes(["build"], in: folder.path)
    #expect(result.status == 0, "\(result.error)")
    #expect(try folder.text("site/week.html").contains("<h1 id=\"week\">Week</h1>"))
    #expect(try folder.text("site/pictures/a.svg") == "<svg/>")
    #expect(try !folder.files(below: "site").filter { $0.hasSuffix(".css") }.isEmpty)
    let again = try runNotes(["build"], in: folder.path)
    #expect(again.output.contains("; 0 files written"))
  }

  @Test func `steps are listed in the schema`() throws {
    let folder = try course(["content/week.md": Self.week])
    let result = try runNotes(["steps", "week", "--json"], in: folder.path)
    #expect(result.status == 0)
    try expectGolden(result.output, "program/steps.json")
    let table = try runNotes(["steps", "week"], in: folder.path)
    try expectGolden(table.output, "program/steps.txt")
  }

  @Test func `what steps need of earlier ones is told`() throws {
    let notes =
      "## 1. A\n```sh\nmkdir x\n```\n## 2. B\n```sh\ntouch x/y\n```\n## 3. C\n```sh\nls\n```\n"
    let folder = try course(["a.md": notes])
    let result = try runNotes(["steps", "a.md", "--graph"], in: folder.path)
    #expect(result.output == "1\n2 ← 1 (~/x)\n3\n")
  }

  @Test func `steps are run, and the summary counts them`() throws {
    let folder = try course(["content/week.md": Self.week])
    let result = try runNotes(["exec", "week"], in: folder.path)
    #expect(result.status == 1)
    #expect(result.output.contains("✓ 1  Make  passed"))
    #expect(result.output.contains("✓ 2  Say   passed"))
    #expect(result.output.contains("✗ 3  Fail  failed, exit status 1"))
    #expect(result.output.contains("content/week.md:20:1: false"))
    #expect(result.output.contains("3 steps: 2 passed, 1 failed in"))
    let home = ProcessInfo.processInfo.environment["HOME"] ?? "/"
    #expect(!FileManager.default.fileExists(atPath: home + "/week-test"))
  }

  @Test func `what an edit changes is shown with the path of its file`() throws {
    let edit = "Add to `a.conf`:\n\n```\n- x\n- y\n```\n\n"
    let folder = try course([
      "a.md": "```sh\nmkdir -p a\ncd a\n```\n\n\(edit)\(edit)Set in `a.conf`:\n\n```\nk = 1\n```\n"
    ])
    #expect(
      try runNotes(["steps", "a.md"], in: folder.path).output.contains(
        "edit ~/a/a.conf: add\n     + - x\n     + - y\n"))
    let result = try runNotes(
      ["exec", "a.md", "--in", "host", "--yes"], in: folder.path,
      environment: ["HOME": folder.path])
    #expect(result.output.contains("  ~/a/a.conf: +2 lines\n      @@ -0,0 +1,2 @@\n      +- x\n"))
    #expect(result.output.contains("  ~/a/a.conf: already there\n"))
    #expect(result.output.contains("  ~/a/a.conf: +1 line\n"))
    #expect(try folder.text("a/a.conf") == "- x\n- y\nk = 1\n")
  }

  @Test func `on the host what the steps do stays`() throws {
    let folder = try course(["content/week.md": Self.week])
    let result = try runNotes(
      ["exec", "week", "--in", "host", "--yes"], in: folder.path,
      environment: ["HOME": folder.path])
    #expect(result.status == 1)
    #expect(folder.exists("week-test"))
  }

  @Test func `check and sync hold notes and scripts together`() throws {
    let folder = try course(["content/week.md": Self.week])
    // A course without scripts lacks nothing.
    #expect(try runNotes(["check"], in: folder.path).status == 0)
    #expect(try runNotes(["sync"], in: folder.path).output == "scripts/week.sh written\n")
    #expect(try runNotes(["check"], in: folder.path).output == "1 page checked: no trouble\n")

    try folder.write(Self.week.replacing("echo hello", with: "echo hallo"), to: "content/week.md")
    let notes = try runNotes(["check"], in: folder.path)
    #expect(notes.status == 1)
    #expect(notes.error.contains("content/week.md:13:3: error: changed since scripts/week.sh"))
    #expect(notes.error.contains("-  echo hello\n+  echo hallo\n"))
    try folder.write(Self.week, to: "content/week.md")

    let script = try folder.text("scripts/week.sh")
    try folder.write(script.replacing("echo hello", with: "echo hullo"), to: "scripts/week.sh")
    let hand = try runNotes(["check"], in: folder.path)
    #expect(hand.status == 1)
    #expect(hand.error.contains("scripts/week.sh:17:9: error: changed by hand"))
    #expect(try runNotes(["sync", "--force"], in: folder.path).status == 0)
    #expect(try folder.text("scripts/week.sh") == script)
    try FileManager.default.removeItem(atPath: folder.path + "/scripts")
    let lost = try runNotes(["check"], in: folder.path)
    #expect(lost.status == 1)
    #expect(lost.error.contains("content/week.md:1:1: error: scripts/week.sh does not exist"))
  }

  @Test func `a script whose notes are gone is told and removed, unless a hand changed it`() throws
  {
    let folder = try course([
      "content/week.md": Self.week, "content/other.md": "# O\n```sh\nls\n```\n",
    ])
    #expect(try runNotes(["sync"], in: folder.path).status == 0)
    try folder.write("# O\n", to: "content/other.md")
    #expect(try runNotes(["check"], in: folder.path).error.contains("run `notes sync other`"))
    #expect(try runNotes(["sync"], in: folder.path).output.contains("scripts/other.sh removed"))
    #expect(try runNotes(["check"], in: folder.path).status == 0)
    try FileManager.default.removeItem(atPath: folder.path + "/content/week.md")
    let told = try runNotes(["check"], in: folder.path)
    #expect(told.status == 1)
    #expect(told.error.contains("scripts/week.sh:1:1: error: content/week.md, from which"))
    let script = try folder.text("scripts/week.sh")
    try folder.write(script.replacing("hello", with: "hullo"), to: "scripts/week.sh")
    #expect(try runNotes(["sync"], in: folder.path).status == 1)
    #expect(folder.exists("scripts/week.sh"))
    #expect(try runNotes(["sync", "--force"], in: folder.path).status == 0)
    #expect(!folder.exists("scripts/week.sh"))
  }

  @Test func `a folder that links to itself does not catch the build`() throws {
    let folder = try course(["content/week.md": Self.week])
    for name in ["a", "b"] {
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder.path)/content/\(name)", withDestinationPath: ".")
    }
    #expect(try runNotes(["build"], in: folder.path).status == 0)
  }

  @Test func `mending writes through a link and keeps the permissions`() throws {
    let folder = try course(["real.md": "# ðŸ“‹\n"])
    let manager = FileManager.default
    try manager.setAttributes([.posixPermissions: 0o664], ofItemAtPath: folder.path + "/real.md")
    try manager.createSymbolicLink(atPath: folder.path + "/a.md", withDestinationPath: "real.md")
    #expect(try runNotes(["check", "a.md", "--fix"], in: folder.path).status == 0)
    #expect(try folder.text("real.md") == "# 📋\n")
    #expect((try? manager.destinationOfSymbolicLink(atPath: folder.path + "/a.md")) == "real.md")
    let attributes = try manager.attributesOfItem(atPath: folder.path + "/real.md")
    #expect(attributes[.posixPermissions] as? Int == 0o664)
  }

  @Test func `without open streams no report is taken for commands`() throws {
    let folder = try course(["week.md": "# $(touch pwned)\n\n```sh\ntrue\n```\n"])
    let notes = "\(Checkout.buildFolder)/notes"
    _ = try runProgram(
      ["/bin/bash", "-c", "'\(notes)' exec week.md --in host --yes <&- >&- 2>&-"],
      in: folder.path, environment: ["HOME": folder.path])
    #expect(!folder.exists("pwned"))
  }

  @Test(arguments: ["content", "content/x", ".", "..", "theme"])
  func `a site is not written among what it is made from`(output: String) throws {
    let folder = try course(["course/content/week.md": Self.week])
    let result = try runNotes(["build", "--output", output], in: folder.path + "/course")
    #expect(result.status == 2, "\(result.error)")
  }

  @Test func `a file that the site makes itself is told`() throws {
    let folder = try course(["content/week.md": Self.week, "content/week.html": "mine"])
    let result = try runNotes(["build"], in: folder.path)
    #expect(result.status == 1)
    #expect(result.error.contains("content/week.html:1:1: error: 'week.html' is a file that"))
  }

  @Test func `troubles are told in forms that programs read`() throws {
    let folder = try course(["content/a.md": "# A\n\n```sh\ncurl -u é:pw http://e.org/x\n```\n"])
    #expect(try runNotes(["sync"], in: folder.path).status == 0)
    for format in ["json", "sarif"] {
      let result = try runNotes(["check", "--format", format], in: folder.path)
      #expect(result.status == 0)
      #expect(result.error == "")
      try expectGolden(result.output, "program/check.\(format)")
    }
    let github = try runNotes(["check", "--format", "github"], in: folder.path)
    let expected = "::warning file=content/a.md,line=4,col=14,title=plain-http::'e.org' is asked"
    #expect(github.output.contains("\n" + expected), "\(github.output)")
  }

  @Test func `check mends damage, and only that`() throws {
    let folder = try course(["a.md": "# ðŸ“‹ Week\r\n\r\ntrue — dash\r\n"])
    let told = try runNotes(["check", "a.md"], in: folder.path)
    #expect(told.status == 1)
    #expect(told.error.contains("a.md:1:3: error: 'ðŸ“‹' is '📋'"))
    let mended = try runNotes(["check", "a.md", "--fix"], in: folder.path)
    #expect(mended.status == 0, "\(mended.error)")
    #expect(try folder.text("a.md") == "# 📋 Week\r\n\r\ntrue — dash\r\n")
    #expect(try runNotes(["check", "a.md"], in: folder.path).status == 0)
  }

  @Test(arguments: [[], ["--help"], ["exec", "--help"], ["--version"]])
  func `help and version are no error`(arguments: [String]) throws {
    let result = try runNotes(arguments, in: "/")
    #expect(result.status == 0)
    #expect(!result.output.isEmpty)
  }

  @Test(.readsSharedData) func `the received document runs as far as the machine allows`() throws {
    let result = try runNotes(
      ["exec", "\(SharedData.folder)/corpus/week1-as-received.md"], in: "/tmp")
    let lines = result.output.split(separator: "\n").filter {
      $0.hasPrefix("  ✓") || $0.hasPrefix("  –") || $0.hasPrefix("  ✗")
    }
    #expect(lines.count == 9)
    #expect(result.status == 0, "\(result.output)")
    #expect(lines.contains { $0.contains("✓ 4.1 ") })
    #expect(lines.contains { $0.contains("✓ 4.4 ") })
    #expect(lines.contains { $0.contains("skipped: optional; --optional runs it") })
    // Where the file could be fetched the next step passes; where it could not, it is blocked by it.
    let isFetched = lines.contains { $0.contains("✓ 4.2 ") }
    #expect(lines.contains { $0.contains(isFetched ? "✓ 4.3 " : "blocked by 4.2") })
  }

  @Test func `the repository's own notes and scripts agree`() throws {
    let result = try runNotes(["check"], in: Checkout.root)
    #expect(result.status == 0, "\(result.error)")
    #expect(result.output == "4 pages checked: no trouble, 1 hint\n")
  }

  @Test(arguments: ["week2", "week3"])
  func `every step of the weeks that need no network passes`(page: String) throws {
    let result = try runNotes(["exec", page], in: Checkout.root)
    #expect(result.status == 0, "\(result.output)")
    #expect(!result.output.contains("skipped"))
    #expect(!result.output.contains("differs"))
  }
}
